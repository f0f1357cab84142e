import { expect, it } from 'vitest';
import { decodeShare } from '#state/boards/shareLink.ts';
import { rawScenario } from '../arbitraries/scenario.ts';
import { tried } from '../properties/history.ts';

it('AC 58: a property that fails says its smallest board as a share link', async () => {
  const bound = (limit: number) => (scenario: { actions: readonly unknown[] }) =>
    expect(scenario.actions.length).toBeLessThan(limit);
  const options = { numRuns: 100, seed: 58 };
  await expect(tried(rawScenario, bound(1_000), options)).resolves.toBeUndefined();
  const error = await tried(rawScenario, bound(3), options).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const [, hash = ''] = /\/sandbox\/(#s=\S+)$/.exec(error instanceof Error ? error.message : '') ?? [];
  const read = await decodeShare(hash);
  expect(read.ok && read.value.scenario.actions).toHaveLength(3);
});

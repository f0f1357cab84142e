import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeShare, encodeShare } from '#state/shareLink.ts';
import { TEMPLATES } from '#state/sandboxTemplates.ts';
import { parsed, rawScenario } from '../arbitraries/scenario.ts';

it('gives back what went in', async () => {
  await fc.assert(
    fc.asyncProperty(rawScenario.map(parsed), async (scenario) => {
      expect(await decodeShare(await encodeShare(scenario))).toEqual({ ok: true, value: scenario });
    }),
    { numRuns: 100 },
  );
});

it('notices a changed character', async () => {
  const link = await encodeShare({ layout: TEMPLATES[0].layout, actions: [] });
  expect(link.length).toBeLessThan(600);
  for (let i = 8; i < link.length - 5; i += 7) {
    const other = link[i] === 'A' ? 'B' : 'A';
    expect((await decodeShare(link.slice(0, i) + other + link.slice(i + 1))).ok).toBe(false);
  }
});

it.each(['', '#s=1.d', '#s=2.d.AAAA.AAAA', `#s=1.j.${'A'.repeat(70_000)}.AAAA`, '#x=1'])(
  'refuses %.20s',
  async (hash) => {
    expect((await decodeShare(hash)).ok).toBe(false);
  },
);

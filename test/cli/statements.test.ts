import { describe, expect, it } from 'vitest';
import { runchain } from './run.ts';

const EXPORT = {
  app: 'runchain',
  version: 2,
  entries: [
    { kind: 'lesson', id: 'b', at: 2, lesson: 'two' },
    { kind: 'lesson', id: 'a', at: 1, lesson: 'one' },
    { kind: 'from the future', id: 'c' },
  ],
};
const go = (input: unknown, ...words: string[]) =>
  runchain(['statements', '-', ...words], typeof input === 'string' ? input : JSON.stringify(input));

describe('statements', { timeout: 60_000 }, () => {
  it('prints an export in the order of its times, and says what it left out', async () => {
    const { status, stdout, stderr } = await go(EXPORT, '--actor', 'ada@example.org');
    expect(status).toBe(0);
    const ids = JSON.parse(stdout).map(({ object }: { object: { id: string } }) => object.id);
    expect(ids).toEqual(['urn:runchain:lesson:one', 'urn:runchain:lesson:two']);
    expect(stderr).toBe('-:entries[2]: cannot be read and is left out\n');
  });

  it.each([
    [EXPORT, [], '-:--actor: is missing, must be the e-mail address of the learner\n'],
    [EXPORT, ['--actor', 'ada'], '-:--actor: must be an e-mail address\n'],
    [{}, ['--actor', 'a@b'], '-:1: is no export of progress, make one on the progress page\n'],
  ])('refuses %j with %j', async (input, words, message) => {
    expect(await go(input, ...words)).toMatchObject({ status: 2, stdout: '', stderr: message });
  });
});

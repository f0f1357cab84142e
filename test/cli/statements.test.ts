import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inOwnFolder, runchain, runHere } from './run.ts';

const EXPORT = {
  app: 'runchain',
  version: 2,
  entries: [
    { kind: 'lesson', id: 'b', at: 2, lesson: 'two' },
    { kind: 'lesson', id: 'a', at: 1, lesson: 'one' },
    { kind: 'from the future', id: 'c' },
  ],
};
const folder = inOwnFolder();

describe('statements', { timeout: 60_000 }, () => {
  it('prints an export in the order of its times, and says what it left out', async () => {
    const { status, stdout, stderr } = await runchain(
      ['statements', '-', '--actor', 'ada@example.org'],
      JSON.stringify(EXPORT),
    );
    expect(status).toBe(0);
    const ids = JSON.parse(stdout).map(({ object }: { object: { id: string } }) => object.id);
    expect(ids).toEqual(['urn:runchain:lesson:one', 'urn:runchain:lesson:two']);
    expect(stderr).toBe('-:entries[2]: cannot be read and is left out\n');
  });

  it.each([
    [EXPORT, [], 'given.json:--actor: is missing, must be the e-mail address of the learner\n'],
    [EXPORT, ['--actor', 'ada'], 'given.json:--actor: must be an e-mail address\n'],
    [{}, ['--actor', 'a@b'], 'given.json:1: is no export of progress, make one on the progress page\n'],
  ])('refuses %j with %j', async (input, words, message) => {
    writeFileSync(join(folder(), 'given.json'), JSON.stringify(input));
    expect(await runHere(['statements', 'given.json', ...words])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: message,
    });
  });
});

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { inOwnFolder, runchain, runHere } from './run.ts';

const SLOW = { timeout: 120_000 };
const folder = inOwnFolder();
/** As a shell would start it: for what reads standard input. The rest runs in this process. */
const go = (words: string[], input?: string) => runchain(['quiz', ...words], input, folder());
const here = (words: string[]) => runHere(['quiz', ...words]);

/** Questions of type `build` have no form elsewhere; the command says how many it left out. */
const builds = readdirSync(new URL('../../content/questions/', import.meta.url), {
  recursive: true,
  encoding: 'utf8',
}).filter(
  (name) =>
    name.endsWith('.yaml') &&
    /^type: build$/m.test(readFileSync(new URL(`../../content/questions/${name}`, import.meta.url), 'utf8')),
);
const LEFT_OUT = `${builds.length} left out: nobody but the simulator can grade a changed board\n`;

describe('quiz export', () => {
  it('prints GIFT that import reads back', SLOW, async () => {
    const out = await here(['export', '--format', 'gift', '--generated', '1']);
    expect({ status: out.status, stderr: out.stderr }).toEqual({ status: 0, stderr: LEFT_OUT });
    expect(out.stdout).toContain('::which-run-2-1::');
    writeFileSync(join(folder(), 'bank.gift'), out.stdout);
    const back = await here(['import', 'bank.gift']);
    expect({ status: back.status, stderr: back.stderr }).toEqual({ status: 0, stderr: '' });
    const documents = parseAllDocuments(back.stdout);
    expect(documents.length).toBe(out.stdout.match(/^::/gm)?.length);
    for (const document of documents) expect(document.toJS()).toMatchObject({ draft: true });
  });

  it('writes a QTI package', SLOW, async () => {
    const out = await here(['export', '--format', 'qti', '--out', 'package']);
    expect({ status: out.status, stderr: out.stderr }).toEqual({ status: 0, stderr: LEFT_OUT });
    expect(existsSync(join(folder(), 'package/imsmanifest.xml'))).toBe(true);
    const count = readdirSync(join(folder(), 'package/items')).length;
    expect(out.stdout).toBe(`${count} questions in package\n`);
  });

  it('writes a text for Anki', SLOW, async () => {
    const out = await here(['export', '--format=anki', '--out=deck.txt']);
    expect(out.status).toBe(0);
    const deck = readFileSync(join(folder(), 'deck.txt'), 'utf8');
    expect(deck).toMatch(/^#separator:tab\n/);
    // FI-34 is what we conclude from the vendor's pages, and questions explain with it.
    expect(deck).toMatch(
      /FI-34: The vendor does not say this in so many words: we conclude it from its pages\./,
    );
  });

  it.each([
    [['export'], 'quiz export:--format: is missing'],
    [['export', '--format', 'word'], 'quiz export:--format: is unknown'],
    [['export', '--format', 'qti'], 'quiz export:--out: is missing'],
    [['export', '--format', 'gift', '--generated', 'many'], 'quiz export:--generated: must be'],
    [['export', '--format', 'gift', 'extra'], 'quiz export:extra: is one file too many'],
    [['export', '--format', 'gift', '--out', '/dev/null/x'], 'quiz export:--out: cannot be written'],
    [['publish'], 'quiz:publish: is unknown'],
    [[], 'quiz:COMMAND: is missing'],
    [['import'], 'quiz import:FILE: is missing'],
    [['import', 'nowhere.gift'], 'nowhere.gift:1: cannot be read'],
  ])('%j exits 2', SLOW, async (words, message) => {
    const ran = await here(words);
    expect({ status: ran.status, stdout: ran.stdout }).toEqual({ status: 2, stdout: '' });
    expect(ran.stderr.startsWith(message), ran.stderr).toBe(true);
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('quiz import', () => {
  it('exits 2 where nothing can be read, with the line', SLOW, async () => {
    writeFileSync(join(folder(), 'bad.gift'), 'One {~a ~b}\n\nTwo {=a\n');
    const ran = await here(['import', 'bad.gift']);
    expect({ status: ran.status, stdout: ran.stdout }).toEqual({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(
      /^bad\.gift:1: has no right answer.*\nbad\.gift:3: the answers have no end.*\n$/,
    );
  });

  it('prints what could be read and says what could not', SLOW, async () => {
    const ran = await go(['import', '-'], 'Q\nA. a\nB. b\nANSWER: A\n\nR\nA. a\nB. b\nANSWER: Z\n');
    expect(ran.status).toBe(0);
    expect(parseAllDocuments(ran.stdout)).toHaveLength(1);
    expect(ran.stderr).toContain('-:9: ANSWER is "Z"');
  });
});

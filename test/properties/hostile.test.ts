import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { exportLayout } from '#hcl/export/exportLayout.ts';
import { importLayout } from '#hcl/import/importLayout.ts';
import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import type { Entry } from '#model/quiz/entry.ts';
import { readText } from '#model/parse/text.ts';
import { openLevel } from '#state/level/draft/levelDraft.ts';
import { openFiles } from '#state/boards/openFiles.ts';
import {
  exportText,
  planImport,
  describeImportPlan,
  describeImportProblem,
} from '#state/progress/exchangeFile.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { TEMPLATES } from '#state/boards/templates.ts';
import { decodeShare, encodeShare } from '#state/boards/shareLink.ts';
import { writtenScenario } from '#state/board/writtenScenario.ts';
import { character } from '../arbitraries/character.ts';
import { hostileData, NASTY, sealed, spoilt } from '../support/hostile.ts';

/** Two thousand inputs in all, the same ones each time. */
const EACH = { numRuns: 400, seed: 20261124 };
/** The most that an answer to a hostile input may take, in characters. */
const MOST_WORDS = 3_000_000;

const prototypes = [Object, Array, String, Function, Map, Set, Promise, Error].map(
  ({ prototype }) => prototype,
);
const shapeOf = () =>
  prototypes.map((prototype) => Reflect.ownKeys(prototype).map(String).sort().join()).join('\n');
const shape = shapeOf();
afterEach(() => {
  expect(shapeOf()).toBe(shape);
  expect(Reflect.get({}, 'hacked')).toBeUndefined();
});

/** Problems are typed, said in words and not endless. */
function expectProblems(problems: readonly { message: string }[]): void {
  expect(problems.length).toBeGreaterThan(0);
  for (const { message } of problems) expect(typeof message === 'string' && message !== '').toBe(true);
  expect(problems.reduce((sum, { message }) => sum + message.length, 0)).toBeLessThan(MOST_WORDS);
}

/** What was opened is a board that can be kept and opened again. */
function expectKept(scenario: Scenario): void {
  const again = parseScenario(JSON.parse(JSON.stringify(writtenScenario(scenario))));
  expect(again).toEqual({ ok: true, value: scenario });
}

const base = TEMPLATES[0].layout;
const board = { layout: base, actions: [] };
const plain = writtenScenario(board);
const layoutText = JSON.stringify(base);
const hcl = exportLayout(base);
const level = readFileSync('content/levels/27-the-hard-rule.yaml', 'utf8');
const entries: Entry[] = [
  { kind: 'lesson', id: 'l', at: 1, lesson: 'a', mark: 'read' },
  { kind: 'setting', id: 's', at: 2, key: 'k', value: 1 },
];
const held = { entries, sessions: [], aside: [{ odd: 1 }] };

describe('two thousand hostile inputs', { timeout: 120_000 }, () => {
  it('AC 46: share links: a board or a problem, and the board before is still there', async () => {
    const good = await encodeShare(board);
    const version = fc.constantFrom(1, 2, 2);
    const more = fc.tuple(fc.constantFrom('cursor', 'level', 'engine', 'layout', 'actions'), hostileData);
    const hash = fc.oneof(
      fc.tuple(hostileData, version).map(([data, of]) => sealed('d', JSON.stringify(data), of)),
      more.map(([key, data]) => sealed('d', JSON.stringify({ ...plain, engine: 1, [key]: data }))),
      hostileData.map((id) =>
        sealed('d', JSON.stringify({ ...plain, engine: 1, level: { id, version: 1 } })),
      ),
      fc
        .tuple(spoilt([layoutText, JSON.stringify(plain)]), version)
        .map(([text, of]) => sealed('j', text, of)),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => sealed('j', bytes)),
      spoilt([good]),
      fc.string({ unit: character }),
    );
    const sandbox = createSandboxStore(null);
    sandbox.perform({ type: 'open_board', scenario: board, words: '' });
    const before = JSON.stringify(sandbox.store.getState().scenario);
    await fc.assert(
      fc.asyncProperty(hash, async (link) => {
        const read = await decodeShare(link);
        if (!read.ok) expectProblems(read.problems);
        else {
          expectKept(read.value.scenario);
          expect(Number.isSafeInteger(read.value.cursor ?? 0)).toBe(true);
          expect(read.value.level?.id ?? 'a').toMatch(/^[\w-]{1,100}$/);
        }
        expect(JSON.stringify(sandbox.store.getState().scenario)).toBe(before);
      }),
      EACH,
    );
  });

  it('share links that unpack to far more than they are end soon', async () => {
    for (const text of ['[', '{"a":', ' ', '0,']) {
      const read = await decodeShare(sealed('d', text.repeat(20_000_000 / text.length)));
      expect(read.ok).toBe(false);
    }
  });

  it('files of progress: a plan or a refusal, and what is here stays', async () => {
    const good = exportText(held, 5, 0);
    const file = fc.oneof(
      hostileData.map((data) => JSON.stringify(data)),
      fc
        .tuple(fc.array(hostileData), fc.array(hostileData), fc.array(hostileData))
        .map(([a, b, c]) =>
          JSON.stringify({ app: 'runchain', version: 2, exported: 1, entries: a, sessions: b, aside: c }),
        ),
      fc.array(hostileData).map((answers) => JSON.stringify({ version: 1, answers })),
      spoilt([good]),
    );
    const before = JSON.stringify(held);
    fc.assert(
      fc.property(file, (text) => {
        const found = planImport(text, held, () => 0);
        expect(JSON.stringify(held)).toBe(before);
        if (!found.ok) {
          expect(describeImportProblem(found.problem)).not.toBe('');
          return;
        }
        const plan = found.value;
        expect(describeImportPlan(plan).length).toBeGreaterThan(0);
        // What is merged is kept as JSON, and read again at the next visit.
        expect(JSON.stringify(plan).length).toBeLessThan(MOST_WORDS);
        expect(plan.entries.every(({ id }) => id !== 'l' && id !== 's')).toBe(true);
      }),
      EACH,
    );
  });

  it('files of progress that nest beyond the stack are refused', () => {
    for (const deep of ['[', '{"a":'].map((open) => open.repeat(100_000)))
      for (const text of [
        deep,
        `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
        `{"app":"runchain","version":2,"exported":1,"entries":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`,
        `{"app":"runchain","version":2,"exported":1,"entries":[{"kind":"setting","id":"x","at":1,"key":"k","value":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`,
      ])
        expect(planImport(text, held, () => 0).ok).toBe(false);
  });

  it('layouts as JSON and YAML: a board or problems', async () => {
    const text = fc.oneof(
      hostileData.map((data) => JSON.stringify(data)),
      hostileData.map((data) => JSON.stringify({ ...base, workspaces: data })),
      hostileData.map((data) => JSON.stringify({ layout: base, actions: [data] })),
      spoilt([layoutText, readFileSync('test/fixtures/malformed/b-unknown-key.yaml', 'utf8')]),
      spoilt(['a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', 'version: 1\nworkspaces:\n  - name: app\n']),
    );
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const { boards, refused } = await openFiles([{ name: 'file', text: written }], loadHclParser);
        expect(boards.length + refused.length).toBe(1);
        for (const { problems } of refused) expectProblems(problems);
        for (const { scenario } of boards) expectKept(scenario);
      }),
      EACH,
    );
  });

  it('HCL: a layout or problems', async () => {
    const parser = await loadHclParser();
    const files = readdirSync('test/fixtures/hcl').filter((name) => name.endsWith('.tf'));
    const texts = [hcl, ...files.map((name) => readFileSync(`test/fixtures/hcl/${name}`, 'utf8'))];
    const named = fc
      .constantFrom(...NASTY)
      .map((name) => hcl.replaceAll('network', name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')));
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoilt(texts), spoilt(texts), named), async (text) => {
        const { layout, problems } = importLayout([{ name: 'x.tf', text }], parser);
        if (layout === null) expectProblems(problems);
        else expectKept({ layout, actions: [] });
        const { refused } = await openFiles([{ name: 'x.tf', text }], loadHclParser);
        for (const file of refused) expectProblems(file.problems);
      }),
      EACH,
    );
  });

  it('level files: a draft or problems', () => {
    const read = readText(level, 'yaml or json');
    const data: unknown = read.ok ? read.value : null;
    const text = fc.oneof(
      hostileData.map((value) => JSON.stringify(value)),
      fc
        .tuple(
          fc.constantFrom('goals', 'palette', 'solution', 'mistakes', 'board', 'id', 'title'),
          hostileData,
        )
        .map(([key, value]) => JSON.stringify({ ...Object(data), [key]: value })),
      spoilt([level]),
    );
    fc.assert(
      fc.property(text, (written) => {
        const found = readText(written, 'yaml or json');
        const opened = found.ok ? openLevel(found.value) : found;
        if (!opened.ok) expectProblems(opened.problems);
      }),
      EACH,
    );
  });
});

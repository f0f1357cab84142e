import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadHclParser } from '#cli/hclNode.ts';
import { snapshotAt } from '#engine/query/stateAt.ts';
import { exportLayout } from '#hcl/export/exportLayout.ts';
import { parseHcl } from '#hcl/syntax/parse.ts';
import { linesOf } from '#islands/workbench/timeline/TimelineList.tsx';
import { timelineOf } from '#islands/workbench/timeline/timelineModel.ts';
import { idOf } from '#model/layout/layout.ts';
import { parseLevel } from '#model/level/level.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { layoutArb } from '../arbitraries/layout.ts';
import { calmScenario, parsed, rawScenario } from '../arbitraries/scenario.ts';
import { SOUND } from '../engine/levelOf.ts';
import { run } from '../properties/history.ts';

const board = fc.oneof(rawScenario, calmScenario).map(parsed);

describe('the list of the timeline', () => {
  it('AC 18: has each bar, joint and ghost as exactly one row, and no row of a run that is no bar', () => {
    let joints = 0;
    let ghosts = 0;
    fc.assert(
      fc.property(board, fc.nat(), (scenario, pick) => {
        const simulation = run(scenario);
        const cursor = simulation.log.length - (pick % 5);
        const log = simulation.log.slice(0, Math.max(0, cursor));
        const lines = linesOf(log, scenario, snapshotAt(scenario, simulation, log.length));
        const timeline = timelineOf(simulation.log, log.length, scenario.layout.workspaces.map(idOf), false);
        const bars = timeline.rows.flatMap((row) => row.bars);
        const marks = timeline.rows.flatMap((row) => row.ghosts);
        const entries = [...bars, ...marks].map(({ entry }) => entry);
        expect(new Set(entries).size).toBe(entries.length);
        for (const { entry, run: id } of [...bars, ...marks]) {
          const rows = lines.filter((line) => line.entry === entry);
          expect(rows).toHaveLength(1);
          expect(rows[0]?.cells[3]).toBe(id);
        }
        for (const { from, to } of timeline.joints)
          expect(lines.filter((line) => line.entry === to.entry).map((line) => line.cells[5])).toEqual([
            from.run,
          ]);
        const queued = lines.filter((line) => log[line.entry]?.kind === 'queued');
        expect(queued.map((line) => line.entry).sort()).toEqual(bars.map((bar) => bar.entry).sort());
        const silent = lines.filter((line) => log[line.entry]?.kind === 'not_queued');
        expect(silent.map((line) => line.entry).sort()).toEqual(marks.map((mark) => mark.entry).sort());
        joints += timeline.joints.length;
        ghosts += marks.length;
      }),
      { numRuns: 200, seed: 18 },
    );
    expect(joints).toBeGreaterThan(50);
    expect(ghosts).toBeGreaterThan(50);
  });
});

describe('an action that the engine refuses', () => {
  it('AC 11: names its rule, changes nothing and is said once', () => {
    const rules = new Set<string>();
    fc.assert(
      fc.property(board, ({ layout, actions }) => {
        const sandbox = createSandboxStore(null);
        sandbox.perform({ type: 'open_board', scenario: { layout, actions: [] }, words: '' });
        for (const { at: _, ...action } of actions) {
          const before = sandbox.store.getState();
          if (sandbox.perform(action as typeof action & { at?: number }).ok) {
            sandbox.seek(Number.MAX_SAFE_INTEGER);
            continue;
          }
          const { refusal, message, scenario, past, cursor } = sandbox.store.getState();
          expect({ scenario, past, cursor }).toEqual({
            scenario: before.scenario,
            past: before.past,
            cursor: before.cursor,
          });
          expect(message.turn).toBe(before.message.turn + 1);
          expect(message.urgent).toBe(true);
          expect(refusal?.rule).toMatch(/^[A-Z]+-\d+$/);
          expect(message).toMatchObject({ text: `Refused: ${refusal?.message}`, next: 'why' });
          rules.add(refusal?.rule ?? '');
        }
      }),
      { numRuns: 150, seed: 11 },
    );
    expect(rules.size).toBeGreaterThan(8);
  });
});

describe('the HCL of a board', () => {
  interface Shape {
    needs?: string[];
    may?: string[];
    deprecated?: string[];
    blocks?: string[];
  }
  const table: { resources: Record<string, Shape>; meta: string[] } = parse(
    readFileSync(new URL('../content/providerAttributes.yaml', import.meta.url), 'utf8'),
  );

  it('AC 29: has the arguments that the provider knows, all that it needs and none that is deprecated', async () => {
    const parser = await loadHclParser();
    const seen = new Set<string>();
    fc.assert(
      fc.property(layoutArb, (layout) => {
        const read = parseHcl(parser, 'x.tf', exportLayout(layout));
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        for (const block of read.value.body.blocks.filter(({ type }) => type === 'resource')) {
          const [kind = ''] = block.labels;
          const shape = table.resources[kind];
          if (shape === undefined) {
            seen.add(`${kind}: not in the table`);
            continue;
          }
          const names = [...block.attributes.keys()];
          const known = [...(shape.needs ?? []), ...(shape.may ?? []), ...table.meta];
          for (const name of names.filter((one) => !known.includes(one))) seen.add(`${kind}.${name}`);
          for (const name of (shape.needs ?? []).filter((one) => !names.includes(one)))
            seen.add(`${kind} without ${name}`);
          for (const inner of block.blocks.filter(({ type }) => !shape.blocks?.includes(type)))
            seen.add(`${kind} { ${inner.type} }`);
        }
      }),
      { numRuns: 150, seed: 29 },
    );
    expect([...seen].sort()).toEqual([]);
  });
});

describe('a level file', () => {
  it.each([
    ['a function', () => true],
    ['text of a function', '() => true'],
    ['an expression', { count: { workspace: 'app', at_least: '1 + 1' } }],
    ['a template', { count: { workspace: 'app', at_least: '$'.concat('{1}') } }],
    ['something to call', { eval: 'alert(1)' }],
    ['two checks at once', { count: { workspace: 'app', is: 1 }, refused: { is: 0 } }],
    ['a field that a check has not', { count: { workspace: 'app', is: 1, code: 'x' } }],
    ['a workspace that the board has not', { count: { workspace: 'nobody', is: 1 } }],
  ])('AC 30: with %s as a check is refused, with its path', (_, check) => {
    const [goal] = SOUND['goals'] as object[];
    const read = parseLevel({ ...SOUND, goals: [{ ...goal, check }] });
    expect(read.ok).toBe(false);
    if (!read.ok) for (const { path } of read.problems) expect(path).toMatch(/^goals\[0\]\.check/);
  });
});

import { describe, expect, it } from 'vitest';
import { snapshotAt } from '#engine/query/stateAt.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { arrangedLines, linesOf } from '#islands/workbench/timeline/TimelineList.tsx';
import { describeDuration, placeOf, timelineOf } from '#islands/workbench/timeline/timelineModel.ts';
import { offsetsOf, visible } from '#islands/workbench/timeline/windowed.ts';
import { parseScenario } from '#model/scenario/action.ts';
import { idOf } from '#model/layout/layout.ts';

function played(input: { triggered?: boolean; plan?: string; confirmAt?: number }) {
  const parsed = parseScenario({
    layout: {
      version: 1,
      organizations: [{ name: 'acme' }],
      workspaces: [
        { name: 'network', auto_apply: input.confirmAt === undefined, plan: input.plan ?? 'changes' },
        { name: 'app', auto_apply_run_trigger: input.triggered ?? false },
      ],
      run_triggers: [{ sourceable: 'network', workspace: 'app' }],
    },
    actions: [
      { type: 'start_run', workspace: 'network' },
      ...(input.confirmAt === undefined
        ? []
        : [{ type: 'confirm', workspace: 'network', at: input.confirmAt }]),
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const run = simulate(parsed.value);
  if (!run.ok) throw new Error('does not run');
  const ids = parsed.value.layout.workspaces.map(idOf);
  return { scenario: parsed.value, simulation: run.value, log: run.value.log, ids };
}

describe('the timeline', () => {
  it('has one row a workspace, one bar a run, and a joint from the apply to the run that it queued', () => {
    const { log, ids } = played({ triggered: true });
    const { rows, joints } = timelineOf(log, log.length, ids, false);
    expect(rows.map((row) => [row.workspace, row.bars.length])).toEqual([
      ['acme/network', 1],
      ['acme/app', 1],
    ]);
    expect(joints.map(({ from, to }) => [from.workspace, to.workspace])).toEqual([
      ['acme/network', 'acme/app'],
    ]);
    expect(joints[0]?.to.status).toBe('applied');
  });

  it('has segments without a gap between them, each of some width', () => {
    const { log, ids } = played({ triggered: true });
    for (const { bars } of timelineOf(log, log.length, ids, false).rows) {
      for (const { segments } of bars) {
        for (const [i, s] of segments.entries()) {
          expect(s.to).toBeGreaterThan(s.from);
          if (i > 0) expect(s.from).toBe(segments[i - 1]?.to);
        }
      }
    }
  });

  it('marks what was not queued at its place', () => {
    const { log, ids } = played({ plan: 'no_changes' });
    const [, app] = timelineOf(log, log.length, ids, false).rows;
    expect(app?.bars).toEqual([]);
    expect(app?.ghosts).toHaveLength(1);
    expect(log[app?.ghosts[0]?.entry ?? -1]?.kind).toBe('not_queued');
  });

  it('has each bar and each ghost as exactly one line of the list', () => {
    for (const plan of ['changes', 'no_changes']) {
      const { log, ids, scenario, simulation } = played({ plan });
      const lines = linesOf(log, scenario, snapshotAt(scenario, simulation, log.length));
      for (const row of timelineOf(log, log.length, ids, false).rows) {
        for (const item of [...row.bars, ...row.ghosts])
          expect(
            lines.filter((line) => line.entry === item.entry && line.cells[3] === item.run),
          ).toHaveLength(1);
      }
    }
  });

  it('puts a break where for long nothing happened, and shifts what comes after', () => {
    const { log, ids } = played({ confirmAt: 7_200 });
    const timeline = timelineOf(log, log.length, ids, false);
    const [only] = timeline.breaks;
    expect(timeline.breaks).toHaveLength(1);
    expect(describeDuration(only?.seconds ?? 0)).toMatch(/h$|min$/);
    const entry = only?.entry ?? 0;
    expect(placeOf(timeline, entry) - placeOf(timeline, entry - 1)).toBe(3);
  });

  it('puts rows with something that waits on top when asked', () => {
    const { log, ids } = played({});
    expect(timelineOf(log, log.length, ids, false).rows[0]?.workspace).toBe('acme/network');
    expect(timelineOf(log, log.length, ids, true).rows[0]?.workspace).toBe('acme/app');
  });

  it('shows no more than what happened up to the cursor', () => {
    const { log, ids } = played({ triggered: true });
    const second = log.findLastIndex((entry) => entry.kind === 'queued');
    expect(timelineOf(log, second, ids, false).rows[1]?.bars).toEqual([]);
  });
});

describe('the list', () => {
  it('is sorted by numbers as numbers, and holds what is searched for', () => {
    const { log, scenario, simulation } = played({ triggered: true });
    const lines = linesOf(log, scenario, snapshotAt(scenario, simulation, log.length));
    const byTime = arrangedLines(lines, { column: 'Time', down: true }, '');
    const seconds = byTime.map((line) => Number.parseInt(line.cells[1] ?? '', 10));
    expect(seconds).toEqual([...seconds].sort((a, b) => b - a));
    const found = arrangedLines(lines, { column: 'No.', down: false }, 'APP queued');
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(lines.length);
  });
});

describe('what can be seen of a long list', () => {
  it('is a few rows of many, and all rows of few', () => {
    const offsets = offsetsOf(Array.from({ length: 2_000 }, () => 38));
    const [from, to] = visible(offsets, { top: 38_000, height: 300 });
    expect(to - from).toBeLessThan(30);
    expect(offsets[from]).toBeLessThanOrEqual(38_000);
    expect(offsets[to]).toBeGreaterThanOrEqual(38_300);
    expect(visible(offsetsOf([38, 38]), { top: 0, height: 300 })).toEqual([0, 2]);
  });
});

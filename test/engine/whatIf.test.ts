import { describe, expect, it } from 'vitest';
import { applyEdit } from '#model/edits/index.ts';
import type { Simulation } from '#engine/simulate/simulate.ts';
import { compareRuns, whatIf } from '#engine/query/whatIf.ts';
import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import type { LogEntry } from '#model/scenario/log.ts';

function chain(triggered: boolean): Scenario {
  const parsed = parseScenario({
    layout: {
      version: 1,
      organizations: [{ name: 'acme' }],
      workspaces: [
        { name: 'network', auto_apply: true },
        { name: 'app', auto_apply_run_trigger: triggered },
      ],
      run_triggers: [{ sourceable: 'network', workspace: 'app' }],
    },
    actions: [{ type: 'start_run', workspace: 'network' }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

describe('what if', () => {
  it('finds nothing between a scenario and itself', () => {
    expect(whatIf(chain(false), chain(false))).toMatchObject({ parts: null, events: [] });
  });

  it('says what one setting adds and takes away, and where the histories part', () => {
    const before = chain(false);
    const layout = applyEdit(before.layout, {
      type: 'set',
      workspace: 'acme/app',
      settings: { auto_apply_run_trigger: true },
    });
    const found = whatIf(before, { ...before, layout });
    const words = found?.events.map(({ change, before, after }) => {
      const entry = after ?? before;
      return `${change} ${entry?.kind} ${entry?.kind === 'status' ? entry.status : ''}`.trim();
    });
    expect(words).toContain('removed hold');
    expect(words).toContain('added status applied');
    const at = found?.parts?.before ?? 0;
    expect(found?.before.log.slice(0, at)).toEqual(found?.after.log.slice(0, at));
    expect(found?.before.log[at]).not.toEqual(found?.after.log[at]);
  });

  it('gives, seen from the other side, what was added as removed', () => {
    const there = whatIf(chain(false), chain(true));
    const back = whatIf(chain(true), chain(false));
    const count = (found: typeof there, change: string) =>
      found?.events.filter((event) => event.change === change).length;
    expect(count(there, 'added')).toBe(count(back, 'removed'));
    expect(count(there, 'removed')).toBe(count(back, 'added'));
    expect(count(there, 'added')).toBeGreaterThan(0);
  });

  it('leaves both scenarios as they were', () => {
    const [before, after] = [chain(false), chain(true)];
    const text = JSON.stringify([before, after]);
    whatIf(before, after);
    expect(JSON.stringify([before, after])).toBe(text);
  });
});

const history = (...log: LogEntry[]): Simulation => ({
  result: { version: 1, runs: [], not_queued: [], rejections: [], stale: [], ended_at: 0 },
  log,
});

const queued = (run: string, workspace: string, at = 0, cause: string | null = null): LogEntry => ({
  kind: 'queued',
  at,
  run,
  workspace,
  source: 'tfe-ui',
  mode: 'standard',
  triggered_by: cause,
});
const status = (run: string, status: 'planning' | 'planned', at = 0): LogEntry => ({
  kind: 'status',
  at,
  run,
  status,
  rule: null,
});

/** What the comparison of two logs found, an event a word, with its second. */
const found = (before: LogEntry[], after: LogEntry[]): string[] =>
  compareRuns(history(...before), history(...after)).events.map((event) => {
    const entry = event.before ?? event.after;
    return `${event.change} ${entry?.kind} at ${entry?.at}`;
  });

const message = 'Because.';
const trigger = {
  kind: 'trigger',
  at: 0,
  change: 'created',
  sourceable: 'acme/a',
  workspace: 'acme/b',
} as const;
const action = { kind: 'action', at: 0, action: 0 } as const;
const rejected = { kind: 'rejected', at: 0, action: 0, rule: 'RT-07', message } as const;
const lock = { kind: 'lock', at: 0, workspace: 'acme/a', by: 'owners' } as const;
const fields = { kind: 'set', at: 0, workspace: 'acme/a', fields: ['plan', 'apply'] };
const hold = { kind: 'hold', at: 0, run: 'run-1', waiting_for: 'unlock', rule: 'LK-02' } as const;
const noted = { kind: 'noted', at: 0, run: 'run-1', rule: 'POL-02', message } as const;
const silent = {
  kind: 'not_queued',
  at: 0,
  run: 'run-1',
  sourceable: 'acme/a',
  workspace: 'acme/b',
  rule: 'FI-06',
  message,
} as const;

describe('the events of two histories', () => {
  it.each<[string, LogEntry, LogEntry]>([
    ['a trigger made or taken away', trigger, { ...trigger, change: 'deleted' }],
    ['another source', trigger, { ...trigger, sourceable: 'acme/c' }],
    ['another downstream', trigger, { ...trigger, workspace: 'acme/c' }],
    ['another action', action, { ...action, action: 1 }],
    ['refused instead of performed', action, rejected],
    ['another action refused', rejected, { ...rejected, action: 1 }],
    ['a refusal of the layout', rejected, { ...rejected, action: null }],
    ['locked and unlocked', lock, { ...lock, by: null }],
    ['another workspace locked', lock, { ...lock, workspace: 'acme/b' }],
    ['other fields set', fields as LogEntry, { ...fields, fields: ['planapply'] } as LogEntry],
    ['fields set elsewhere', fields as LogEntry, { ...fields, workspace: 'acme/b' } as LogEntry],
    ['another status', status('run-1', 'planning'), status('run-1', 'planned')],
    ['another wait', hold, { ...hold, waiting_for: null }],
    ['a trigger to elsewhere that fired nothing', silent, { ...silent, workspace: 'acme/c' }],
    ['a run elsewhere', queued('run-1', 'acme/a'), queued('run-1', 'acme/b')],
    ['a note of another run', noted, { ...noted, run: 'run-2' }],
    ['a status of another run', status('run-1', 'planned'), status('run-2', 'planned')],
    ['a wait of another run', hold, { ...hold, run: 'run-2' }],
    ['a silence of another run', silent, { ...silent, run: 'run-2' }],
    ['another kind about one run', queued('run-1', 'acme/a'), status('run-1', 'planned')],
  ])('are two where it is %s', (_, before, after) => {
    expect(found([before], [after])).toEqual([`removed ${before.kind} at 0`, `added ${after.kind} at 0`]);
  });

  it.each<[string, LogEntry, LogEntry]>([
    ['later', status('run-1', 'planned', 3), status('run-1', 'planned', 4)],
    ['by another rule', hold, { ...hold, rule: 'Q-02' }],
    ['refused by another rule', rejected, { ...rejected, rule: 'RT-25' }],
    ['noted by another rule', noted, { ...noted, rule: 'TSK-02' }],
    ['silent by another rule', silent, { ...silent, rule: 'FI-07' }],
  ])('are one that changed where it is %s', (_, before, after) => {
    const { events, parts } = compareRuns(history(before), history(after));
    expect(events).toEqual([{ change: 'changed', before, after }]);
    expect(parts).toEqual({ before: 0, after: 0 });
  });

  it.each<[string, LogEntry, LogEntry]>([
    ['another team locks', lock, { ...lock, by: 'ops' }],
    ['a message has other words', rejected, { ...rejected, message: 'Therefore.' }],
  ])('are the same where only %s', (_, before, after) => {
    expect(compareRuns(history(before), history(after))).toMatchObject({ events: [], parts: null });
  });

  it('are told apart by how many of their kind came before', () => {
    const twice = [status('run-1', 'planned', 1), status('run-1', 'planned', 2)];
    expect(found(twice, twice.slice(0, 1))).toEqual(['removed status at 2']);
    expect(found(twice.slice(1), twice)).toEqual(['changed status at 2', 'added status at 2']);
  });

  it('belong to the how many’th run of a workspace, whatever its number is', () => {
    const before = [queued('run-1', 'acme/a'), status('run-1', 'planned', 5)];
    const after = [queued('run-1', 'acme/b'), queued('run-2', 'acme/a'), status('run-2', 'planned', 5)];
    expect(found(before, after)).toEqual(['added queued at 0']);
    const second = [queued('run-1', 'acme/a'), queued('run-2', 'acme/a'), status('run-2', 'planned', 5)];
    expect(found(before, second)).toEqual(['added queued at 0', 'removed status at 5', 'added status at 5']);
  });

  it('of a run that another one queued changed where another one queued it', () => {
    const runs = [queued('run-1', 'acme/a'), queued('run-2', 'acme/b')];
    const by = (cause: string | null) => [...runs, queued('run-3', 'acme/c', 9, cause)];
    expect(found(by('run-1'), by('run-2'))).toEqual(['changed queued at 9']);
    expect(found(by('run-1'), by(null))).toEqual(['changed queued at 9']);
    expect(found(by('run-2'), by('run-2'))).toEqual([]);
  });

  it('come by their seconds, in both histories', () => {
    const before = [status('run-1', 'planning', 1), status('run-1', 'planned', 9)];
    const after = [status('run-2', 'planning', 2), status('run-2', 'planned', 5)];
    expect(found(before, after)).toEqual([
      'removed status at 1',
      'added status at 2',
      'added status at 5',
      'removed status at 9',
    ]);
  });

  it('part where the first one differs, and where one history stops', () => {
    const long = [status('run-1', 'planning', 1), status('run-1', 'planned', 9)];
    const parts = (before: LogEntry[], after: LogEntry[]) =>
      compareRuns(history(...before), history(...after)).parts;
    expect(parts(long, long)).toBeNull();
    expect(parts([], [])).toBeNull();
    expect(parts(long, long.slice(0, 1))).toEqual({ before: 1, after: 1 });
    expect(parts(long.slice(0, 1), long)).toEqual({ before: 1, after: 1 });
    expect(parts(long, [])).toEqual({ before: 0, after: 0 });
    expect(parts(long, [status('run-1', 'planning', 2), ...long.slice(1)])).toEqual({ before: 0, after: 0 });
  });

  it('are none where one history is too much for a simulation', () => {
    const floors = Array.from({ length: 15 }, (_, i) => [`x${i}`, `y${i}`]);
    const flood = parseScenario({
      layout: {
        version: 1,
        organizations: [{ name: 'acme' }],
        workspaces: floors.flat().map((name) => ({ name, auto_apply: true, auto_apply_run_trigger: true })),
        run_triggers: floors.flatMap((floor, i) =>
          (floors[i + 1] ?? []).flatMap((workspace) =>
            floor.map((sourceable) => ({ sourceable, workspace })),
          ),
        ),
      },
      actions: [{ type: 'start_run', workspace: 'x0' }],
    });
    if (!flood.ok) throw new Error(JSON.stringify(flood.problems));
    expect(whatIf(chain(false), flood.value)).toBeNull();
    expect(whatIf(flood.value, chain(false))).toBeNull();
  });
});

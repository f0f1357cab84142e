import { describe, expect, it } from 'vitest';
import { currentSnapshotRun, snapshotAt } from '#engine/query/stateAt.ts';
import { goldenNames, readGolden } from '../golden/readGolden.ts';
import { layout, run, set } from '../support/shorthand.ts';

describe('a moment of the log', () => {
  it.each(goldenNames())('at the end is the result: %s', (name) => {
    const { scenario, simulation } = readGolden(name);
    const { runs } = snapshotAt(scenario, simulation, simulation.log.length);
    expect(runs).toEqual(
      simulation.result.runs.map(
        ({ id, workspace, source, mode, triggered_by, status, waiting_for, rule }) => ({
          id,
          workspace,
          source,
          mode,
          triggered_by,
          status,
          waiting_for,
          rule,
        }),
      ),
    );
  });

  it.each(goldenNames())('shows each status when it was entered: %s', (name) => {
    const { scenario, simulation } = readGolden(name);
    for (const [index, entry] of simulation.log.entries()) {
      const { at, runs } = snapshotAt(scenario, simulation, index + 1);
      expect(at).toBe(entry.at);
      if (entry.kind === 'status')
        expect(runs.find((r) => r.id === entry.run)).toMatchObject({ status: entry.status });
      if (entry.kind === 'hold')
        expect(runs.find((r) => r.id === entry.run)).toMatchObject({
          waiting_for: entry.waiting_for,
          rule: entry.rule,
        });
    }
  });

  const play = () => {
    const { scenario, result, log } = run(layout('network -> app; network: locked'), [
      'unlock network at 1',
      'lock app at 2',
      set('app', { auto_apply: true }, { at: 3 }),
      'unlink network app at 4',
      'link app network at 5',
      'link network network at 6',
    ]);
    const moment = (index: number) => snapshotAt(scenario, { result, log }, index);
    const at = (second: number) => moment(log.findLastIndex((e) => e.at <= second) + 1);
    return { moment, at };
  };

  it('shows locks, the locks of the layout from the start', () => {
    const { moment, at } = play();
    expect([...moment(0).locks]).toEqual([['acme/network', 'owners']]);
    expect([...at(1).locks]).toEqual([]);
    expect([...at(2).locks]).toEqual([['acme/app', 'owners']]);
  });

  it('shows settings as they were', () => {
    const { at } = play();
    expect(at(2).workspaces.get('acme/app')?.auto_apply).toBe(false);
    expect(at(3).workspaces.get('acme/app')?.auto_apply).toBe(true);
    expect(at(3).workspaces.get('acme/network')?.auto_apply).toBe(false);
  });

  it('shows the triggers that existed', () => {
    const { moment, at } = play();
    expect(moment(0).triggers).toEqual([]);
    expect(at(0).triggers).toEqual([{ sourceable: 'acme/network', workspace: 'acme/app' }]);
    expect(at(4).triggers).toEqual([]);
    expect(at(6).triggers).toEqual([{ sourceable: 'acme/app', workspace: 'acme/network' }]);
  });

  it('is the start for anything before it', () => {
    const { moment } = play();
    expect(moment(-3)).toEqual(moment(0));
    expect(moment(0).at).toBe(0);
  });
});

describe('a moment', () => {
  it('shows a run as pending from the entry that queued it', () => {
    const { scenario, result, log } = run(layout('app'), ['start app']);
    const queued = log.findIndex((e) => e.kind === 'queued');
    expect(snapshotAt(scenario, { result, log }, queued).runs).toEqual([]);
    expect(snapshotAt(scenario, { result, log }, queued + 1).runs).toEqual([
      {
        id: 'run-1',
        workspace: 'acme/app',
        source: 'tfe-ui',
        mode: 'standard',
        triggered_by: null,
        status: 'pending',
        waiting_for: null,
        rule: null,
      },
    ]);
  });

  it('shows every trigger but the one that was deleted', () => {
    const { scenario, result, log } = run(layout('a -> b; a -> c; d -> b'), ['unlink a b']);
    expect(snapshotAt(scenario, { result, log }, log.length).triggers).toEqual([
      { sourceable: 'acme/a', workspace: 'acme/c' },
      { sourceable: 'acme/d', workspace: 'acme/b' },
    ]);
  });
});

describe('the run that an action would mean at a moment', () => {
  const current = (actions: string[], board = 'app; batch', workspace = 'acme/app') => {
    const { scenario, result, log } = run(layout(board), actions);
    return currentSnapshotRun(snapshotAt(scenario, { result, log }, log.length), workspace)?.id ?? null;
  };

  it.each<[string, string[], string | null]>([
    ['none where nothing ran', [], null],
    ['the one that waits for confirmation, before one that is pending', ['start app', 'start app'], 'run-1'],
    ['none that ended', ['start app', 'discard app'], null],
    ['the next one where the first ended', ['start app', 'start app', 'discard app'], 'run-2'],
    ['none of another workspace', ['start batch'], null],
    ['its own, where another workspace has one before', ['start batch', 'start app'], 'run-2'],
    ['no plan-only run', ['start app plan_only at 0', 'lock batch at 5'], null],
    ['no saved plan, which is named by its number', ['start app save_plan'], null],
  ])('is %s', (_, actions, expected) => {
    expect(current(actions)).toBe(expected);
  });

  it('is the oldest pending one where a lock keeps all of them', () => {
    expect(current(['start app', 'start app'], 'app: locked')).toBe('run-1');
  });

  it('is no plan-only run and no saved plan, though they came first', () => {
    const { scenario, result, log } = run(layout('app'), [
      'start app save_plan at 0',
      'start app plan_only at 0',
      'start app at 0',
    ]);
    const queued = log.findLastIndex((e) => e.kind === 'queued');
    const moment = snapshotAt(scenario, { result, log }, queued + 1);
    expect(moment.runs).toHaveLength(3);
    expect(currentSnapshotRun(moment, 'acme/app')?.id).toBe('run-3');
  });
});

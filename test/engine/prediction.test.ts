import { describe, expect, it } from 'vitest';
import { evidenceOf, workspacesOf } from '#engine/levels/evidence.ts';
import { type PredictedEnd, endOf } from '#engine/levels/prediction.ts';
import type { Layout } from '#model/layout/layout.ts';
import { layout, run } from '../support/shorthand.ts';

const policy = (enforcement_level: string) => ({
  app: { policies: [{ name: 'tags', kind: 'sentinel', enforcement_level, passes: false }] },
});

describe('how a workspace ended', () => {
  it.each<[string, Layout, string[], PredictedEnd, string | null]>([
    ['nothing ran', layout('app'), [], 'no_run', null],
    [
      'its trigger stayed silent',
      layout('a -> app; a: auto_apply; app: local'),
      ['start a'],
      'no_run',
      'EM-03',
    ],
    [
      'the last of its triggers decides',
      layout('a -> app; a: no_changes'),
      ['start a', 'start a plan_only'],
      'no_run',
      'FI-12',
    ],
    [
      'another trigger stayed silent',
      layout('a -> b; app; a: auto_apply; b: local'),
      ['start a'],
      'no_run',
      null,
    ],
    ['applied', layout('app: auto_apply'), ['start app'], 'applied', null],
    ['nothing to apply', layout('app: no_changes'), ['start app'], 'planned_and_finished', 'RUN-03'],
    ['a plan that errors', layout('app: plan_errors'), ['start app'], 'errored', 'RUN-13'],
    ['it waits for a confirmation', layout('app'), ['start app'], 'waits_for_person', 'AA-02'],
    ['a saved plan waits', layout('app'), ['start app save_plan'], 'waits_for_person', 'AA-07'],
    [
      'it waits for an override',
      layout('app', policy('soft-mandatory')),
      ['start app'],
      'waits_for_person',
      'POL-04',
    ],
    ['it waits for a lock', layout('app: locked'), ['start app'], 'pending', 'LK-02'],
    ['discarded', layout('app'), ['start app', 'discard app'], 'stopped', 'RUN-05'],
    ['canceled', layout('app'), ['start app at 0', 'cancel app at 5'], 'stopped', 'RUN-06'],
    ['soft failed', layout('app', policy('soft-mandatory')), ['start app plan_only'], 'stopped', 'POL-04'],
    [
      'the last run decides',
      layout('app: auto_apply'),
      ['start app', 'start app plan_only'],
      'planned_and_finished',
      'MODE-02',
    ],
    [
      'a run of another workspace is not its own',
      layout('app: auto_apply; batch'),
      ['start app', 'start batch'],
      'applied',
      null,
    ],
  ])('%s', (_, given, actions, end, rule) => {
    expect(endOf(run(given, actions), 'acme/app')).toEqual({ end, rule });
  });
});

describe('where a failed goal was decided', () => {
  const about = (workspace: string) => ({
    status: { workspace: `acme/${workspace}`, run: 'last' as const, is: 'applied' as const },
  });
  /** The entries that are shown, as their kind, their run and their second. */
  const shown = (given: Layout, actions: string[], workspace: string, rule: string) => {
    const played = run(given, actions);
    return evidenceOf(about(workspace), rule, played).map((i) => {
      const entry = played.log[i];
      return entry === undefined
        ? 'none'
        : [entry.kind, 'run' in entry ? entry.run : '', entry.at].join(' ').replace('  ', ' ');
    });
  };

  it('is each entry that names the rule in a workspace of the goal', () => {
    const actions = ['start app at 0', 'start batch at 0', 'discard app at 30', 'start app at 40'];
    expect(shown(layout('app, batch'), actions, 'app', 'AA-02')).toEqual(['hold run-1 20', 'hold run-3 60']);
  });

  it('is that of a trigger which stayed silent, by the downstream', () => {
    const given = layout('a -> app; a -> batch; a: auto_apply; app: local; batch: local');
    expect(shown(given, ['start a at 0'], 'app', 'EM-03')).toEqual(['not_queued run-1 50']);
  });

  it('is in any workspace, where none of the goal met the rule', () => {
    const actions = ['start app at 0', 'start batch at 5'];
    expect(shown(layout('app: auto_apply; batch'), actions, 'app', 'AA-02')).toEqual(['hold run-2 25']);
  });

  it('is the last entry about its workspaces, where nothing names the rule', () => {
    const actions = ['start app at 0', 'start batch at 5'];
    expect(shown(layout('app: auto_apply; batch: auto_apply'), actions, 'app', 'RT-01')).toEqual([
      'status run-1 50',
    ]);
    expect(shown(layout('app: auto_apply; batch: auto_apply'), actions, 'batch', 'RT-01')).toEqual([
      'status run-2 55',
    ]);
  });

  it('is the last entry of all, where nothing is about its workspaces but a trigger', () => {
    expect(
      shown(layout('batch -> app; batch: auto_apply, no_changes'), ['start batch at 0'], 'none', 'RT-01'),
    ).toEqual(['not_queued run-1 20']);
    expect(shown(layout('batch -> app'), [], 'app', 'RT-01')).toEqual(['trigger 0']);
    expect(shown(layout('batch; app'), [], 'app', 'RT-01')).toEqual([]);
  });
});

describe('the workspaces that a check names', () => {
  it('are found in everything that it holds', () => {
    const check = {
      any: [
        { not: { shares: { sourceable: 'acme/a', workspace: 'acme/b' } } },
        {
          all: [
            {
              before: {
                first: { workspace: 'acme/c', status: 'applied' as const },
                later: { workspace: 'acme/d', status: 'applied' as const },
              },
            },
          ],
        },
      ],
    };
    expect([...workspacesOf(check)]).toEqual(['acme/a', 'acme/b', 'acme/c', 'acme/d']);
    expect([...workspacesOf({ people: { acts: [], is: 0 } })]).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { simulate } from '#engine/simulate/simulate.ts';
import { layout, plainLayout, run, scenario, set } from '../support/shorthand.ts';

describe('the result', () => {
  it('has the fields of the contract, in its order', () => {
    const { result } = run(layout('network -> app; network: no_changes'), ['start network', 'link app app']);
    expect(JSON.stringify(result)).toBe(
      JSON.stringify({
        version: 1,
        runs: [
          {
            id: 'run-1',
            workspace: 'acme/network',
            source: 'tfe-ui',
            triggered_by: null,
            mode: 'standard',
            status: 'planned_and_finished',
            waiting_for: null,
            rule: 'RUN-03',
            statuses: [
              { status: 'pending', at: 0 },
              { status: 'planning', at: 0 },
              { status: 'planned', at: 20 },
              { status: 'planned_and_finished', at: 20 },
            ],
          },
        ],
        not_queued: [
          {
            run: 'run-1',
            sourceable: 'acme/network',
            workspace: 'acme/app',
            rule: 'FI-13',
            message:
              'The plan of run-1 had no changes, so it ended planned_and_finished and app heard no apply.',
          },
        ],
        rejections: [{ action: 1, rule: 'RT-22', message: 'app cannot trigger itself.' }],
        stale: [],
        ended_at: 20,
      }),
    );
  });

  it('is the same each time, and leaves the input as it was', () => {
    const given = scenario(
      plainLayout('network -> a, b -> app; app reads network.vpc; network: auto_apply'),
      ['start network', set('a', { auto_apply: true }), 'confirm a'],
    );
    const before = JSON.stringify(given);
    const first = JSON.stringify(simulate(given));
    expect(JSON.stringify(simulate(given))).toBe(first);
    expect(JSON.stringify(given)).toBe(before);
  });

  it('names no rule exactly where a run is applied, or neither waits nor ended', () => {
    const { result } = run(layout('a: auto_apply; b; c: plan_errors; d'), [
      'start a',
      'start b',
      'start c',
      'start d at 100',
      'discard d at 130',
    ]);
    expect(result.runs.map((r) => [r.status, r.rule])).toEqual([
      ['applied', null],
      ['planned', 'AA-02'],
      ['errored', 'RUN-13'],
      ['discarded', 'RUN-05'],
    ]);
  });
});

describe('not_queued', () => {
  it('has a row for each trigger of a run that ended, in the order of the triggers’ creation', () => {
    const given = layout('network, b, a, c; network -> b; network -> a; network: no_changes');
    expect(run(given, ['link network c', 'start network']).summary.slice(1)).toEqual([
      'run-1 -/-> b: FI-13',
      'run-1 -/-> a: FI-13',
      'run-1 -/-> c: FI-13',
    ]);
  });

  it('is in the order in which the runs ended, not in that of their numbers', () => {
    const given = layout('a -> x; b -> x; a: no_changes; b: no_changes', { b: { seconds: { plan: 5 } } });
    expect(run(given, ['start a at 0', 'start b at 1']).summary.slice(2)).toEqual([
      'run-2 -/-> x: FI-13',
      'run-1 -/-> x: FI-13',
    ]);
  });

  it('counts the triggers that exist when the run ends', () => {
    const given = layout('network -> app; batch; network: no_changes');
    expect(
      run(given, ['start network at 0', 'unlink network app at 5', 'link network batch at 6']).summary.slice(
        1,
      ),
    ).toEqual(['run-1 -/-> batch: FI-13']);
  });

  it('has the rows of an applied run before those of the saved plans that it discards', () => {
    const given = layout('network -> a, b; network: auto_apply; b: local');
    expect(
      run(given, ['start network save_plan', 'start network save_plan', 'start network']).summary.slice(4),
    ).toEqual([
      'run-3 -/-> b: EM-03',
      'run-1 -/-> a: FI-06',
      'run-1 -/-> b: FI-06',
      'run-2 -/-> a: FI-06',
      'run-2 -/-> b: FI-06',
    ]);
  });

  it('names why the run did not fire before it looks at the downstream', () => {
    const given = layout('network -> app; network: no_changes; app: local');
    expect(run(given, ['start network']).summary[1]).toBe('run-1 -/-> app: FI-13');
  });

  it('has no row for a run that has not ended', () => {
    expect(run(layout('network -> app'), ['start network']).result.not_queued).toEqual([]);
  });
});

describe('ended_at', () => {
  it('is 0 where nothing was done', () => {
    expect(run(layout('app'), []).result.ended_at).toBe(0);
  });

  it('is the second of the last action where that came later, rejected or not', () => {
    expect(run(layout('app'), ['start app at 0', 'lock app at 100']).result.ended_at).toBe(100);
    expect(
      run(layout('app'), ['start app at 0', 'link app app at 7', 'unlock app at 21']).result.ended_at,
    ).toBe(21);
    expect(run(layout('app'), [set('app', {}, { at: 9 })]).result.ended_at).toBe(9);
  });

  it('is the last status otherwise', () => {
    expect(run(layout('app'), ['start app at 3']).result.ended_at).toBe(23);
    expect(run(layout('app'), ['start app at 3', 'lock app at 5']).result.ended_at).toBe(23);
  });

  it('does not wait for the end of a stage that was canceled', () => {
    expect(run(layout('app: auto_apply'), ['start app at 0', 'cancel app at 30']).result.ended_at).toBe(30);
  });

  it('is the second at which an action came whose own second had passed', () => {
    expect(
      run(layout('app'), ['start app at 0', 'confirm app at 20', 'lock app', 'unlock app at 3']).result
        .ended_at,
    ).toBe(50);
  });
});

import { describe, expect, it } from 'vitest';
import { layout, plainLayout, readScenario, run, set } from '../support/shorthand.ts';

const task = (stage: string) => ({ name: stage, stage, enforcement_level: 'advisory', passes: true });
const soft = { name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false };

/** pre_plan 0-5, plan 5-25, post_plan 25-30, cost 30-35, policies 35-40, pre_apply 40-45, apply 45-75, post_apply 75-80. */

describe('set', () => {
  it('replaces a field as a whole', () => {
    const given = layout('app: auto_apply', {
      app: {
        requires: [{ key: 'region' }, { key: 'zone' }],
        variables: [{ key: 'region' }, { key: 'zone' }],
      },
    });
    expect(run(given, [set('app', { variables: [{ key: 'zone' }] }), 'start app']).summary).toEqual([
      'run-1 app: errored by VS-15',
    ]);
  });

  it('gives seconds that are left out their default, not the old value', () => {
    const given = layout('app: auto_apply', { app: { seconds: { plan: 1, apply: 1 } } });
    expect(run(given, [set('app', { seconds: { plan: 2 } }), 'start app']).story('run-1')).toMatch(
      /planned 2,.*applied 32$/,
    );
  });

  it('affects later runs only: a run keeps every field that it was created with', () => {
    const given = layout('app reads network.vpc; network shares app; app: locked, auto_apply', {
      app: { requires: [{ key: 'region' }], variables: [{ key: 'region' }] },
    });
    const change = {
      auto_apply: false,
      plan: 'errors',
      apply: 'errors',
      variables: [],
      requires: [{ key: 'other' }],
      cost_estimation: true,
      run_tasks: [task('pre_plan')],
      policies: [soft],
      reads: [{ workspace: 'network', output: 'nothing' }],
      seconds: { plan: 1, apply: 1 },
      has_configuration: false,
      tfe_token_team: 'owners',
    };
    const { story } = run(given, ['start app at 0', set('app', change, { at: 1 }), 'unlock app at 2']);
    expect(story('run-1')).toBe('pending 0, planning 2, planned 22, confirmed 22, applying 22, applied 52');
  });

  it('changes auto_apply_run_trigger for triggered runs that are created later', () => {
    const given = layout('network -> app; network: auto_apply');
    const late = run(given, ['start network at 0', set('app', { auto_apply_run_trigger: true }, { at: 51 })]);
    expect(late.result.runs[1]?.waiting_for).toBe('confirmation');
    const early = run(given, [
      'start network at 0',
      set('app', { auto_apply_run_trigger: true }, { at: 49 }),
    ]);
    expect(early.result.runs[1]?.status).toBe('applied');
  });

  it('offers outputs only once a run with them was applied', () => {
    const given = layout('app reads network.vpc; network shares app; network, app', {
      network: { outputs: [] },
    });
    const outputs = { outputs: [{ name: 'vpc' }] };
    const later = run(given, [
      set('network', outputs),
      'start app',
      'start network',
      'confirm network',
      'start app',
    ]);
    expect(later.summary.slice(0, 3)).toEqual([
      'run-1 app: errored by RS-01',
      'run-2 network: applied',
      'run-3 app: planned waits for confirmation by AA-02',
    ]);
    const queued = run(given, [
      'start network at 0',
      set('network', outputs, { at: 1 }),
      'confirm network at 30',
      'start app at 100',
    ]);
    expect(queued.summary[1]).toBe('run-2 app: errored by RS-01');
  });

  it('keeps outputs of the last apply readable after they were taken out of the configuration', () => {
    const given = layout('app reads network.vpc; network shares app');
    expect(run(given, [set('network', { outputs: [] }), 'start app']).result.runs[0]?.waiting_for).toBe(
      'confirmation',
    );
  });

  it('leaves a run that was pending its variables when the workspace becomes local: it goes on', () => {
    const given = layout('app: locked, auto_apply', {
      app: { requires: [{ key: 'region' }], variables: [{ key: 'region' }] },
    });
    expect(
      run(given, ['start app at 0', set('app', { execution_mode: 'local' }, { at: 1 }), 'unlock app at 2'])
        .summary,
    ).toEqual(['run-1 app: applied']);
  });

  it.each(['name', 'organization', 'project', 'locked', 'has_state'])('cannot set %s', (field) => {
    const parsed = readScenario(plainLayout('app'), [set('app', { [field]: true })]);
    expect(parsed.ok ? [] : parsed.problems.map((p) => p.path)).toEqual([`actions[0].settings.${field}`]);
  });
});

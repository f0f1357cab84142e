import { describe, expect, it } from 'vitest';
import { layout, run } from '../support/shorthand.ts';

const task = (stage: string, enforcement_level = 'advisory', passes = true) => ({
  name: `${stage}-${enforcement_level}-${passes}`,
  stage,
  enforcement_level,
  passes,
});
const sentinel = (enforcement_level: string, passes = false) => ({
  name: `s-${enforcement_level}`,
  kind: 'sentinel',
  enforcement_level,
  passes,
});
const opa = (enforcement_level: string, passes = false) => ({
  name: `o-${enforcement_level}`,
  kind: 'opa',
  enforcement_level,
  passes,
});
const everything = {
  cost_estimation: true,
  run_tasks: ['pre_plan', 'post_plan', 'pre_apply', 'post_apply'].map((stage) => task(stage)),
  policies: [sentinel('advisory', true), opa('advisory', true)],
};

describe('how a run moves: stages and seconds', () => {
  it('has only the stages of an ordinary workspace, plan 20 and apply 30', () => {
    expect(run(layout('app: auto_apply'), ['start app']).story('run-1')).toBe(
      'pending 0, planning 0, planned 20, confirmed 20, applying 20, applied 50',
    );
  });

  it('goes through every stage in its order, each of 5 seconds beside plan and apply', () => {
    const { story, result } = run(layout('app: auto_apply', { app: everything }), ['start app']);
    expect(story('run-1')).toBe(
      'pending 0, pre_plan_running 0, pre_plan_completed 5, planning 5, planned 25, ' +
        'post_plan_running 25, post_plan_completed 30, policy_checking 30, policy_checked 35, ' +
        'cost_estimating 35, cost_estimated 40, policy_checking 40, policy_checked 45, confirmed 45, ' +
        'pre_apply_running 45, pre_apply_completed 50, applying 50, post_apply_running 80, ' +
        'post_apply_completed 85, applied 85',
    );
    expect(result.ended_at).toBe(85);
  });

  it('takes 5 seconds for all tasks of a stage together, and for all policies of a kind', () => {
    const many = {
      run_tasks: [task('pre_plan'), task('pre_plan', 'mandatory')],
      policies: [opa('advisory', true), opa('mandatory', true)],
    };
    expect(run(layout('app: auto_apply', { app: many }), ['start app']).story('run-1')).toBe(
      'pending 0, pre_plan_running 0, pre_plan_completed 5, planning 5, planned 25, policy_checking 25, ' +
        'policy_checked 30, confirmed 30, applying 30, applied 60',
    );
  });

  it('takes the seconds of the layout, also where they are 0', () => {
    const app = { seconds: { plan: 0, apply: 7 } };
    expect(run(layout('app: auto_apply', { app }), ['start app at 3']).story('run-1')).toBe(
      'pending 3, planning 3, planned 3, confirmed 3, applying 3, applied 10',
    );
  });

  it('ends a failed plan at the end of its seconds, without planned', () => {
    expect(run(layout('app: plan_errors'), ['start app']).story('run-1')).toBe(
      'pending 0, planning 0, errored 20',
    );
  });

  it.each([
    ['pre_plan', 'pending 0, pre_plan_running 0, errored 5'],
    ['post_plan', 'pending 0, planning 0, planned 20, post_plan_running 20, errored 25'],
    ['pre_apply', 'pending 0, planning 0, planned 20, confirmed 20, pre_apply_running 20, errored 25'],
  ])('goes straight to errored when a mandatory %s task fails', (stage, story) => {
    const app = { run_tasks: [task(stage, 'mandatory', false), task(stage, 'advisory', true)] };
    expect(run(layout('app: auto_apply', { app }), ['start app']).story('run-1')).toBe(story);
  });

  it('only notes advisory failures, and their stage takes place', () => {
    const app = {
      run_tasks: ['pre_plan', 'post_plan', 'pre_apply', 'post_apply'].map((s) => task(s, 'advisory', false)),
      policies: [sentinel('advisory'), opa('advisory')],
    };
    const { log, story } = run(layout('app: auto_apply', { app }), ['start app']);
    expect(log.flatMap((e) => (e.kind === 'noted' ? [`${e.at} ${e.rule} ${e.message}`] : []))).toEqual([
      '5 TSK-02 Advisory run task pre_plan-advisory-false failed; app goes on.',
      '30 TSK-02 Advisory run task post_plan-advisory-false failed; app goes on.',
      '35 POL-03 Advisory policy o-advisory failed; app goes on.',
      '40 POL-02 Advisory policy s-advisory failed; app goes on.',
      '45 TSK-02 Advisory run task pre_apply-advisory-false failed; app goes on.',
      '80 TSK-06 Advisory run task post_apply-advisory-false failed; app goes on.',
    ]);
    expect(story('run-1')).toMatch(/post_apply_completed 80, applied 80$/);
  });

  it('asks nothing after an earlier check ended the run', () => {
    const app = {
      run_tasks: [task('post_plan', 'mandatory', false)],
      policies: [opa('mandatory'), sentinel('hard-mandatory')],
      cost_estimation: true,
    };
    expect(run(layout('app', { app }), ['start app']).story('run-1')).toMatch(
      /planned 20, post_plan_running 20, errored 25$/,
    );
  });

  it('overrides OPA before cost estimation, and Sentinel after it', () => {
    const app = { policies: [sentinel('soft-mandatory'), opa('mandatory')], cost_estimation: true };
    const { story, holds } = run(layout('app: auto_apply', { app }), [
      'start app at 0',
      'override app at 40',
      'override app at 60',
    ]);
    expect(story('run-1')).toBe(
      'pending 0, planning 0, planned 20, policy_checking 20, policy_override 25, policy_checked 40, ' +
        'cost_estimating 40, cost_estimated 45, policy_checking 45, policy_override 50, policy_checked 60, ' +
        'confirmed 60, applying 60, applied 90',
    );
    expect(holds('run-1')).toBe('policy_override 25, null 40, policy_override 50, null 60');
  });

  it('lets hard-mandatory prevail, straight to errored', () => {
    const app = { policies: [sentinel('soft-mandatory'), sentinel('hard-mandatory')] };
    expect(run(layout('app', { app }), ['start app']).story('run-1')).toBe(
      'pending 0, planning 0, planned 20, policy_checking 20, errored 25',
    );
  });

  it('still asks Sentinel after an overridden OPA policy of the same run', () => {
    const app = { policies: [opa('mandatory'), sentinel('hard-mandatory')] };
    expect(run(layout('app', { app }), ['start app', 'override app']).summary).toEqual([
      'run-1 app: errored by POL-04',
    ]);
  });

  it('ends a plan-only run policy_soft_failed at its first failure, without its later checks', () => {
    const app = { policies: [opa('mandatory'), sentinel('soft-mandatory', true)], cost_estimation: true };
    expect(run(layout('app', { app }), ['start app plan_only']).story('run-1')).toBe(
      'pending 0, planning 0, planned 20, policy_checking 20, policy_soft_failed 25',
    );
  });

  it('ends a plan without changes after the checks, not before', () => {
    const app = { cost_estimation: true, policies: [sentinel('advisory', true)] };
    expect(run(layout('app: no_changes, auto_apply', { app }), ['start app']).story('run-1')).toBe(
      'pending 0, planning 0, planned 20, cost_estimating 20, cost_estimated 25, policy_checking 25, ' +
        'policy_checked 30, planned_and_finished 30',
    );
  });

  it('lets a plan without changes wait for an override that nobody can give, so that only discard helps', () => {
    const app = { policies: [sentinel('soft-mandatory')] };
    expect(
      run(layout('app: no_changes', { app }), ['start app', 'override app', 'start app', 'discard app'])
        .summary,
    ).toEqual([
      'run-1 app: discarded by RUN-05',
      'run-2 app: policy_override waits for policy_override by POL-04',
      'action 1 refused: POL-09',
    ]);
  });
});

describe('how a run moves: waiting in its last status', () => {
  it.each([
    ['planned', {}],
    ['post_plan_completed', { run_tasks: [task('post_plan')] }],
    ['cost_estimated', { cost_estimation: true, policies: [opa('advisory', true)] }],
    ['policy_checked', { cost_estimation: true, policies: [sentinel('advisory', true)] }],
  ])('waits for confirmation in %s', (status, app) => {
    const { result } = run(layout('app', { app }), ['start app']);
    expect(result.runs[0]).toMatchObject({ status, waiting_for: 'confirmation', rule: 'AA-02' });
  });

  it('enters confirmed when it is confirmed, in that second', () => {
    expect(run(layout('app'), ['start app at 0', 'confirm app at 100']).story('run-1')).toBe(
      'pending 0, planning 0, planned 20, confirmed 100, applying 100, applied 130',
    );
  });
});

describe('how a run moves: modes', () => {
  it('ends plan_only in planned_and_finished', () => {
    expect(run(layout('app: auto'), ['start app plan_only']).story('run-1')).toBe(
      'pending 0, planning 0, planned 20, planned_and_finished 20',
    );
  });

  it('applies an empty apply without changes by itself, on the command line without -auto-approve too', () => {
    const given = layout('app: no_changes; team ops: app=plan');
    for (const how of ['start app allow_empty_apply', 'start app allow_empty_apply cli as ops'])
      expect(run(given, [how]).story('run-1')).toBe(
        'pending 0, planning 0, planned 20, confirmed 20, applying 20, applied 50',
      );
  });

  it('treats an empty apply with changes as any other run', () => {
    const { summary } = run(layout('app; batch: auto_apply; team ops: batch=plan'), [
      'start app allow_empty_apply',
      'start batch allow_empty_apply',
      'start batch allow_empty_apply as ops',
    ]);
    expect(summary).toEqual([
      'run-1 app: planned waits for confirmation by AA-02',
      'run-2 batch: applied',
      'run-3 batch: planned waits for confirmation by AA-06',
    ]);
  });

  it.each(['refresh_only', 'destroy'])('fires and applies by itself after %s as after any run', (mode) => {
    const { summary } = run(layout('network -> app; network: auto_apply'), [`start network ${mode}`]);
    expect(summary).toEqual([
      'run-1 network: applied',
      'run-2 app from run-1: planned waits for confirmation by AA-05',
    ]);
  });

  it('queues a standard run downstream, whatever the mode of the source', () => {
    const { result } = run(layout('network -> app; network: auto_apply'), ['start network destroy']);
    expect(result.runs[1]).toMatchObject({
      id: 'run-2',
      workspace: 'acme/app',
      source: 'tfe-run-trigger',
      triggered_by: 'run-1',
      mode: 'standard',
    });
  });
});

describe('how a run moves: auto-apply', () => {
  const rows: [string, string, string, boolean][] = [
    ['tfe-ui', 'auto_apply', 'start app', true],
    ['tfe-ui', 'auto_apply_run_trigger', 'start app', false],
    ['tfe-api', 'auto_apply', 'start app tfe-api', true],
    ['tfe-api', 'auto_apply_run_trigger', 'start app tfe-api', false],
    ['vcs', 'auto_apply', 'start app vcs', true],
    ['vcs', 'auto_apply_run_trigger', 'start app vcs', false],
    ['cli', 'auto', 'start app cli', false],
    ['cli with -auto-approve', 'no_changes', 'start app cli auto_approve allow_empty_apply', true],
    ['cli with -auto-approve', 'cost', 'start app cli auto_approve', true],
    ['tfe-ui of a team with plan', 'auto', 'start app as planners', false],
    ['tfe-api of a team with plan', 'auto', 'start app tfe-api as planners', false],
    ['vcs as a team with plan', 'auto', 'start app vcs as planners', true],
    ['cli with -auto-approve of a team with plan', 'auto', 'start app cli auto_approve as planners', false],
    ['tfe-ui of a team with write', 'auto', 'start app as writers', true],
  ];
  for (const ruleset of ['hcp', 'guide']) {
    it.each(rows)(`${ruleset}: %s with %s: %s`, (_source, flags, action, applies) => {
      const text = `app: ${flags}; team planners: app=plan; team writers: app=write`;
      const [first] = run(layout(text, {}, { ruleset }), [action]).result.runs;
      expect(first?.status === 'applied').toBe(applies);
      expect(first?.waiting_for).toBe(applies ? null : 'confirmation');
    });
  }

  it.each([
    ['hcp', 'auto_apply', false],
    ['hcp', 'auto_apply_run_trigger', true],
    ['guide', 'auto_apply', true],
    ['guide', 'auto_apply_run_trigger', false],
  ])('%s: a triggered run with %s', (ruleset, flag, applies) => {
    const given = layout(`network -> app; network: auto_apply; app: ${flag}`, {}, { ruleset });
    expect(run(given, ['start network']).result.runs[1]?.status === 'applied').toBe(applies);
  });

  it('needs no permission of whoever started the upstream run', () => {
    const given = layout('network -> app; app: auto; team ops: network=write');
    expect(run(given, ['start network as ops', 'confirm network as ops']).summary).toEqual([
      'run-1 network: applied',
      'run-2 app from run-1: applied',
    ]);
  });
});

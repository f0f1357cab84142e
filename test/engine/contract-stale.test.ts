import { describe, expect, it } from 'vitest';
import { layout, run, set } from '../support/shorthand.ts';

const task = (stage: string) => ({ name: stage, stage, enforcement_level: 'advisory', passes: true });

describe('stale', () => {
  const base = 'app reads network.vpc; network shares app';

  it('is a reader with state that was not applied since its source was, counted from the start', () => {
    expect(run(layout(`${base}; network: auto_apply`), []).result.stale).toEqual([]);
    expect(run(layout(`${base}; network: auto_apply`), ['start network']).result.stale).toEqual([
      { workspace: 'acme/app', sourceable: 'acme/network' },
    ]);
  });

  it('is no reader without state that was never applied', () => {
    expect(
      run(layout(`${base}; network: auto_apply; app: no_state`), ['start network']).result.stale,
    ).toEqual([]);
  });

  it('is over once the reader was applied after its source, and not while it only planned', () => {
    const given = layout(`${base}; network: auto_apply`);
    expect(run(given, ['start network', 'start app']).result.stale).toHaveLength(1);
    expect(run(given, ['start network', 'start app', 'confirm app']).result.stale).toEqual([]);
  });

  it('counts from the planning of the reader, not from its apply', () => {
    const given = layout(`${base}; network: auto_apply; app: auto_apply`);
    expect(run(given, ['start network at 0', 'start app at 30']).result.stale).toHaveLength(1);
    expect(run(given, ['start network at 0', 'start app at 51']).result.stale).toEqual([]);
  });

  it('goes by the order of events within a second', () => {
    const triggered = run(layout(`network -> app; ${base}; network: auto_apply; app: auto`), [
      'start network',
    ]);
    expect(triggered.story('run-2')).toMatch(/planning 50/);
    expect(triggered.result.stale).toEqual([]);

    const given = layout(`${base}; network: auto_apply; app: auto_apply`, {
      network: { seconds: { plan: 48, apply: 2 } },
      app: { run_tasks: [task('pre_plan')] },
    });
    const before = run(given, ['start network at 0', 'start app at 45']);
    expect(before.story('run-1')).toMatch(/applied 50$/);
    expect(before.story('run-2')).toMatch(/planning 50/);
    expect(before.result.stale).toHaveLength(1);
  });

  it.each(['destroy', 'refresh_only', 'allow_empty_apply', 'save_plan'])(
    'counts an applied %s of the source',
    (mode) => {
      const confirm = mode === 'save_plan' ? ['confirm run-1'] : [];
      expect(
        run(layout(`${base}; network: auto_apply`), [`start network ${mode}`, ...confirm]).result.stale,
      ).toHaveLength(1);
    },
  );

  it.each([
    ['a plan without changes', 'no_changes'],
    ['a failed plan', 'plan_errors'],
    ['a failed apply', 'apply_errors'],
  ])('does not count %s of the source', (_what, flag) => {
    expect(run(layout(`${base}; network: auto_apply, ${flag}`), ['start network']).result.stale).toEqual([]);
  });

  it('is never a workspace by itself', () => {
    expect(run(layout('app reads app.x; app: auto_apply'), ['start app', 'start app']).result.stale).toEqual(
      [],
    );
  });

  it('has each pair once, ordered by workspace in the layout, then by read', () => {
    const text = `z; a; n1, n2; z reads n2.x; z reads n1.x; z reads n2.y; a reads n1.x
      n1 shares everyone; n2 shares everyone; n1: auto_apply; n2: auto_apply`;
    expect(run(layout(text), ['start n1', 'start n2']).summary.slice(2)).toEqual([
      'stale: z read n2',
      'stale: z read n1',
      'stale: a read n1',
    ]);
  });

  it('goes by what the last applied run read, not by what is set now', () => {
    const given = layout(`${base}; other; network: auto_apply; app: auto_apply`);
    expect(run(given, ['start app', set('app', { reads: [] }), 'start network']).result.stale).toHaveLength(
      1,
    );
    expect(
      run(given, ['start app', set('app', { reads: [] }), 'start app', 'start network']).result.stale,
    ).toEqual([]);
    const none = layout('app, network; network: auto_apply, no_state; app: auto_apply', {
      network: { outputs: [{ name: 'vpc' }] },
    });
    expect(
      run(none, [set('app', { reads: [{ workspace: 'network', output: 'vpc' }] }), 'start network']).result
        .stale,
    ).toEqual([]);
  });

  it('counts reads through tfe_outputs as well', () => {
    const given = layout('app reads network.vpc through tfe_outputs; network: auto_apply', {
      app: { tfe_token_team: 'owners' },
    });
    expect(run(given, ['start network']).result.stale).toHaveLength(1);
  });
});

describe('plan: auto', () => {
  const base = 'app reads network.vpc; network shares app; network: auto_apply; app: plan_auto, auto';

  it.each(['start app', 'start app vcs', 'start app cli auto_approve', 'start app tfe-api'])(
    'has changes for %s',
    (how) => {
      expect(run(layout(base), [how]).result.runs[0]?.status).toBe('applied');
    },
  );

  it('has changes in a triggered run only where something it reads was applied again', () => {
    const diamond = layout(`network -> a, b -> app; ${base}; a: auto; b: auto`);
    expect(run(diamond, ['start network']).summary.slice(3)).toEqual([
      'run-4 app from run-2: applied',
      'run-5 app from run-3: planned_and_finished by RUN-03',
    ]);
  });

  it('has changes in a triggered run of a workspace without state', () => {
    const given = layout('network -> app; network: auto_apply; app: plan_auto, auto, no_state');
    expect(run(given, ['start network', 'start network']).summary).toEqual([
      'run-1 network: applied',
      'run-2 app from run-1: applied',
      'run-3 network: applied',
      'run-4 app from run-3: planned_and_finished by RUN-03',
    ]);
  });

  it('has none by what the workspace itself applied', () => {
    const given = layout('network -> app; app reads app.x; network: auto_apply; app: plan_auto, auto');
    expect(run(given, ['start app', 'start network']).summary.at(-1)).toBe(
      'run-3 app from run-2: planned_and_finished by RUN-03',
    );
  });

  it('is looked at when planning is entered, after what happened while the run was pending', () => {
    const given = layout(`other -> app; ${base}, locked; other: auto_apply`);
    const { summary } = run(given, ['start other', 'start network', 'unlock app']);
    expect(summary[1]).toBe('run-2 app from run-1: applied');
    expect(run(given, ['start other', 'unlock app']).summary[1]).toBe(
      'run-2 app from run-1: planned_and_finished by RUN-03',
    );
  });

  it('goes by what the run itself reads, not by what was set since it was created', () => {
    const pending = ['start network at 0', set('app', { reads: [] }, { at: 60 }), 'unlock app at 61'];
    const reads = layout(`network -> app; ${base}, locked`);
    expect(run(reads, pending).result.runs[1]?.status).toBe('applied');
    const given = layout('network -> app; network: auto_apply; app: plan_auto, auto, locked', {
      network: { outputs: [{ name: 'vpc' }], global_remote_state: true },
    });
    const later = set('app', { reads: [{ workspace: 'network', output: 'vpc' }] }, { at: 60 });
    expect(run(given, ['start network at 0', later, 'unlock app at 61']).result.runs[1]?.rule).toBe('RUN-03');
  });
});

import { describe, expect, it } from 'vitest';
import { nearestChange } from '#engine/explain/counterfactual.ts';
import type { Remedy } from '#engine/rules/rule.ts';
import { layout, scenario, set } from '../support/shorthand.ts';
import { hold, ended, silent, refused, nearest, on } from './nearest.ts';

describe('the nearest change', () => {
  const chain = layout('network -> app; network: auto_apply, plan_errors; app: local');
  const mend = on('network', { plan: 'changes' });
  const remote = on('app', { execution_mode: 'remote' });
  const idle = on('app', { auto_apply: true });

  it('is one change where one is enough, the first of several that are', () => {
    const open = layout('app');
    const confirm: Remedy = { kind: 'act', type: 'confirm', workspace: 'acme/app', run: 'run-1' };
    const auto = on('app', { auto_apply: true });
    const useless = on('app', { apply: 'succeeds' });
    expect(nearest(open, ['start app'], hold('run-1'), [useless, confirm, auto])).toBe(
      'confirm run-1: run-1 goes on, and ends up applied',
    );
    expect(nearest(open, ['start app'], hold('run-1'), [auto, confirm])).toBe(
      'set auto_apply = true on acme/app: run-1 goes on, and ends up applied',
    );
  });

  it('is a pair where no single one helps, wherever the two stand', () => {
    const wanted =
      'set plan = "changes" on acme/network; set execution_mode = "remote" on acme/app: run-2 is queued in acme/app';
    expect(nearest(chain, ['start network'], silent(), [mend, remote])).toBe(wanted);
    expect(nearest(chain, ['start network'], silent(), [idle, mend, idle, remote])).toBe(wanted);
  });

  it('is all of them together where no pair helps', () => {
    const three = layout('network -> app; network: plan_errors; app: local');
    const changes = [mend, remote, on('network', { auto_apply: true })];
    expect(nearest(three, ['start network'], silent(), changes)).toBe(
      'set plan = "changes" on acme/network; set execution_mode = "remote" on acme/app; set auto_apply = true on acme/network: run-2 is queued in acme/app',
    );
  });

  it('is looked for among the first six only, but each one is tried alone', () => {
    const many = [idle, idle, idle, idle, idle, mend, remote];
    expect(nearest(chain, ['start network'], silent(), many)).toBeNull();
    expect(nearest(chain, ['start network'], silent(), many.slice(1))).not.toBeNull();
    const last = [
      ...Array.from({ length: 8 }, () => on('app', { apply: 'succeeds' })),
      on('app', { auto_apply: true }),
    ];
    expect(nearest(layout('app'), ['start app'], hold('run-1'), last)).not.toBeNull();
  });

  it('is the first pair that helps, in the order of the changes', () => {
    const agent = on('app', { execution_mode: 'agent' });
    expect(nearest(chain, ['start network'], silent(), [mend, remote, agent])).toContain('"remote"');
    expect(nearest(chain, ['start network'], silent(), [mend, agent, remote])).toContain('"agent"');
  });

  it('passes over changes that do not fit the scenario', () => {
    const changes: Remedy[] = [{ kind: 'as_owner' }, idle, mend];
    expect(nearest(chain, ['start network'], silent(), changes)).toBeNull();
    expect(nearest(chain, ['start network'], silent(), [...changes, remote])).toContain('run-2 is queued');
  });

  it('does not exist where a simulation would make too many runs', () => {
    const floors = Array.from({ length: 15 }, (_, i) => `x${i}, y${i}`);
    const auto = floors
      .join(', ')
      .split(', ')
      .map((name) => `${name}: auto`);
    const flood = layout([`network -> ${floors.join(' -> ')}`, ...auto].join('; '));
    expect(
      nearest(flood, ['start network'], hold('run-1'), [on('network', { auto_apply: true })]),
    ).toBeNull();
    const start: Remedy = { kind: 'mode', run: 'run-1', mode: 'standard' };
    expect(nearest(flood, ['start network', 'confirm network'], hold('run-1'), [start])).toBeNull();
  });

  it('does not exist where nothing helps, and where nothing is proposed', () => {
    expect(nearest(chain, ['start network'], silent(), [mend, idle])).toBeNull();
    expect(nearest(chain, ['start network'], silent(), [])).toBeNull();
  });

  it('comes with the scenario in which it was tried', () => {
    const found = nearestChange(scenario(layout('app, batch'), ['start app']), hold('run-1'), [
      on('app', { auto_apply: true }),
    ]);
    expect(found?.changes).toEqual([on('app', { auto_apply: true })]);
    expect(found?.scenario.layout.workspaces.map((w) => w.auto_apply)).toEqual([true, false]);
    expect(found?.scenario.actions).toEqual(scenario(layout('app, batch'), ['start app']).actions);
  });
});

describe('a change of a setting', () => {
  it('holds against a later action that sets the same field, and leaves the other fields of that action', () => {
    const given = layout('app');
    const actions = [
      set('app', { auto_apply: false, execution_mode: 'agent' }),
      set('app', { execution_mode: 'remote' }),
      'start app',
    ];
    const found = nearestChange(scenario(given, actions), hold('run-1'), [on('app', { auto_apply: true })]);
    expect(found?.effect).toBe('run-1 goes on, and ends up applied');
    expect(found?.scenario.actions.slice(0, 2)).toMatchObject([
      { settings: { auto_apply: true, execution_mode: 'agent' } },
      { settings: { execution_mode: 'remote' } },
    ]);
    const [, second] = found?.scenario.actions ?? [];
    expect(second?.type === 'set' && Object.keys(second.settings)).toEqual(['execution_mode']);
  });

  it('leaves what is set on other workspaces', () => {
    const actions = [set('batch', { auto_apply: false }), 'start app'];
    const found = nearestChange(scenario(layout('app, batch'), actions), hold('run-1'), [
      on('app', { auto_apply: true }),
    ]);
    expect(found?.scenario.actions[0]).toMatchObject({ settings: { auto_apply: false } });
  });

  it('names several fields in one sentence', () => {
    const both = on('app', { execution_mode: 'agent', auto_apply: true });
    expect(nearest(layout('app'), ['start app'], hold('run-1'), [both])).toBe(
      'set execution_mode = "agent", auto_apply = true on acme/app: run-1 goes on, and ends up applied',
    );
  });
});

describe('another start', () => {
  const empty = layout('app: auto_apply; batch', { app: { plan: 'no_changes' } });
  const mode: Remedy = { kind: 'mode', run: 'run-2', mode: 'allow_empty_apply' };

  it('changes the action that started the run, no other one', () => {
    const found = nearestChange(scenario(empty, ['start batch', 'start app', 'start app']), ended('run-2'), [
      mode,
    ]);
    expect(found?.change).toBe('start run-2 as allow_empty_apply');
    expect(found?.effect).toBe('run-2 ends up applied');
    expect(found?.scenario.actions.map((a) => a.type === 'start_run' && a.mode)).toEqual([
      'standard',
      'allow_empty_apply',
      'standard',
    ]);
    expect(found?.scenario.layout).toEqual(scenario(empty, []).layout);
  });

  it('is none for a run that a trigger started, and for one that does not exist', () => {
    const chained = layout('network -> app; network: auto_apply', { app: { plan: 'no_changes' } });
    expect(nearest(chained, ['start network'], ended('run-2'), [mode])).toBeNull();
    expect(nearest(empty, ['start app'], ended('run-1'), [{ ...mode, run: 'run-9' }])).toBeNull();
  });

  it('gives -auto-approve to the command line only', () => {
    const approve: Remedy = { kind: 'auto_approve', run: 'run-1' };
    expect(nearest(layout('app'), ['start app cli'], hold('run-1'), [approve])).toBe(
      'start run-1 with -auto-approve: run-1 goes on, and ends up applied',
    );
    expect(nearest(layout('app'), ['start app'], hold('run-1'), [approve])).toBeNull();
  });
});

describe('a person who acts', () => {
  const act = (type: 'confirm' | 'override_policy' | 'unlock'): Remedy => ({
    kind: 'act',
    type,
    workspace: 'acme/app',
    run: 'run-1',
  });
  const soft = {
    app: {
      policies: [{ name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false }],
    },
  };

  it.each([
    ['confirms', layout('app'), act('confirm'), 'confirm run-1: run-1 goes on, and ends up applied'],
    ['unlocks', layout('app: locked'), act('unlock'), 'unlock acme/app: run-1 goes on, and ends up planned'],
    [
      'overrides',
      layout('app', soft),
      act('override_policy'),
      'override policy run-1: run-1 goes on, and ends up policy_checked',
    ],
  ])('%s after everything else', (_, given, change, words) => {
    expect(nearest(given, ['start app'], hold('run-1'), [change])).toBe(words);
    const found = nearestChange(scenario(given, ['start app']), hold('run-1'), [change]);
    expect(found?.scenario.actions).toHaveLength(2);
    expect(found?.scenario.actions[1]).toMatchObject({ type: change.kind === 'act' ? change.type : '' });
  });

  it('is an owner where a team was refused, for that action alone', () => {
    const given = layout('app; team ops:');
    const actions = ['start app as ops', 'start app as ops'];
    const found = nearestChange(scenario(given, actions), refused(1), [{ kind: 'as_owner' }]);
    expect(found?.change).toBe('let an owner do it');
    expect(found?.effect).toBe('the action is carried out');
    expect(found?.scenario.actions.map((a) => a.as)).toEqual(['ops', undefined]);
  });

  it('is no owner where nobody was refused, and where the layout was', () => {
    expect(nearest(layout('app'), ['start app'], hold('run-1'), [{ kind: 'as_owner' }])).toBeNull();
    expect(nearest(layout('app'), ['start app'], refused(3), [{ kind: 'as_owner' }])).toBeNull();
    expect(nearest(layout('a -> a'), [], refused(), [{ kind: 'as_owner' }])).toBeNull();
  });
});

describe('a trigger less', () => {
  const away: Remedy = { kind: 'without_trigger', sourceable: 'acme/a', workspace: 'acme/b' };

  it('opens the ring, and no other trigger goes with it', () => {
    const given = layout('a -> b; a -> c; d -> b');
    const found = nearestChange(scenario(given, ['link b a']), refused(), [away]);
    expect(found?.change).toBe('remove the trigger acme/a → acme/b');
    expect(found?.effect).toBe('the action is carried out');
    expect(found?.scenario.layout.run_triggers).toEqual([
      { sourceable: 'acme/a', workspace: 'acme/c' },
      { sourceable: 'acme/d', workspace: 'acme/b' },
    ]);
    expect(found?.scenario.actions).toHaveLength(1);
  });
});

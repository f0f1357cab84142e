import { describe, expect, it } from 'vitest';
import { explain, type Subject } from '#engine/explain/explain.ts';
import { furtherChange } from '#engine/explain/furtherChange.ts';
import type { Remedy } from '#engine/rules/rule.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import type { Layout } from '#model/layout/layout.ts';
import { layout, type Plain, scenario, set } from '../support/shorthand.ts';

const silent: Subject = { kind: 'not_queued', index: 0 };

/** The nearest change in words with what it leads to, or null; what it promises must be in its own scenario. */
function nearest(given: Layout, actions: readonly (string | Plain)[], subject = silent): string | null {
  const found = explain(scenario(given, actions), subject)?.nearest;
  if (found === null || found === undefined) return null;
  const after = simulate(found.scenario);
  if (subject.kind === 'not_queued')
    expect(after.ok && after.value.result.runs.some((r) => r.triggered_by === 'run-1')).toBe(true);
  return `${found.change}: ${found.effect}`;
}

const queued = 'run-2 is queued in acme/app';
const policy = (enforcement_level: string, kind = 'sentinel') => ({
  policies: [{ name: 'tags', kind, enforcement_level, passes: false }],
});
const passing = (enforcement_level: string, kind = 'sentinel') =>
  `set policies = ${JSON.stringify([{ name: 'tags', kind, enforcement_level, passes: true }])} on acme/network`;
const task = (stage: string) => ({
  run_tasks: [{ name: 'scan', stage, enforcement_level: 'mandatory', passes: false }],
});

describe('the nearest change for a trigger whose source run was not applied', () => {
  const auto = (fields: Plain = {}) => layout('network -> app; network: auto_apply', { network: fields });
  const byHand = (fields: Plain = {}) => layout('network -> app', { network: fields });

  it.each<[string, Layout, readonly (string | Plain)[], string]>([
    ['its apply', auto({ apply: 'errors' }), ['start network'], 'set apply = "succeeds" on acme/network'],
    ['its plan', auto({ plan: 'errors' }), ['start network'], 'set plan = "changes" on acme/network'],
    ['a hard-mandatory policy', auto(policy('hard-mandatory')), ['start network'], passing('hard-mandatory')],
    ...['pre_plan', 'post_plan', 'pre_apply'].map((stage): [string, Layout, string[], string] => [
      `a mandatory ${stage} task`,
      auto(task(stage)),
      ['start network'],
      `set run_tasks = ${JSON.stringify([{ name: 'scan', stage, enforcement_level: 'mandatory', passes: true }])} on acme/network`,
    ]),
    [
      'a change of its execution mode',
      byHand(),
      ['start network', set('network', { execution_mode: 'agent' }), 'confirm network'],
      'set execution_mode = "remote" on acme/network',
    ],
    ['its cancellation', auto(), ['start network at 0', 'cancel network at 5'], 'do not cancel run-1'],
    [
      'its cancellation while it applied',
      auto(),
      ['start network at 0', 'cancel network at 30'],
      'do not cancel run-1',
    ],
  ])('mends %s', (_, given, actions, change) => {
    expect(nearest(given, actions)).toBe(`${change}: ${queued}`);
  });

  it('goes on to what then stops the run', () => {
    expect(nearest(byHand(), ['start network', 'discard network'])).toBe(
      `do not discard run-1; set auto_apply = true on acme/network: ${queued}`,
    );
    expect(nearest(byHand(policy('hard-mandatory')), ['start network'])).toBe(
      `${passing('hard-mandatory')}; set auto_apply = true on acme/network: ${queued}`,
    );
    expect(nearest(byHand(policy('soft-mandatory')), ['start network plan_only'])).toBe(
      `start run-1 as standard; override policy run-1; set auto_apply = true on acme/network: ${queued}`,
    );
  });

  it('goes on to what then stops the trigger itself', () => {
    const given = layout('network -> app; network: auto_apply, apply_errors; app: local');
    expect(nearest(given, ['start network'])).toBe(
      `set apply = "succeeds" on acme/network; set execution_mode = "remote" on acme/app: ${queued}`,
    );
  });

  it('starts a run at once instead of a saved plan that another run overtook', () => {
    const given = layout('network -> app; network: auto_apply');
    const actions = ['start network save_plan', 'start network'];
    expect(nearest(given, actions, { kind: 'not_queued', index: 0 })).toBe(
      `start run-1 as standard: ${queued}`,
    );
  });

  it('gives up a read that nothing else lets succeed', () => {
    const given = layout('network -> app; network: auto_apply; app reads network.vpc', {
      network: { plan: 'errors', reads: [{ workspace: 'other', output: 'gone' }] },
      other: { has_state: false, outputs: [{ name: 'gone' }] },
    });
    expect(nearest(given, ['start network'])).toBe(
      `set plan = "changes" on acme/network; set reads = [] on acme/network: ${queued}`,
    );
  });

  it('is none where nothing that may be changed helps', () => {
    const found = explain(scenario(layout('network, app'), ['link network network']), {
      kind: 'rejection',
      index: 0,
    });
    expect(found).toMatchObject({ fact: 'RT-22', nearest: null });
  });
});

describe('the nearest change for a run that a person ended', () => {
  it.each([
    ['discard', 'start app', 'discard app', 'do not discard run-2: run-2 ends up planned'],
    ['cancel', 'start app at 0', 'cancel app at 5', 'do not cancel run-2: run-2 ends up planned'],
    ['discard', 'start app', 'discard run-2', 'do not discard run-2: run-2 ends up planned'],
  ])('leaves the %s out and every other action in', (type, start, end, words) => {
    const actions = ['start batch', start, end, 'discard batch'];
    const found = explain(scenario(layout('app, batch'), actions), { kind: 'ended', run: 'run-2' })?.nearest;
    expect(`${found?.change}: ${found?.effect}`).toBe(words);
    expect(found?.scenario.actions.map((a) => a.type)).toEqual(['start_run', 'start_run', 'discard']);
    expect(type).toBe(found?.changes[0]?.kind === 'without_action' ? found.changes[0].type : '');
  });
});

describe('a search for a further change', () => {
  const change = (workspace: string, settings: Extract<Remedy, { kind: 'set' }>['settings']): Remedy => ({
    kind: 'set',
    workspace: `acme/${workspace}`,
    settings,
  });

  it('does not follow a change after which the same rule stops the same', () => {
    const given = scenario(layout('network -> app; network: apply_errors'), [
      'start network',
      'confirm network',
    ]);
    const idle = [change('app', { auto_apply: true }), change('app', { cost_estimation: true })];
    expect(furtherChange(given, silent, idle)).toBeNull();
  });

  it('ends after three changes', () => {
    const three = layout('network -> app; app: local', { network: policy('hard-mandatory') });
    const given = scenario(three, ['start network']);
    expect(explain(given, silent)?.nearest?.changes).toHaveLength(3);
    const four = layout('network -> app; app: local, no_configuration', {
      network: policy('hard-mandatory'),
    });
    expect(explain(scenario(four, ['start network']), silent)?.nearest ?? null).toBeNull();
  });

  it('finds for a refusal what refuses next', () => {
    const given = scenario(layout('app: local, no_configuration; team ops: app=read'), ['start app as ops']);
    const found = furtherChange(given, { kind: 'rejection', index: 0 }, [{ kind: 'as_owner' }]);
    expect(found?.changes).toHaveLength(3);
    expect(found?.effect).toBe('the action is carried out');
  });

  it('proposes nothing for a subject that does not exist', () => {
    const given = scenario(layout('app'), ['start app']);
    const changes = [change('app', { auto_apply: true })];
    for (const subject of [
      { kind: 'rejection', index: 3 },
      { kind: 'not_queued', index: 3 },
      { kind: 'hold', run: 'run-9' },
      { kind: 'ended', run: 'run-9' },
    ] as const)
      expect(furtherChange(given, subject, changes)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { explain, type Explanation, type Subject } from '#engine/explain/explain.ts';
import type { Layout } from '#model/layout/layout.ts';
import { layout, type Plain, scenario } from '../support/shorthand.ts';

function explained(given: Layout, actions: readonly (string | Plain)[], subject: Subject): Explanation {
  const found = explain(scenario(given, actions), subject);
  if (found === null) throw new Error('nothing to explain');
  return found;
}

const hold = (run: string): Subject => ({ kind: 'hold', run });
const ended = (run: string): Subject => ({ kind: 'ended', run });
const silent = (index = 0): Subject => ({ kind: 'not_queued', index });
const refused = (index = 0): Subject => ({ kind: 'rejection', index });

const policy = (enforcement_level: string) => ({
  app: { policies: [{ name: 'tags', kind: 'sentinel', enforcement_level, passes: false }] },
});
const task = {
  app: { run_tasks: [{ name: 'scan', stage: 'pre_plan', enforcement_level: 'mandatory', passes: false }] },
};
const one: Plain = { organizations: [{ name: 'acme', concurrency: 1 }] };

/** A title, a scenario, a subject, what one would have expected, and what happened instead. */
const rows: [string, Layout, (string | Plain)[], Subject, string, string][] = [
  [
    'a trigger that stayed silent',
    layout('network -> app; network: auto_apply; app: local'),
    ['start network'],
    silent(),
    'app gets a run from run-1',
    'nothing was queued',
  ],
  [
    'a run that a lock keeps pending',
    layout('app: locked'),
    ['start app'],
    hold('run-1'),
    'run-1 starts',
    'run-1 stays pending',
  ],
  [
    'a confirmed run without a slot',
    layout('app, batch', {}, one),
    ['start app at 0', 'start batch at 0', 'confirm app at 30'],
    hold('run-1'),
    'run-1 goes on',
    'run-1 waits for a slot',
  ],
  [
    'a run that waits for a confirmation',
    layout('app'),
    ['start app'],
    hold('run-1'),
    'run-1 applies by itself',
    'run-1 waits for confirmation',
  ],
  [
    'a run that waits for an override',
    layout('app', policy('soft-mandatory')),
    ['start app'],
    hold('run-1'),
    'run-1 passes its policy checks',
    'run-1 was stopped by a policy',
  ],
  [
    'a run that a policy ended',
    layout('app', policy('hard-mandatory')),
    ['start app'],
    ended('run-1'),
    'run-1 passes its policy checks',
    'run-1 was stopped by a policy',
  ],
  [
    'a run that a task ended',
    layout('app', task),
    ['start app'],
    ended('run-1'),
    'run-1 passes its run tasks',
    'run-1 errored',
  ],
  [
    'a plan that may not read',
    layout('app reads network.vpc'),
    ['start app'],
    ended('run-1'),
    'run-1 plans',
    'run-1 errored',
  ],
  [
    'a plan that fails',
    layout('app: plan_errors'),
    ['start app'],
    ended('run-1'),
    'run-1 plans',
    'run-1 errored',
  ],
  [
    'a plan without changes',
    layout('app', { app: { plan: 'no_changes' } }),
    ['start app'],
    ended('run-1'),
    'run-1 has something to apply',
    'run-1 ended planned_and_finished',
  ],
  [
    'an apply that fails',
    layout('app: auto_apply, apply_errors'),
    ['start app'],
    ended('run-1'),
    'run-1 is applied',
    'run-1 errored',
  ],
  [
    'a run that was discarded',
    layout('app'),
    ['start app', 'discard app'],
    ended('run-1'),
    'run-1 goes on',
    'run-1 ended',
  ],
  [
    'a confirmation that was refused',
    layout('app'),
    ['confirm app'],
    refused(),
    'the action is carried out',
    'the action was refused',
  ],
];

describe('an explanation', () => {
  it.each(rows)(
    'says what was expected, and what happened: %s',
    (_, given, actions, subject, expected, actual) => {
      const found = explained(given, actions, subject);
      expect([found.expected, found.actual]).toEqual([expected, actual]);
      expect(found.tree).toMatchObject({ op: 'all', label: expected, ok: false });
    },
  );

  it('shows each condition with its rule, its fact, its words and what it rests on', () => {
    const found = explained(
      layout('network -> app; network: auto_apply; app: local'),
      ['start network'],
      silent(),
    );
    expect(found.tree).toEqual({
      op: 'all',
      label: 'app gets a run from run-1',
      ok: false,
      of: [
        {
          op: 'condition',
          rule: 'em-03-local-target',
          fact: 'EM-03',
          label: 'the downstream executes remotely or on agents',
          ok: false,
          evidence: { workspaces: ['acme/app'], runs: [] },
        },
        {
          op: 'condition',
          rule: 'fi-37-target-without-configuration',
          fact: 'FI-37',
          label: 'the downstream has a configuration',
          ok: true,
          evidence: { workspaces: [], runs: [] },
        },
      ],
    });
  });

  it('goes on to why the run was not applied, where that is why its trigger stayed silent', () => {
    const found = explained(layout('network -> app; network: plan_errors'), ['start network'], silent());
    expect(found.tree.op === 'all' && found.tree.of.at(-1)).toMatchObject({
      op: 'all',
      label: 'run-1 was applied',
      ok: false,
      of: [
        { rule: 'vs-15-required-variable', ok: true },
        { rule: 'run-13-plan-errors', ok: false },
      ],
    });
    expect(found.decisive).toEqual(['fi-08-errored']);
  });

  it('is about the trigger, the refusal, the run that was asked for, not about the first one', () => {
    const board = layout('network -> app; network -> batch; network: auto_apply; app: local; batch: local');
    expect(explained(board, ['start network'], silent(1)).because).toBe(
      'batch is in local execution mode, where no run can be performed.',
    );
    const twice = ['confirm app', 'discard app', 'start app', 'start app'];
    expect(explained(layout('app'), twice, refused(1)).fact).toBe('RUN-05');
    expect(explained(layout('app'), twice, hold('run-2')).fact).toBe('Q-02');
    const two = ['start app', 'start batch'];
    expect(explained(layout('app: plan_errors; batch: plan_errors'), two, ended('run-1')).because).toBe(
      'The plan of run-1 in app failed.',
    );
  });

  it('is about the last thing that held a run', () => {
    const actions = ['start app at 0', 'unlock app at 10'];
    expect(explained(layout('app: locked'), actions, hold('run-1')).fact).toBe('AA-02');
  });

  it('does not exist for a run that nothing holds or ended', () => {
    const running = scenario(layout('app: auto_apply'), ['start app']);
    for (const subject of [hold('run-1'), ended('run-1'), silent(), refused(), hold('run-9')])
      expect(explain(running, subject)).toBeNull();
    const waiting = scenario(layout('app'), ['start app']);
    expect(explain(waiting, ended('run-1'))).toBeNull();
    const errored = scenario(layout('app: plan_errors'), ['start app']);
    expect(explain(errored, hold('run-1'))).toBeNull();
  });
});

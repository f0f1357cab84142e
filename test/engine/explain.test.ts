import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, type Subject, type DecisionVerdict } from '#engine/explain/explain.ts';
import type { Observer } from '#engine/rules/rule.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { parseScenario, type Scenario } from '#model/scenario/action.ts';

function scenario(layout: object, actions: object[]): Scenario {
  const parsed = parseScenario({
    layout: { version: 1, organizations: [{ name: 'acme' }], ...layout },
    actions,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

const start = { type: 'start_run', workspace: 'network' };
const chain = (network: object, app: object) => ({
  workspaces: [
    { name: 'network', auto_apply: true, ...network },
    { name: 'app', ...app },
  ],
  run_triggers: [{ sourceable: 'network', workspace: 'app' }],
});

/** Every subject that a scenario's result has. */
function subjects(given: Scenario): Subject[] {
  const simulated = simulate(given);
  if (!simulated.ok) return [];
  const { runs, not_queued, rejections } = simulated.value.result;
  return [
    ...not_queued.map((_, index): Subject => ({ kind: 'not_queued', index })),
    ...rejections.map((_, index): Subject => ({ kind: 'rejection', index })),
    ...runs.filter((r) => r.waiting_for !== null).map((r): Subject => ({ kind: 'hold', run: r.id })),
    ...runs
      .filter((r) => r.waiting_for === null && r.status !== 'applied')
      .map((r): Subject => ({ kind: 'ended', run: r.id })),
  ];
}

describe('explain', () => {
  const tables: [string, Scenario, Subject, { fact: string; decisive: string[]; change: string | null }][] = [
    [
      'a triggered run that waits, with the switch that would let it apply',
      scenario(chain({}, { auto_apply: true }), [start]),
      { kind: 'hold', run: 'run-2' },
      {
        fact: 'AA-05',
        decisive: ['aa-05-triggered-run'],
        change: 'set auto_apply_run_trigger = true on acme/app',
      },
    ],
    [
      'a plan without changes, with the empty apply that would fire',
      scenario(chain({ plan: 'no_changes' }, {}), [start]),
      { kind: 'not_queued', index: 0 },
      { fact: 'FI-13', decisive: ['fi-13-no-changes'], change: 'start run-1 as allow_empty_apply' },
    ],
    [
      'both reasons where the source errored and the downstream is local',
      scenario(chain({ plan: 'errors' }, { execution_mode: 'local' }), [start]),
      { kind: 'not_queued', index: 0 },
      {
        fact: 'FI-08',
        decisive: ['fi-08-errored', 'em-03-local-target'],
        change: 'set plan = "changes" on acme/network; set execution_mode = "remote" on acme/app',
      },
    ],
    [
      'state that is not shared, with the consumer that is missing',
      scenario(chain({ outputs: [{ name: 'vpc' }] }, { reads: [{ workspace: 'network', output: 'vpc' }] }), [
        start,
      ]),
      { kind: 'ended', run: 'run-2' },
      {
        fact: 'RS-03',
        decisive: ['rs-03-state-not-shared'],
        change: 'set remote_state_consumer_ids = ["acme/app"] on acme/network',
      },
    ],
    [
      'a refusal for want of permission, with the owner who may',
      scenario({ ...chain({}, {}), teams: [{ name: 'readers' }] }, [{ ...start, as: 'readers' }]),
      { kind: 'rejection', index: 0 },
      { fact: 'RUN-08', decisive: ['run-08-may-queue-plans'], change: 'let an owner do it' },
    ],
    [
      'a lock, with the unlocking that lets the run start',
      scenario(chain({}, { locked: true }), [start]),
      { kind: 'hold', run: 'run-2' },
      { fact: 'LK-02', decisive: ['lk-02-locked'], change: 'unlock acme/app' },
    ],
    [
      'a ring of triggers, with the trigger that would have to go',
      scenario(chain({}, {}), [{ type: 'create_run_trigger', sourceable: 'app', workspace: 'network' }]),
      { kind: 'rejection', index: 0 },
      { fact: 'CY-11', decisive: ['cy-11-cycle'], change: 'remove the trigger acme/network → acme/app' },
    ],
  ];

  it.each(tables)('explains %s', (_title, given, subject, wanted) => {
    const found = explain(given, subject);
    expect(found?.fact).toBe(wanted.fact);
    expect(found?.decisive).toEqual(wanted.decisive);
    expect(found?.nearest?.change ?? null).toBe(wanted.change);
    expect(found?.because.length).toBeGreaterThan(10);
  });

  it('has no answer for what did not happen at all', () => {
    expect(explain(scenario(chain({}, {}), [start]), { kind: 'not_queued', index: 7 })).toBeNull();
  });
});

/** Small boards with many kinds of trouble. */
const trouble = fc
  .record({
    network: fc.record({
      auto_apply: fc.boolean(),
      plan: fc.constantFrom('changes', 'no_changes', 'errors', 'auto'),
      apply: fc.constantFrom('succeeds', 'succeeds', 'errors'),
      has_configuration: fc.constantFrom(true, true, false),
      locked: fc.constantFrom(false, false, true),
      outputs: fc.constantFrom([{ name: 'vpc' }], []),
      policies: fc.constantFrom(
        [],
        [{ name: 'p', kind: 'opa', enforcement_level: 'mandatory', passes: false }],
        [{ name: 'p', kind: 'sentinel', enforcement_level: 'hard-mandatory', passes: false }],
      ),
    }),
    app: fc.record({
      execution_mode: fc.constantFrom('remote', 'agent', 'local'),
      auto_apply_run_trigger: fc.boolean(),
      locked: fc.boolean(),
      reads: fc.constantFrom([], [{ workspace: 'network', output: 'vpc' }]),
      requires: fc.constantFrom([], [{ key: 'region' }]),
      run_tasks: fc.constantFrom(
        [],
        [{ name: 't', stage: 'pre_apply', enforcement_level: 'mandatory', passes: false }],
      ),
    }),
    ruleset: fc.constantFrom('hcp', 'guide'),
    concurrency: fc.constantFrom(null, 1),
    actions: fc.array(
      fc.oneof(
        fc.record({
          type: fc.constant('start_run'),
          workspace: fc.constantFrom('network', 'app'),
          mode: fc.constantFrom('standard', 'plan_only', 'save_plan', 'destroy', 'allow_empty_apply'),
          source: fc.constantFrom('tfe-ui', 'vcs', 'cli'),
        }),
        fc.record({
          type: fc.constantFrom('confirm', 'discard', 'cancel', 'override_policy', 'lock', 'unlock'),
          workspace: fc.constantFrom('network', 'app'),
          as: fc.constantFrom('owners', 'readers'),
          at: fc.integer({ min: 0, max: 80 }),
        }),
        fc.record({
          type: fc.constantFrom('create_run_trigger', 'delete_run_trigger'),
          sourceable: fc.constantFrom('network', 'app'),
          workspace: fc.constantFrom('network', 'app'),
        }),
      ),
      { maxLength: 5 },
    ),
  })
  .map(({ network, app, ruleset, concurrency, actions }) =>
    scenario(
      {
        ...chain(network, app),
        ruleset,
        organizations: [{ name: 'acme', concurrency }],
        teams: [{ name: 'readers' }],
      },
      actions,
    ),
  );

const fold = (verdict: DecisionVerdict): boolean =>
  verdict.op === 'condition' ? verdict.ok : verdict.of.every(fold);
const eachNode = (verdict: DecisionVerdict): DecisionVerdict[] => [
  verdict,
  ...(verdict.op === 'all' ? verdict.of.flatMap(eachNode) : []),
];

describe('explanations of random boards', () => {
  const options = { numRuns: 300, seed: 20261124 };

  it('AC 21: exist for every non-event, hold, end and refusal, and name the rule of the result', () => {
    fc.assert(
      fc.property(trouble, (given) => {
        const simulated = simulate(given);
        if (!simulated.ok) return;
        const { runs, not_queued, rejections } = simulated.value.result;
        for (const subject of subjects(given)) {
          const found = explain(given, subject);
          const fact =
            subject.kind === 'not_queued'
              ? not_queued[subject.index]?.rule
              : subject.kind === 'rejection'
                ? rejections[subject.index]?.rule
                : runs.find((r) => r.id === subject.run)?.rule;
          expect(found?.fact, JSON.stringify(subject)).toBe(fact);
          expect(found?.decisive.length).toBeGreaterThan(0);
        }
      }),
      options,
    );
  });

  it('AC 23: have trees whose parents are the fold of their children, and fail', () => {
    fc.assert(
      fc.property(trouble, (given) => {
        for (const subject of subjects(given)) {
          const tree = explain(given, subject)?.tree;
          if (tree === undefined) throw new Error('no explanation');
          expect(tree.ok).toBe(false);
          for (const node of eachNode(tree)) expect(node.ok).toBe(fold(node));
        }
      }),
      options,
    );
  });

  it('AC 22: are sound: with the decisive conditions turned the trigger fires, with any one of them left it does not', () => {
    fc.assert(
      fc.property(trouble, (given) => {
        for (const subject of subjects(given)) {
          if (subject.kind !== 'not_queued') continue;
          const decisive = explain(given, subject)?.decisive ?? [];
          expect(firesWhenWaiving(given, subject.index, decisive)).toBe(true);
          for (const kept of decisive) {
            const others = decisive.filter((id) => id !== kept);
            expect(firesWhenWaiving(given, subject.index, others)).toBe(false);
          }
        }
      }),
      options,
    );
  });

  it('propose a change only after it was tried: it differs from the scenario and simulates', () => {
    fc.assert(
      fc.property(trouble, (given) => {
        for (const subject of subjects(given)) {
          const nearest = explain(given, subject)?.nearest;
          if (nearest === null || nearest === undefined) continue;
          expect(JSON.stringify(nearest.scenario)).not.toBe(JSON.stringify(given));
          expect(simulate(nearest.scenario).ok).toBe(true);
        }
      }),
      options,
    );
  });
});

/** Runs the scenario with some rules switched off for the index-th trigger that stayed silent. */
function firesWhenWaiving(given: Scenario, index: number, rules: readonly string[]): boolean {
  const row = (() => {
    const simulated = simulate(given);
    return simulated.ok ? simulated.value.result.not_queued[index] : undefined;
  })();
  if (row === undefined) return false;
  let fired = false;
  const mine = (context: object): boolean => {
    if (!('trigger' in context) || !('run' in context)) return false;
    const { run, trigger } = context as { run: { id: string }; trigger: { target: { id: string } } };
    return run.id === row.run && trigger.target.id === row.workspace;
  };
  const observer: Observer = {
    asked: (point, context, _rules, stop) => {
      if (point === 'fire' && mine(context)) fired = stop === null;
    },
    waives: (rule, point, context) => point === 'fire' && mine(context) && rules.includes(rule.id),
  };
  simulate(given, observer);
  return fired;
}

import type { Scenario } from '#model/action.ts';
import { idOf, type Policy, type RunTask } from '#model/layout.ts';
import type { RunStatus } from '#model/run.ts';
import type { Random } from '../random.ts';
import { believedAnswers, resultOf } from './kit/answers.ts';
import { drawNames, once, scenarioOf, start } from './kit/board.ts';
import type { Family } from './kit/family.ts';
import { inWorkspace, type Lever } from './kit/levers.ts';
import { actionsText, code, listed } from './kit/words.ts';

/** The statuses that can be asked for, each with its reason; one that a run enters twice is left out. */
const STEPS: Partial<Record<RunStatus, { why: string; facts: string[] }>> = {
  pre_plan_completed: { why: 'Pre-plan tasks come before the plan.', facts: ['RUN-01', 'TSK-01'] },
  planned: {
    why: 'The plan comes before every check, since the checks look at it.',
    facts: ['RUN-01', 'POL-01'],
  },
  post_plan_completed: { why: 'Post-plan tasks come right after the plan.', facts: ['RUN-01', 'TSK-01'] },
  cost_estimated: {
    why: 'Cost estimation comes after OPA policies and before Sentinel policy checks.',
    facts: ['CE-02', 'POL-10'],
  },
  policy_checked: {
    why: 'OPA policies come before cost estimation, Sentinel policy checks after it, and both before the confirmation.',
    facts: ['POL-10', 'RUN-01'],
  },
  confirmed: { why: 'A run is confirmed once all checks of its plan are over.', facts: ['RUN-01', 'AA-20'] },
  pre_apply_completed: { why: 'Pre-apply tasks run for confirmed runs only.', facts: ['TSK-05', 'RUN-01'] },
  applying: { why: 'The apply comes after everything that can still stop it.', facts: ['RUN-01'] },
  post_apply_completed: {
    why: 'Post-apply tasks answer after the apply and before the run is `applied`.',
    facts: ['RUN-01', 'TSK-06'],
  },
  applied: { why: '`applied` is the end of a run that went well.', facts: ['RUN-01'] },
};

/** In which order does a run enter its statuses? Keyed by `statuses[]`. */
export const stageOrder: Family = {
  id: 'stage-order',
  title: 'In which order do the stages come?',
  objective: '6a',
  topic: 'run-lifecycle',
  draw(random) {
    const scenario = board(random);
    const workspace = scenario?.layout.workspaces[0];
    if (scenario === null || workspace === undefined) return null;
    const all = statusesOf(scenario).filter((status) => STEPS[status] !== undefined);
    if (new Set(all).size !== all.length || all.length < 4) return null;
    const chosen = new Set(random.shuffle(all).slice(0, Math.min(all.length, 5 + random.below(2))));
    const order = (s: Scenario) =>
      statusesOf(s)
        .filter((status) => chosen.has(status))
        .join(' ');
    const right = order(scenario);
    const lures = [
      ...believedAnswers(scenario, ['every-policy-sees-costs', 'costs-come-last'], order).map((b) => ({
        answer: idsOf(b.answer),
        misconception: b.misconception.id,
      })),
      ...SWAPPED.map(([early, late, misconception]) => ({
        answer: idsOf(swapped(right.split(' '), early, late).join(' ')),
        misconception,
      })),
    ].filter((lure) => lure.answer !== idsOf(right));
    const kinds = [...new Set(workspace.policies.map((p) => (p.kind === 'opa' ? 'OPA' : 'Sentinel')))];
    const has = [
      ...workspace.run_tasks.map((t) => `a ${t.stage.replace('_', '-')} task`),
      ...kinds.map((kind) => `${kind === 'OPA' ? 'an OPA policy' : 'a Sentinel policy check'}`),
      ...(workspace.cost_estimation ? ['cost estimation'] : []),
    ];
    return {
      body: {
        type: 'order',
        stem: `${actionsText(scenario.actions)} ${code(workspace.name)} has ${listed(has)}. Everything passes, and the run applies by itself. In which order does it enter these statuses?`,
        rules: ['RUN-01', ...(chosen.has('cost_estimated') ? ['POL-10'] : [])],
        difficulty: chosen.has('cost_estimated') && chosen.has('policy_checked') ? 3 : 2,
        figure: { layout: scenario.layout, actions: scenario.actions, hcl: null },
        things: right.split(' ').flatMap((status) => {
          const step = STEPS[status as RunStatus];
          return step === undefined
            ? []
            : [{ id: idsOf(status), text: code(status), explanation: step.why, facts: step.facts }];
        }),
      },
      scenario,
      key: order,
      levers: [...otherKind(scenario), ...withoutParts(scenario)],
      lures,
    };
  },
};

/** Statuses as ids of a question, which have hyphens. */
const idsOf = (statuses: string): string => statuses.replaceAll('_', '-');

/** Beliefs about the order of two stages: the later one is thought to come first. */
const SWAPPED: readonly (readonly [RunStatus, RunStatus, string])[] = [
  ['confirmed', 'pre_apply_completed', 'pre-apply-precedes-confirmation'],
  ['post_apply_completed', 'applied', 'applied-precedes-post-apply'],
  ['post_plan_completed', 'policy_checked', 'tasks-follow-policies'],
];

/** The list with `late` right before `early`; as it was where one is missing. */
function swapped(list: readonly string[], early: string, late: string): string[] {
  if (!list.includes(early) || !list.includes(late)) return [...list];
  return list.filter((s) => s !== late).flatMap((s) => (s === early ? [late, early] : [s]));
}

function statusesOf(scenario: Scenario): RunStatus[] {
  return resultOf(scenario)?.runs[0]?.statuses.map((s) => s.status) ?? [];
}

/** The policy of the other kind, which is checked at another stage. */
function otherKind(scenario: Scenario): Lever[] {
  const [workspace] = scenario.layout.workspaces;
  const [policy] = workspace?.policies ?? [];
  if (workspace === undefined || policy === undefined) return [];
  const { name, passes } = policy;
  const other: Policy =
    policy.kind === 'opa'
      ? { name, passes, kind: 'sentinel', enforcement_level: 'soft-mandatory' }
      : { name, passes, kind: 'opa', enforcement_level: 'mandatory' };
  return [
    {
      change: `the policy ${code(name)} were written in ${policy.kind === 'opa' ? 'Sentinel' : 'OPA'}`,
      pull: () => inWorkspace(scenario, idOf(workspace), { policies: [other] }),
    },
  ];
}

function withoutParts(scenario: Scenario): Lever[] {
  return scenario.layout.workspaces.flatMap((w) => [
    ...w.run_tasks.map((task) => ({
      change: `${code(w.name)} had no task ${code(task.name)}`,
      pull: () => inWorkspace(scenario, idOf(w), { run_tasks: w.run_tasks.filter((t) => t !== task) }),
    })),
    { change: 'the plan had no changes', pull: () => inWorkspace(scenario, idOf(w), { plan: 'no_changes' }) },
  ]);
}

/** One workspace with tasks, a policy and cost estimation, all of which pass. */
function board(random: Random): Scenario | null {
  const name = drawNames(random, 3).at(random.below(3)) ?? '';
  const stages = random.shuffle(['pre_plan', 'post_plan', 'pre_apply', 'post_apply'] as const);
  const names = random.shuffle(['scan', 'budget', 'notes', 'inventory', 'drift', 'review']);
  const run_tasks = stages.slice(0, 1 + random.below(3)).map(
    (stage, i): RunTask => ({
      name: names[i] ?? 'scan',
      stage,
      enforcement_level: stage === 'post_apply' || once(random, 2) ? 'advisory' : 'mandatory',
      passes: true,
    }),
  );
  const rule = random.pick(['tags', 'regions', 'instance-types', 'encryption'] as const);
  const policy: Policy = once(random, 2)
    ? { name: rule, kind: 'opa', enforcement_level: 'mandatory', passes: true }
    : { name: rule, kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: true };
  return scenarioOf(random, {
    workspaces: [
      {
        name,
        auto_apply: true,
        run_tasks,
        policies: once(random, 4) ? [] : [policy],
        cost_estimation: !once(random, 4),
      },
    ],
    actions: [start(name, { source: random.pick(['tfe-ui', 'vcs', 'tfe-api'] as const) })],
  });
}

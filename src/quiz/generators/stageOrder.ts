import type { Scenario } from '#model/scenario/action.ts';
import { code } from '#model/layout/phrases.ts';
import { idOf, type Policy, type RunTask } from '#model/layout/layout.ts';
import type { RunStatus } from '#model/scenario/run.ts';
import type { Random } from '../lib/random.ts';
import { believedAnswers, resultOf } from './kit/answers.ts';
import { drawNames, once, scenarioOf, start } from './kit/drawBoard.ts';
import type { Family } from './kit/family.ts';
import { withWorkspace, type Perturbation } from './kit/perturbations.ts';
import { whyOfOpa } from './kit/describeReason.ts';
import { actionsText } from './kit/describeBoard.ts';

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
  confirmed: { why: 'A run is confirmed once its plan has passed all checks.', facts: ['RUN-01', 'AA-20'] },
  pre_apply_completed: { why: 'Pre-apply tasks run for confirmed runs only.', facts: ['TSK-05', 'RUN-01'] },
  applying: { why: 'The apply comes after everything that can still stop it.', facts: ['RUN-01'] },
  post_apply_completed: {
    why: 'Post-apply tasks answer after the apply and before the run is `applied`.',
    facts: ['RUN-01', 'TSK-06'],
  },
  applied: { why: '`applied` is the end of a run that went well.', facts: ['RUN-01'] },
};

/** What can be asked: five or six statuses in their order, and among them two of which somebody has the order wrong. */
let known: RunStatus[][] | null = null;

/**
 * In which order does a run enter its statuses? Keyed by `statuses[]`. Each sequence of five or six statuses that a run can
 * go through, and about which somebody errs, gets an equal share of the draws.
 */
export const stageOrder: Family = {
  id: 'stage-order',
  title: 'In what order do the stages come?',
  objective: '6a',
  topic: 'run-lifecycle',
  draw(random, deal) {
    known ??= sequences();
    const wanted = known[deal.below(known.length)];
    if (wanted === undefined) return null;
    const scenario = board(random, wanted);
    const workspace = scenario?.layout.workspaces[0];
    if (scenario === null || workspace === undefined) return null;
    const chosen = new Set<RunStatus>(wanted);
    const order = (s: Scenario) =>
      statusesOf(s)
        .filter((status) => chosen.has(status))
        .join(' ');
    const right = order(scenario);
    if (right !== wanted.join(' ')) return null;
    const predictedWrongAnswers = [
      ...believedAnswers(scenario, ['every-policy-sees-costs', 'costs-come-last'], order).map((b) => ({
        answer: idsOf(b.answer),
        misconception: b.misconception.id,
      })),
      ...SWAPPED.map(([early, late, misconception]) => ({
        answer: idsOf(swapped(right.split(' '), early, late).join(' ')),
        misconception,
      })),
    ].filter((predictedWrongAnswer) => predictedWrongAnswer.answer !== idsOf(right));
    return {
      body: {
        type: 'order',
        stem: `${actionsText(scenario.actions)} Everything passes, and the run applies by itself. In which order does the run of ${code(workspace.name)} reach these statuses?`,
        rules: ['RUN-01', ...(chosen.has('cost_estimated') ? ['POL-10'] : [])],
        difficulty: chosen.has('cost_estimated') && chosen.has('policy_checked') ? 3 : 2,
        figure: { layout: scenario.layout, actions: scenario.actions, hcl: null },
        things: right.split(' ').flatMap((status) => {
          const step = STEPS[status as RunStatus];
          if (step === undefined) return [];
          const ours = whyOfOpa(status, workspace.policies);
          return [
            {
              id: idsOf(status),
              text: code(status),
              explanation: `${step.why}${ours === null ? '' : ` ${ours.text}`}`,
              facts: [...step.facts, ...(ours?.facts ?? [])],
            },
          ];
        }),
      },
      scenario,
      key: order,
      perturbations: [...otherKind(scenario), ...withoutParts(scenario)],
      predictedWrongAnswers,
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
function otherKind(scenario: Scenario): Perturbation[] {
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
      apply: () => withWorkspace(scenario, idOf(workspace), { policies: [other] }),
    },
  ];
}

function withoutParts(scenario: Scenario): Perturbation[] {
  return scenario.layout.workspaces.flatMap((w) => [
    ...w.run_tasks.map((task) => ({
      change: `${code(w.name)} had no task ${code(task.name)}`,
      apply: () => withWorkspace(scenario, idOf(w), { run_tasks: w.run_tasks.filter((t) => t !== task) }),
    })),
    {
      change: 'the plan had no changes',
      apply: () => withWorkspace(scenario, idOf(w), { plan: 'no_changes' }),
    },
  ]);
}

/** Every order of statuses that a run can have, with OPA policies before the costs and Sentinel policy checks after them. */
function sequences(): RunStatus[][] {
  const full: RunStatus[] = [
    'pre_plan_completed',
    'planned',
    'post_plan_completed',
    'cost_estimated',
    'policy_checked',
    'confirmed',
    'pre_apply_completed',
    'applying',
    'post_apply_completed',
    'applied',
  ];
  const opa = full.toSpliced(3, 2, 'policy_checked', 'cost_estimated');
  const found = new Map<string, RunStatus[]>();
  for (const order of [full, opa])
    for (let bits = 0; bits < 2 ** order.length; bits++) {
      const some = order.filter((_, i) => ((bits >> i) & 1) === 1);
      if (some.length >= 5 && some.length <= 6 && isContested(some)) found.set(some.join(' '), some);
    }
  return [...found.values()];
}

/** Whether somebody has the order of two of them wrong. */
const isContested = (some: readonly RunStatus[]): boolean =>
  [...SWAPPED, ['cost_estimated', 'policy_checked'] as const].some(
    ([early, late]) => some.includes(early) && some.includes(late),
  );

/** One workspace with tasks, a policy and cost estimation, all of which pass: what the order takes, and now and then more. */
function board(random: Random, wanted: readonly RunStatus[]): Scenario | null {
  const name = drawNames(random, 3).at(random.below(3)) ?? '';
  const has = (status: RunStatus) => wanted.includes(status) || once(random, 5);
  const stages = (['pre_plan', 'post_plan', 'pre_apply', 'post_apply'] as const).filter((stage) =>
    has(`${stage}_completed`),
  );
  const names = random.shuffle(['scan', 'budget', 'notes', 'inventory', 'drift', 'review']);
  const run_tasks = stages.map(
    (stage, i): RunTask => ({
      name: names[i] ?? 'scan',
      stage,
      enforcement_level: stage === 'post_apply' || once(random, 2) ? 'advisory' : 'mandatory',
      passes: true,
    }),
  );
  const rule = random.pick(['tags', 'regions', 'instance-types', 'encryption'] as const);
  const [costs, checks] = [wanted.indexOf('cost_estimated'), wanted.indexOf('policy_checked')];
  const opa = costs >= 0 && checks >= 0 ? checks < costs : once(random, 2);
  const policy: Policy = opa
    ? { name: rule, kind: 'opa', enforcement_level: 'mandatory', passes: true }
    : { name: rule, kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: true };
  return scenarioOf(random, {
    workspaces: [
      {
        name,
        auto_apply: true,
        run_tasks,
        policies: has('policy_checked') ? [policy] : [],
        cost_estimation: has('cost_estimated'),
      },
    ],
    actions: [start(name, { source: random.pick(['tfe-ui', 'vcs', 'tfe-api'] as const) })],
  });
}

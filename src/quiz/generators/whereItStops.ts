import type { Scenario } from '#model/scenario/action.ts';
import { code } from '#model/layout/phrases.ts';
import { idOf, type Policy, type RunTask } from '#model/layout/layout.ts';
import type { ResultRun } from '#model/scenario/result.ts';
import type { Random } from '../lib/random.ts';
import { believedAnswers, lastRunOf, resultOf } from './kit/answers.ts';
import { drawNames, type DrawnWorkspace, once, scenarioOf, start } from './kit/drawBoard.ts';
import { dealtPlace } from './kit/deal.ts';
import type { Family } from './kit/family.ts';
import { workspacePerturbations } from './kit/perturbations.ts';
import { whyOfOpa, whyThere } from './kit/describeReason.ts';
import { actionsText, slugOf } from './kit/describeBoard.ts';

const BELIEVERS = [
  'guide-auto-apply',
  'trigger-switch-covers-all-runs',
  'triggered-runs-never-apply',
  'auto-apply-covers-the-cli',
  'saved-plans-auto-apply',
  'override-is-apply',
  'auto-apply-overrides-policies',
  'advisory-stops',
  'soft-is-hard',
  'post-apply-tasks-gate',
  'empty-plans-go-on',
  'plan-only-goes-on',
  'triggered-runs-apply',
];

/** A place where a run can rest or end, as `status waiting_for`. */
const placeOf = (run: ResultRun): string => `${run.status} ${run.waiting_for ?? '-'}`;
/** Every place that is asked for; the others make up four options. */
const PLACES = [
  'applied -',
  'errored -',
  'planned_and_finished -',
  'policy_soft_failed -',
  'planned confirmation',
  'post_plan_completed confirmation',
  'cost_estimated confirmation',
  'policy_checked confirmation',
  'planned_and_saved confirmation',
  'policy_override policy_override',
] as const;
type Place = (typeof PLACES)[number];
const WAITS: Readonly<Record<string, string>> = {
  confirmation: 'waiting for confirmation',
  policy_override: 'waiting for an override',
};

/**
 * What is the final status of a run? Keyed by `status` and `waiting_for`. Each of the ten places gets 1/10 of the draws,
 * and each of the four places among the options 1/4.
 */
export const whereItStops: Family = {
  id: 'where-it-stops',
  title: 'Where does the run stop?',
  objective: '6a',
  topic: 'run-lifecycle',
  draw(random, deal) {
    const right = deal.pick(PLACES);
    const place = deal.below(4);
    const scenario = board(random, right);
    const subject = scenario?.layout.workspaces.at(-1);
    const result = scenario && resultOf(scenario);
    if (scenario === null || result === null || subject === undefined) return null;
    const id = idOf(subject);
    const run = lastRunOf(result, id);
    if (run === undefined || placeOf(run) !== right) return null;
    const answer = (s: Scenario): string | null => {
      const found = lastRunOf(resultOf(s) ?? result, id);
      return found === undefined ? null : placeOf(found);
    };
    const believed = believedAnswers(scenario, BELIEVERS, answer).filter((b) => b.answer !== right);
    const places = new Set<string>([
      ...random.shuffle(believed).map((b) => b.answer),
      ...random.shuffle(PLACES),
    ]);
    places.delete(right);
    const why = whyThere(scenario, result, run);
    const ours = whyOfOpa(run.status, subject.policies);
    const shown = dealtPlace<string>(random, place, right, [...places].slice(0, 3));
    return {
      body: {
        type: 'single',
        stem: `${actionsText(scenario.actions)} Nobody does anything else. What is the final status of the last run of ${code(subject.name)}?`,
        rules: [...new Set(['RUN-01', ...why.facts])],
        difficulty: subject.policies.length + subject.run_tasks.length > 1 ? 3 : 2,
        figure: { layout: scenario.layout, actions: scenario.actions, hcl: null },
        options: shown.map((place) => {
          const [status = '', waiting = ''] = place.split(' ');
          const holder = believed.find((b) => b.answer === place)?.misconception;
          const wait = WAITS[waiting];
          return {
            id: slugOf(status, waiting === '-' ? '' : waiting),
            text: wait === undefined ? code(status) : `${code(status)}, ${wait}`,
            correct: place === right,
            explanation:
              place === right
                ? `${why.text}${ours === null ? '' : ` ${ours.text}`}`
                : holder === undefined
                  ? `The run doesn't end up there. ${why.text}`
                  : holder.truth,
            facts:
              place === right ? [...why.facts, ...(ours?.facts ?? [])] : [...(holder?.facts ?? why.facts)],
            misconception: place === right ? null : (holder?.id ?? null),
            pin: null,
          };
        }),
      },
      scenario,
      key: (s) => answer(s) ?? '',
      perturbations: workspacePerturbations(scenario, id),
    };
  },
};

/** One workspace with gates in its way, started by somebody or by a trigger. */
function board(random: Random, wanted: Place): Scenario | null {
  const [above = '', name = ''] = drawNames(random, 2);
  const saved = wanted === 'planned_and_saved confirmation';
  const unchecked = wanted === 'cost_estimated confirmation' || wanted === 'post_plan_completed confirmation';
  const triggered = !saved && once(random, 3);
  const policies = unchecked && !once(random, 4) ? [] : drawPolicies(random);
  const workspace: DrawnWorkspace = {
    name,
    auto_apply: once(random, 2),
    auto_apply_run_trigger: once(random, 2),
    plan: once(random, 6) ? 'no_changes' : 'changes',
    cost_estimation: wanted === 'cost_estimated confirmation' || once(random, 4),
    policies,
    run_tasks: drawTasks(random, wanted === 'post_plan_completed confirmation' ? 'post_plan' : null),
  };
  const mode = saved
    ? 'save_plan'
    : triggered || !once(random, 3)
      ? 'standard'
      : random.pick(['plan_only', 'save_plan'] as const);
  const source = triggered ? 'tfe-ui' : random.pick(['tfe-ui', 'tfe-ui', 'vcs', 'tfe-api', 'cli'] as const);
  const stopping = policies.some(
    (p) => !p.passes && p.enforcement_level !== 'advisory' && p.enforcement_level !== 'hard-mandatory',
  );
  const actions = [
    start(triggered ? above : name, {
      source: mode === 'save_plan' ? 'cli' : source,
      mode,
      ...(source === 'cli' && mode === 'standard' && once(random, 3) ? { auto_approve: true } : {}),
    }),
    ...(stopping && mode === 'standard' && once(random, 2)
      ? [{ type: 'override_policy' as const, workspace: name }]
      : []),
  ];
  return scenarioOf(random, {
    workspaces: triggered ? [{ name: above, auto_apply: true }, workspace] : [workspace],
    run_triggers: triggered ? [{ sourceable: above, workspace: name }] : [],
    actions,
  });
}

function drawPolicies(random: Random): Policy[] {
  if (once(random, 3)) return [];
  const passes = once(random, 3);
  const name = random.pick(['tags', 'regions', 'instance-types', 'encryption'] as const);
  return once(random, 3)
    ? [{ name, kind: 'opa', enforcement_level: random.pick(['advisory', 'mandatory'] as const), passes }]
    : [
        {
          name,
          kind: 'sentinel',
          enforcement_level: random.pick([
            'advisory',
            'soft-mandatory',
            'soft-mandatory',
            'hard-mandatory',
          ] as const),
          passes,
        },
      ];
}

function drawTasks(random: Random, wanted: RunTask['stage'] | null): RunTask[] {
  if (wanted === null && !once(random, 3)) return [];
  const stage =
    wanted ?? random.pick(['pre_plan', 'post_plan', 'pre_apply', 'post_apply', 'post_apply'] as const);
  const enforcement_level =
    stage === 'post_apply' || once(random, 2) ? ('advisory' as const) : ('mandatory' as const);
  return [
    {
      name: random.pick(['scan', 'budget', 'notes'] as const),
      stage,
      enforcement_level,
      passes: once(random, 2),
    },
  ];
}

import type { Scenario } from '#model/action.ts';
import { idOf, type Policy, type RunTask } from '#model/layout.ts';
import type { ResultRun } from '#model/result.ts';
import type { Random } from '../random.ts';
import { believedAnswers, lastRunOf, resultOf } from './kit/answers.ts';
import { drawNames, type Drawn, once, scenarioOf, start } from './kit/board.ts';
import type { Family } from './kit/family.ts';
import { workspaceLevers } from './kit/levers.ts';
import { whyThere } from './kit/why.ts';
import { actionsText, code, slugOf } from './kit/words.ts';

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
  'no-changes-fires',
  'plan-only-fires',
  'triggered-runs-apply',
];

/** A place where a run can rest or end, as `status waiting_for`. */
const placeOf = (run: ResultRun): string => `${run.status} ${run.waiting_for ?? '-'}`;
/** What else a learner could think, to make up four options. */
const OTHERS = [
  'applied -',
  'planned confirmation',
  'errored -',
  'planned_and_finished -',
  'policy_override policy_override',
  'pending unlock',
];
const WAITS: Readonly<Record<string, string>> = {
  confirmation: 'waiting for confirmation',
  policy_override: 'waiting for an override',
  unlock: 'waiting for the lock to go',
  earlier_run: 'waiting for an earlier run',
  concurrency: 'waiting for a free slot',
};

/** Where does a run come to rest? Keyed by `status` and `waiting_for`. */
export const whereItStops: Family = {
  id: 'where-it-stops',
  title: 'Where does the run stop?',
  objective: '6a',
  topic: 'run-lifecycle',
  draw(random) {
    const scenario = board(random);
    const subject = scenario?.layout.workspaces.at(-1);
    const result = scenario && resultOf(scenario);
    if (scenario === null || result === null || subject === undefined) return null;
    const id = idOf(subject);
    const run = lastRunOf(result, id);
    if (run === undefined) return null;
    const answer = (s: Scenario): string | null => {
      const found = lastRunOf(resultOf(s) ?? result, id);
      return found === undefined ? null : placeOf(found);
    };
    const right = placeOf(run);
    const believed = believedAnswers(scenario, BELIEVERS, answer).filter((b) => b.answer !== right);
    const places = new Set([...random.shuffle(believed).map((b) => b.answer), ...random.shuffle(OTHERS)]);
    places.delete(right);
    const why = whyThere(scenario, result, run);
    const shown = random.shuffle([right, ...[...places].slice(0, 3)]);
    return {
      body: {
        type: 'single',
        stem: `${actionsText(scenario.actions)} ${costs(subject.cost_estimation)}Nobody does anything else. In which status is the last run of ${code(subject.name)} once all is quiet?`,
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
                ? why.text
                : holder === undefined
                  ? `It does not rest there. ${why.text}`
                  : holder.truth,
            facts: place === right || holder === undefined ? why.facts : [...holder.facts],
            misconception: place === right ? null : (holder?.id ?? null),
            pin: null,
          };
        }),
      },
      scenario,
      key: (s) => answer(s) ?? '',
      levers: workspaceLevers(scenario, id),
    };
  },
};

const costs = (on: boolean): string => (on ? 'Cost estimation is on. ' : '');

/** One workspace with gates in its way, started by somebody or by a trigger. */
function board(random: Random): Scenario | null {
  const [above = '', name = ''] = drawNames(random, 2);
  const triggered = once(random, 3);
  const policies = drawPolicies(random);
  const workspace: Drawn = {
    name,
    auto_apply: once(random, 2),
    auto_apply_run_trigger: once(random, 2),
    plan: once(random, 6) ? 'no_changes' : 'changes',
    locked: !triggered && once(random, 9),
    cost_estimation: once(random, 4),
    policies,
    run_tasks: drawTasks(random),
  };
  const mode = triggered || !once(random, 3) ? 'standard' : random.pick(['plan_only', 'save_plan'] as const);
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

function drawTasks(random: Random): RunTask[] {
  if (!once(random, 3)) return [];
  const stage = random.pick(['pre_plan', 'post_plan', 'pre_apply', 'post_apply', 'post_apply'] as const);
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

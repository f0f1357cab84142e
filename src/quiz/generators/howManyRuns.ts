import type { Scenario } from '#model/scenario/action.ts';
import { code } from '#model/layout/phrases.ts';
import { listed } from '#model/wording/listed.ts';
import { idOf } from '#model/layout/layout.ts';
import type { Random } from '../lib/random.ts';
import { believedAnswers, resultOf } from './kit/answers.ts';
import {
  drawEdges,
  drawNames,
  type DrawnWorkspace,
  once,
  type Shape,
  scenarioOf,
  start,
} from './kit/drawBoard.ts';
import type { Family } from './kit/family.ts';
import { actionsText, codeName } from './kit/describeBoard.ts';

const BELIEVERS = [
  'guide-auto-apply',
  'triggered-runs-apply',
  'triggered-runs-never-apply',
  'no-changes-fires',
  'errored-apply-fires',
  'trigger-belongs-to-the-source',
];

/** The numbers that are asked for. */
const MOST = 4;

/** How many runs does a workspace get? Keyed by the count of `runs`. Each number from 0 to 4 gets 1/5 of the draws. */
export const howManyRuns: Family = {
  id: 'how-many-runs',
  title: 'How many runs does it get?',
  objective: '6a',
  topic: 'firing',
  draw(random, deal) {
    const wanted = deal.below(MOST + 1);
    const scenario = board(random, wanted);
    const last = scenario?.layout.workspaces.at(-1);
    const result = scenario && resultOf(scenario);
    if (scenario === null || result === null || last === undefined) return null;
    const id = idOf(last);
    const count = (s: Scenario): number | null =>
      resultOf(s)?.runs.filter((r) => r.workspace === id && r.triggered_by !== null).length ?? null;
    const answer = count(scenario);
    if (answer !== wanted) return null;
    const sources = scenario.layout.run_triggers.filter((t) => t.workspace === id).map((t) => t.sourceable);
    const causes = result.runs
      .filter((r) => r.workspace === id)
      .flatMap((r) => result.runs.filter((cause) => cause.id === r.triggered_by));
    const perSource = sources.map((source) => ({
      source,
      applies: causes.filter((cause) => cause.workspace === source).length,
    }));
    const predictedWrongAnswers = [
      ...believedAnswers(scenario, BELIEVERS, count).map((b) => ({
        answer: String(b.answer),
        misconception: b.misconception.id,
      })),
      { answer: '1', misconception: 'queued-runs-are-merged' },
      ...(perSource.every((s) => s.applies > 0)
        ? [{ answer: '1', misconception: 'fan-in-waits-for-all' }]
        : [{ answer: '0', misconception: 'fan-in-waits-for-all' }]),
    ].filter((predictedWrongAnswer) => predictedWrongAnswer.answer !== String(answer));
    return {
      body: {
        type: 'number',
        stem: `${actionsText(scenario.actions)} Nobody does anything else. How many runs do run triggers start in ${code(last.name)}?`,
        rules: ['FI-01', 'FI-31', ...(answer > 1 ? ['FI-32'] : [])],
        difficulty: perSource.length > 2 || scenario.actions.length > 1 ? 3 : 2,
        figure: { layout: scenario.layout, actions: scenario.actions, hcl: null },
        answer,
        unit: '',
        explanation: `Each successful apply of a source queues one run, and runs are not merged. ${listed(
          perSource.map((s) => `${codeName(s.source)} was ${times(s.applies)}`),
        )}, so the answer is ${answer}.`,
        facts: ['FI-01', 'FI-31', 'Q-09'],
      },
      scenario,
      key: (s) => String(count(s)),
      predictedWrongAnswers: [
        ...new Map(
          predictedWrongAnswers.map((predictedWrongAnswer) => [
            predictedWrongAnswer.misconception,
            predictedWrongAnswer,
          ]),
        ).values(),
      ],
    };
  },
};

const times = (n: number): string =>
  n === 0 ? 'not applied' : n === 1 ? 'applied once' : `applied ${n} times`;

/** Several ways that lead to one workspace, and some that lead nowhere. */
/** @param wanted how many runs the last one is to get: many need many ways and little that stops */
function board(random: Random, wanted: number): Scenario | null {
  const smooth = wanted > 2;
  const shape = random.pick<Shape>(['diamond', 'diamond', 'fan-in', 'tree']);
  const names = drawNames(random, shape === 'tree' || wanted > 3 ? 5 : 4 + random.below(2));
  const [first = ''] = names;
  const last = names.at(-1) ?? '';
  const workspaces = names.map(
    (name, i): DrawnWorkspace => ({
      name,
      auto_apply: i === 0 || (shape === 'fan-in' ? !once(random, 4) : once(random, 2)),
      auto_apply_run_trigger: i > 0 && (wanted === 0 ? once(random, 3) : !once(random, smooth ? 9 : 4)),
      plan: i > 0 && i < names.length - 1 && once(random, smooth ? 24 : 8) ? 'no_changes' : 'changes',
      apply: i > 0 && i < names.length - 1 && once(random, 10) ? 'errors' : 'succeeds',
    }),
  );
  const run_triggers = drawEdges(random, names, shape);
  // A short cut from the first to the last, which gives the last a run of its own.
  if (
    shape !== 'fan-in' &&
    once(random, 2) &&
    !run_triggers.some((t) => t.sourceable === first && t.workspace === last)
  )
    run_triggers.push({ sourceable: first, workspace: last });
  if (shape === 'tree') {
    const other = names[1 + random.below(2)] ?? first;
    if (!run_triggers.some((t) => t.sourceable === other && t.workspace === last))
      run_triggers.push({ sourceable: other, workspace: last });
  }
  const actions =
    shape === 'fan-in'
      ? random
          .shuffle(names.slice(0, -1))
          .slice(0, 2 + random.below(2))
          .map((name) => start(name))
      : [start(first, { source: random.pick(['tfe-ui', 'vcs'] as const) })];
  return scenarioOf(random, { workspaces, run_triggers, actions });
}

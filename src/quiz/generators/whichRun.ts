import type { Scenario } from '#model/scenario/action.ts';
import { idOf } from '#model/layout/layout.ts';
import type { Random } from '../lib/random.ts';
import { believedAnswers, resultOf, triggeredIn } from './kit/answers.ts';
import {
  drawEdges,
  drawNames,
  type DrawnWorkspace,
  type Edge,
  once,
  scenarioOf,
  start,
} from './kit/drawBoard.ts';
import { dealPattern, laidOut, rightIn } from './kit/deal.ts';
import type { Family } from './kit/family.ts';
import { describeNoRun, whyRun } from './kit/describeReason.ts';
import { actionsText, codeName, slugOf } from './kit/describeBoard.ts';

const BELIEVERS = [
  'guide-auto-apply',
  'trigger-belongs-to-the-source',
  'triggered-runs-apply',
  'no-changes-fires',
  'errored-apply-fires',
  'local-runs-remotely',
  'sharing-starts-runs',
  'reads-start-runs',
];

/**
 * Which workspaces get a run? Keyed by `runs[].triggered_by`. Three, four and five workspaces are asked about equally
 * often, and each pattern of right and wrong ones gets 1/(2ⁿ − 2) of the draws with n.
 */
export const whichRun: Family = {
  id: 'which-run',
  title: 'Which workspaces get a run?',
  objective: '6a',
  topic: 'firing',
  draw(random, deal) {
    const pattern = dealPattern(deal, deal.pick([3, 4, 5]));
    const scenario = board(random, pattern.length + 1, rightIn(pattern));
    const result = scenario && resultOf(scenario);
    const first = scenario?.layout.workspaces[0];
    if (scenario === null || result === null || first === undefined) return null;
    const triggered = triggeredIn(result);
    const others = scenario.layout.workspaces.map(idOf).filter((id) => id !== idOf(first));
    if (others.filter((id) => triggered.has(id)).length !== rightIn(pattern)) return null;
    const shown = laidOut(
      random,
      pattern,
      others.filter((id) => triggered.has(id)),
      others.filter((id) => !triggered.has(id)),
    );
    if (shown === null) return null;
    const believers = believedAnswers(scenario, random.shuffle(BELIEVERS), (s) => {
      const believed = resultOf(s);
      return believed && triggeredIn(believed);
    });
    const waits = result.runs.some((r) => r.waiting_for !== null);
    return {
      body: {
        type: 'multi',
        stem: `${actionsText(scenario.actions)} Nobody does anything else. Which workspaces get a run from a run trigger?`,
        rules: waits ? ['FI-01', 'AA-05'] : ['FI-01'],
        difficulty: others.length < 4 ? 1 : waits ? 3 : 2,
        figure: { layout: scenario.layout, actions: scenario.actions, hcl: null },
        options: shown.map((id) => {
          const runs = triggered.has(id);
          const why = runs ? whyRun(result, id) : describeNoRun(scenario, result, id);
          const holder = runs ? undefined : believers.find((b) => b.answer.has(id))?.misconception;
          return {
            id: slugOf(id),
            text: codeName(id),
            correct: runs,
            explanation: why.text,
            facts: [...new Set([...why.facts, ...(holder?.facts ?? [])])],
            misconception: holder?.id ?? null,
            pin: null,
          };
        }),
      },
      scenario,
      key(s) {
        const answered = resultOf(s);
        return answered === null ? '' : [...triggeredIn(answered)].sort().join(' ');
      },
    };
  },
};

/** Workspaces below one source, wired at random, with some trouble in them. */
function board(random: Random, count: number, runs: number): Scenario | null {
  // About as many switches are on as workspaces are to run; chance and the simulator decide which of them do.
  const on = () => random.below(count - 1) < runs;
  const names = drawNames(random, count);
  const [first = ''] = names;
  // The last one may read or be shared with, which starts nothing.
  const last = names.at(-1) ?? first;
  const untied = random.pick(['trigger', 'share', 'read'] as const);
  const workspaces = names.map((name, i): DrawnWorkspace => {
    if (i === 0)
      return {
        name,
        auto_apply: true,
        outputs: [{ name: 'id', sensitive: false }],
        remote_state_consumer_ids: untied === 'trigger' ? [] : [last],
      };
    return {
      name,
      auto_apply: once(random, 2),
      auto_apply_run_trigger: on() || once(random, 4),
      plan: once(random, 6) ? 'no_changes' : 'changes',
      apply: once(random, 10) ? 'errors' : 'succeeds',
      execution_mode: once(random, 7) ? 'local' : once(random, 8) ? 'agent' : 'remote',
      reads:
        name === last && untied === 'read'
          ? [{ workspace: first, output: 'id', via: 'terraform_remote_state' }]
          : [],
    };
  });
  const run_triggers = drawEdges(random, names, random.pick(['tree', 'tree', 'chain', 'diamond']))
    .filter((edge) => untied === 'trigger' || edge.workspace !== last)
    .map(
      // Now and then one points back up: it is what a learner who mixes up the direction expects to fire.
      ({ sourceable, workspace }, i): Edge =>
        i > 0 && once(random, 5 + 2 * runs)
          ? { sourceable: workspace, workspace: sourceable }
          : { sourceable, workspace },
    );
  return scenarioOf(random, { workspaces, run_triggers, actions: [start(first)] });
}

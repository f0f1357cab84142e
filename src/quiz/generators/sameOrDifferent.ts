import type { Scenario } from '#model/scenario/action.ts';
import { code } from '#model/layout/phrases.ts';
import { listed } from '#model/wording/listed.ts';
import { idOf, type Workspace } from '#model/layout/layout.ts';
import type { SimulationResult } from '#model/scenario/result.ts';
import type { Random } from '../lib/random.ts';
import { type Believed, believedAnswers, lastRunOf, misconception, resultOf } from './kit/answers.ts';
import { drawEdges, drawNames, type DrawnWorkspace, once, scenarioOf, start } from './kit/drawBoard.ts';
import { dealtPlace } from './kit/deal.ts';
import type { Family } from './kit/family.ts';
import { withWorkspace, perturbationsOf } from './kit/perturbations.ts';
import { type Why, describeNoRun, whyThere } from './kit/describeReason.ts';
import { actionsText, capital, codeName, slugOf } from './kit/describeBoard.ts';

const BELIEVERS = [
  'guide-auto-apply',
  'trigger-switch-covers-all-runs',
  'triggers-need-state-sharing',
  'triggers-need-a-read',
  'triggers-need-remote-mode',
  'triggered-runs-apply',
  'triggered-runs-never-apply',
  'locks-refuse-runs',
  'auto-apply-starts-runs',
  'sharing-starts-runs',
  'reads-start-runs',
  'triggers-grant-state-access',
  'no-changes-fires',
  'local-runs-remotely',
];

/** One field of one workspace changed. */
interface Twist {
  text: string;
  /** Why it may make no difference, where it makes none. */
  idle: Why;
  change: Partial<Workspace>;
  id: string;
}

/** What can become of the last workspace that ends otherwise, in the words of an option. */
const BECOMES = ['is applied', 'gets no run', 'ends without an apply', 'waits'] as const;
/** Nothing changes in a quarter of the draws, since that is always one of four options. */
const KINDS = ['same', ...BECOMES, 'same', ...BECOMES, 'same', ...BECOMES, 'same'] as const;

/**
 * One difference between two boards: same result or not? Two results are compared. Nothing changes in 1/4 of the draws;
 * in the others each end that the last changed workspace can have gets 3/16. Each place among the options is right in 1/4.
 */
export const sameOrDifferent: Family = {
  id: 'same-or-different',
  title: 'Same or different?',
  objective: '6a',
  topic: 'firing',
  draw(random, deal) {
    const kind = deal.pick(KINDS);
    const place = deal.below(4);
    const scenario = board(random);
    if (scenario === null) return null;
    const twists = twistsOf(scenario);
    const twist = random
      .shuffle(twists)
      .find((t) => kindOf(differenceOf(scenario, withWorkspace(scenario, t.id, t.change))) === kind);
    if (twist === undefined) return null;
    const twisted = (s: Scenario) => withWorkspace(s, twist.id, twist.change);
    const difference = (s: Scenario) => differenceOf(s, twisted(s));
    const right = difference(scenario);
    if (right === null) return null;
    const believed: Believed<string>[] = [];
    for (const id of random.shuffle(BELIEVERS)) {
      if (believed.length === 2) break;
      // Its holder believes the same of both boards.
      const [first] = believedAnswers(scenario, [id], (s) => s);
      const [second] = believedAnswers(twisted(scenario), [id], (s) => s);
      const answer = first && second ? differenceOf(first.answer, second.answer) : null;
      if (answer !== null && answer !== right) believed.push({ misconception: misconception(id), answer });
    }
    const answers = new Set([right, '', ...believed.map((b) => b.answer)]);
    for (const other of random.shuffle(twists)) {
      if (answers.size > 3) break;
      const otherwise = differenceOf(scenario, withWorkspace(scenario, other.id, other.change));
      if (otherwise !== null) answers.add(otherwise);
    }
    const after = resultOf(twisted(scenario));
    if (after === null) return null;
    const why = right === '' ? twist.idle : whyDifferent(twisted(scenario), after, right);
    answers.delete(right);
    if (answers.size < 3) return null;
    const shown = dealtPlace(random, place, right, [...answers].slice(0, 3));
    return {
      body: {
        type: 'single',
        stem: `${actionsText(scenario.actions)} Nobody does anything else. Now imagine the same board with one difference: ${twist.text}. What changes in the result?`,
        rules: why.facts,
        difficulty: scenario.layout.workspaces.length > 3 ? 3 : 2,
        figure: { layout: scenario.layout, actions: scenario.actions, hcl: null },
        options: shown.map((answer) => {
          const isRight = answer === right;
          const holder = isRight ? undefined : believed.find((b) => b.answer === answer)?.misconception;
          return {
            id: answer === '' ? 'same' : slugOf('differs', answer.replace(/[^\w -]/g, '')),
            text: answer === '' ? 'Nothing: each run ends as before' : capital(answer),
            correct: isRight,
            explanation: isRight
              ? why.text
              : holder === undefined
                ? `${right === '' ? 'Nothing changes' : capital(right)}. ${why.text}`
                : `${holder.truth} Here ${right === '' ? 'nothing changes' : right}.`,
            facts: isRight || holder === undefined ? why.facts : [...holder.facts],
            misconception: holder?.id ?? null,
            pin: null,
          };
        }),
      },
      scenario,
      key: (s) => difference(s) ?? '',
      perturbations: perturbationsOf(scenario),
    };
  },
};

/** The kind of a difference, by what becomes of the last workspace in it. */
function kindOf(difference: string | null): (typeof KINDS)[number] | null {
  if (difference === '') return 'same';
  return BECOMES.find((end) => difference?.endsWith(end)) ?? null;
}

/** How a workspace ends, in the words of an option. */
function standing(result: SimulationResult, id: string): string {
  const run = lastRunOf(result, id);
  if (run === undefined) return `${codeName(id)} gets no run`;
  if (run.status === 'applied') return `${codeName(id)} is applied`;
  return run.waiting_for === null
    ? `the run of ${codeName(id)} ends without an apply`
    : `the run of ${codeName(id)} waits`;
}

/** What is different in the second result, workspace by workspace; '' where nothing is. */
function differenceOf(first: Scenario, second: Scenario): string | null {
  const [before, after] = [resultOf(first), resultOf(second)];
  if (before === null || after === null) return null;
  const changed = first.layout.workspaces
    .map(idOf)
    .filter((id) => standing(before, id) !== standing(after, id))
    .map((id) => standing(after, id));
  return listed(changed);
}

function whyDifferent(scenario: Scenario, result: SimulationResult, difference: string): Why {
  const first = scenario.layout.workspaces.map(idOf).find((id) => difference.includes(codeName(id)));
  const run = first === undefined ? undefined : lastRunOf(result, first);
  if (first === undefined) return { text: 'The result is another one.', facts: ['FI-01'] };
  return run === undefined ? describeNoRun(scenario, result, first) : whyThere(scenario, result, run);
}

/** Changes of one field that a learner could take for decisive. */
function twistsOf(scenario: Scenario): Twist[] {
  const { layout } = scenario;
  return layout.workspaces.flatMap((w) => {
    const id = idOf(w);
    const name = code(w.name);
    const triggered = layout.run_triggers.some((t) => t.workspace === id);
    const twist = (text: string, change: Partial<Workspace>, idle: string, facts: string[]): Twist => ({
      id,
      text,
      change,
      idle: { text: idle, facts },
    });
    const onOff = (on: boolean) => (on ? 'off' : 'on');
    const idleSwitch = `${name} has no run that this setting decides about.`;
    const found: (Twist | false)[] = [
      twist(
        `\`auto_apply\` is ${onOff(w.auto_apply)} in ${name}`,
        { auto_apply: !w.auto_apply },
        triggered ? `\`auto_apply\` does not decide about the triggered runs of ${name}.` : idleSwitch,
        ['AA-05'],
      ),
      twist(
        `\`auto_apply_run_trigger\` is ${onOff(w.auto_apply_run_trigger)} in ${name}`,
        { auto_apply_run_trigger: !w.auto_apply_run_trigger },
        idleSwitch,
        ['AA-05', 'AA-02'],
      ),
      triggered &&
        w.execution_mode !== 'local' &&
        twist(
          `${name} is in ${w.execution_mode === 'agent' ? 'remote' : 'agent'} execution`,
          { execution_mode: w.execution_mode === 'agent' ? 'remote' : 'agent' },
          'Agents perform real runs, so a trigger works there as it does in remote execution.',
          ['EM-05'],
        ),
      w.reads.length === 0 &&
        twist(
          `${name} shares its state with ${w.global_remote_state ? 'nobody' : 'the organization'}`,
          { global_remote_state: !w.global_remote_state },
          'Triggers and state sharing are independent, and nothing here reads that state.',
          ['RS-26'],
        ),
      twist(
        w.plan === 'changes' ? `the plan of ${name} has no changes` : `the plan of ${name} has changes`,
        { plan: w.plan === 'changes' ? 'no_changes' : 'changes' },
        `No run is planned in ${name}, so its plan makes no difference.`,
        ['FI-13', 'FI-34'],
      ),
    ];
    return found.filter((item) => item !== false);
  });
}

/** A few workspaces with triggers, reads and both switches set at random. */
function board(random: Random): Scenario | null {
  const names = drawNames(random, 3 + random.below(2));
  const [first = ''] = names;
  const run_triggers = drawEdges(random, names, random.pick(['chain', 'chain', 'tree', 'fan-out']));
  return scenarioOf(random, {
    workspaces: names.map((name, i): DrawnWorkspace => {
      const source = names[random.below(Math.max(1, i))] ?? first;
      const reads = i > 0 && once(random, 2);
      return {
        name,
        auto_apply: i === 0 ? !once(random, 6) : once(random, 2),
        auto_apply_run_trigger: once(random, 2),
        execution_mode: i > 0 && once(random, 5) ? 'agent' : 'remote',
        locked: i > 0 && once(random, 8),
        outputs: [{ name: 'id', sensitive: false }],
        global_remote_state: true,
        reads: reads ? [{ workspace: source, output: 'id', via: 'terraform_remote_state' }] : [],
      };
    }),
    run_triggers,
    actions: [start(first, { source: random.pick(['tfe-ui', 'vcs', 'tfe-api'] as const) })],
  });
}

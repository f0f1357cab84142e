import { code } from '#model/layout/phrases.ts';
import { ruleTextOf } from '#engine/query/describeRules.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { short } from '#model/layout/vocabulary.ts';
import { idOf, type Workspace } from '#model/layout/layout.ts';
import type { Random } from '../lib/random.ts';
import { misconception, resultOf, triggeredIn } from './kit/answers.ts';
import { drawNames, type DrawnWorkspace, once, scenarioOf, start } from './kit/drawBoard.ts';
import { dealtPlace } from './kit/deal.ts';
import type { Family } from './kit/family.ts';
import { withWorkspace, type Perturbation, withTriggers } from './kit/perturbations.ts';
import { inWords } from './kit/describeBoard.ts';

/** A reason that a learner could give, true in the board or not, and the board without it. */
interface Reason {
  id: string;
  text: string;
  /** What lets the run start if the reason is the right one. */
  mended: Scenario;
  /** The belief of those who give this reason. */
  misconception: string;
}

/** What keeps the target from running: what the vendor documents, and nothing that only this app decides. */
const TROUBLES = [
  'plan_only',
  'no_changes',
  'apply_errors',
  'plan_errors',
  'discarded',
  'local',
  'organization',
] as const;
type Trouble = (typeof TROUBLES)[number];

/**
 * Why did nothing start? Keyed by `not_queued[].rule` and `rejections[].rule`. Each of the seven reasons is the right one
 * in 1/7 of the draws, and each of the four places among the options in 1/4. What is done is on the board and not in
 * the stem, which would say the answer for two of them.
 */
export const whyNoRun: Family = {
  id: 'why-no-run',
  title: 'Why did nothing start?',
  objective: '6a',
  topic: 'troubleshooting',
  draw(random, deal) {
    const trouble = deal.pick(TROUBLES);
    const place = deal.below(4);
    const drawn = board(random, trouble);
    const [source, target] = drawn?.scenario.layout.workspaces ?? [];
    if (drawn === null || source === undefined || target === undefined) return null;
    const { scenario, cause } = drawn;
    const result = resultOf(scenario);
    if (result === null) return null;
    const row = result.not_queued.find((r) => r.workspace === idOf(target));
    const refused = row ?? result.rejections.find((r) => r.action === null);
    if (refused === undefined || startsIn(scenario, target)) return null;
    if (!startsIn(cause.mended, target)) return null;
    const whyHere = () =>
      row === undefined
        ? `${code(source.name)} is in ${code(source.organization)} and ${code(target.name)} in ${code(target.organization)}, so the trigger is refused.`
        : inWords(row.message, result);
    // A reason that would have let it start too is no distractor.
    const others = distractors(scenario, source, target).filter((reason) => !startsIn(reason.mended, target));
    if (others.length < 3) return null;
    const shown = dealtPlace(random, place, cause, random.shuffle(others).slice(0, 3));
    return {
      body: {
        type: 'single',
        stem: `Each apply of ${code(source.name)} is meant to start a run of ${code(target.name)}. Somebody has started a run of ${code(source.name)}, and it is over. Why does no run start in ${code(target.name)}?`,
        rules: [refused.rule],
        difficulty: row === undefined ? 3 : 2,
        figure: { layout: scenario.layout, actions: scenario.actions, hcl: null },
        options: shown.map((reason) => {
          const right = reason === cause;
          const holder = right ? null : misconception(reason.misconception);
          return {
            id: reason.id,
            text: reason.text,
            correct: right,
            explanation: holder?.truth ?? `${ruleTextOf(refused.rule)}. ${whyHere()}`,
            facts: holder === null ? [refused.rule] : [...holder.facts],
            misconception: holder?.id ?? null,
            pin: null,
          };
        }),
      },
      scenario,
      key: (s) =>
        startsIn(s, target)
          ? ''
          : (resultOf(s)?.not_queued.find((r) => r.workspace === idOf(target))?.rule ?? 'refused'),
      perturbations: [{ change: drawn.otherwise, apply: () => cause.mended }] satisfies Perturbation[],
    };
  },
};

function startsIn(scenario: Scenario, target: Workspace): boolean {
  const result = resultOf(scenario);
  // By its name, which it keeps where a change moves it to another organization.
  return result !== null && [...triggeredIn(result)].some((id) => short(id) === target.name);
}

/** Things that are so in this board and make no difference. */
function distractors(scenario: Scenario, source: Workspace, target: Workspace): Reason[] {
  const [from, to] = [code(source.name), code(target.name)];
  const toTarget = (change: Partial<Workspace>) => withWorkspace(scenario, idOf(target), change);
  const reasons: (Reason | false)[] = [
    !target.auto_apply_run_trigger && {
      id: 'run-trigger-switch',
      text: `\`auto_apply_run_trigger\` is off in ${to}`,
      mended: toTarget({ auto_apply_run_trigger: true }),
      misconception: 'auto-apply-starts-runs',
    },
    !target.auto_apply && {
      id: 'auto-apply',
      text: `\`auto_apply\` is off in ${to}`,
      mended: toTarget({ auto_apply: true }),
      misconception: 'auto-apply-starts-runs',
    },
    !source.global_remote_state && {
      id: 'sharing',
      text: `${from} does not share its state with ${to}`,
      mended: withWorkspace(scenario, idOf(source), { global_remote_state: true }),
      misconception: 'triggers-need-state-sharing',
    },
    target.reads.length === 0 && {
      id: 'no-read',
      text: `${to} reads no output of ${from}`,
      mended: toTarget({
        reads: [{ workspace: idOf(source), output: 'id', via: 'terraform_remote_state' }],
      }),
      misconception: 'triggers-need-a-read',
    },
    target.execution_mode === 'agent' && {
      id: 'agents',
      text: `${to} runs on agents`,
      mended: toTarget({ execution_mode: 'remote' }),
      misconception: 'triggers-need-remote-mode',
    },
    target.locked && {
      id: 'locked',
      text: `${to} is locked by a user`,
      mended: toTarget({ locked: false }),
      misconception: 'locks-refuse-runs',
    },
  ];
  return reasons.filter((reason) => reason !== false);
}

/** A source, its target, and one thing that keeps the target from running. */
function board(
  random: Random,
  trouble: Trouble,
): { scenario: Scenario; cause: Reason; otherwise: string } | null {
  const [source = '', target = ''] = drawNames(random, 2);
  const from: DrawnWorkspace = {
    name: source,
    auto_apply: trouble !== 'discarded',
    plan: trouble === 'no_changes' ? 'no_changes' : trouble === 'plan_errors' ? 'errors' : 'changes',
    apply: trouble === 'apply_errors' ? 'errors' : 'succeeds',
    outputs: [{ name: 'id', sensitive: false }],
    global_remote_state: once(random, 5),
  };
  const to: DrawnWorkspace = {
    name: target,
    auto_apply: once(random, 3),
    auto_apply_run_trigger: once(random, 3),
    locked: once(random, 3),
    execution_mode: trouble === 'local' ? 'local' : once(random, 3) ? 'agent' : 'remote',
  };
  const two = trouble === 'organization';
  const organizations = two ? random.shuffle(['acme', 'globex', 'initech']).slice(0, 2) : undefined;
  const [here = '', there = ''] = organizations ?? [];
  const scenario = scenarioOf(random, {
    ...(organizations === undefined ? {} : { organizations }),
    workspaces: [two ? { ...from, organization: here } : from, two ? { ...to, organization: there } : to],
    run_triggers: [
      two
        ? { sourceable: `${here}/${source}`, workspace: `${there}/${target}` }
        : { sourceable: source, workspace: target },
    ],
    actions: [
      start(two ? `${here}/${source}` : source, trouble === 'plan_only' ? { mode: 'plan_only' } : {}),
      ...(trouble === 'discarded' ? [{ type: 'discard' as const, workspace: source }] : []),
    ],
  });
  if (scenario === null) return null;
  const [a, b] = scenario.layout.workspaces.map(idOf);
  if (a === undefined || b === undefined) return null;
  const reason = (id: string, text: string, mended: Scenario, otherwise: string) => ({
    scenario,
    cause: { id, text, mended, misconception: '' },
    otherwise,
  });
  const [s, t] = [code(source), code(target)];
  switch (trouble) {
    case 'plan_only': {
      const actions = scenario.actions.map((x) =>
        x.type === 'start_run' ? { ...x, mode: 'standard' as const } : x,
      );
      return reason(
        'plan-only',
        `The run of ${s} is a plan-only run`,
        { ...scenario, actions },
        `the run of ${s} were a standard one`,
      );
    }
    case 'no_changes':
      return reason(
        'no-changes',
        `The plan of ${s} has no changes`,
        withWorkspace(scenario, a, { plan: 'changes' }),
        `the plan of ${s} had changes`,
      );
    case 'plan_errors':
      return reason(
        'plan-failed',
        `The plan of ${s} has an error`,
        withWorkspace(scenario, a, { plan: 'changes' }),
        `the plan of ${s} succeeded`,
      );
    case 'apply_errors':
      return reason(
        'apply-failed',
        `The apply of ${s} has an error`,
        withWorkspace(scenario, a, { apply: 'succeeds' }),
        `the apply of ${s} succeeded`,
      );
    case 'discarded': {
      const actions = scenario.actions.map((x) =>
        x.type === 'discard' ? { ...x, type: 'confirm' as const } : x,
      );
      return reason(
        'discarded',
        `The run of ${s} was discarded before its apply`,
        { ...scenario, actions },
        `the run of ${s} were confirmed`,
      );
    }
    case 'local':
      return reason(
        'local',
        `${t} is in local execution mode`,
        withWorkspace(scenario, b, { execution_mode: 'remote' }),
        `${t} were in remote execution`,
      );
    case 'organization': {
      const { layout } = scenario;
      const moved = `${here}/${target}`;
      const joined = withTriggers(
        {
          ...scenario,
          layout: {
            ...layout,
            workspaces: layout.workspaces.map((w) => (idOf(w) === b ? { ...w, organization: here } : w)),
          },
        },
        [{ sourceable: a, workspace: moved }],
      );
      return reason(
        'organizations',
        `${t} is in another organization`,
        joined,
        `both were in one organization`,
      );
    }
  }
}

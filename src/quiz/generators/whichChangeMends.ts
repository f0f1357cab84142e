import type { Scenario } from '#model/scenario/action.ts';
import { code } from '#model/layout/phrases.ts';
import { idOf, type Workspace } from '#model/layout/layout.ts';
import type { Random } from '../lib/random.ts';
import { lastRunOf, misconception, resultOf } from './kit/answers.ts';
import { drawEdges, drawNames, type DrawnWorkspace, once, scenarioOf, start } from './kit/drawBoard.ts';
import { dealtPlace } from './kit/deal.ts';
import type { Family } from './kit/family.ts';
import { withWorkspace, type Perturbation, withTriggers } from './kit/perturbations.ts';
import { describeNoRun, whyThere } from './kit/describeReason.ts';
import { actionsText, codeName, slugOf } from './kit/describeBoard.ts';

/** One change that could be made, and the belief of those who expect it to help. */
interface Change {
  id: string;
  text: string;
  scenario: Scenario;
  misconception: string | null;
  /** Why it helps where it does, and the facts. */
  helps: string;
  facts: string[];
}

/** What is wrong on the board, and how the id of the change begins that puts it right. */
const TROUBLES = [
  ['switch', 'run-trigger-switch'],
  ['local', 'remote'],
  ['policy', 'advisory'],
  ['direction', 'turn'],
  ['sharing', 'share'],
  ['first', 'auto-apply'],
] as const;
type Trouble = (typeof TROUBLES)[number][0];

/**
 * Which change lets the last workspace be applied? Each option is simulated. Each of the six kinds of change is the right
 * one in 1/6 of the draws, and each of the four places among the options in 1/4.
 */
export const whichChangeMends: Family = {
  id: 'which-change-mends',
  title: 'Which change fixes it?',
  objective: '6a',
  topic: 'troubleshooting',
  draw(random, deal) {
    const [trouble, mends] = deal.pick(TROUBLES);
    const place = deal.below(4);
    const scenario = board(random, trouble);
    const last = scenario?.layout.workspaces.at(-1);
    const result = scenario && resultOf(scenario);
    if (scenario === null || result === null || last === undefined) return null;
    const goal = idOf(last);
    if (isApplied(scenario, goal)) return null;
    const changes = changesOf(scenario);
    const helps = (change: Change) => isApplied(change.scenario, goal);
    const right = random.shuffle(changes.filter((c) => c.id.startsWith(mends) && helps(c)))[0];
    const wrong = random.shuffle(changes.filter((c) => !helps(c)));
    if (right === undefined || wrong.length < 3) return null;
    // Those that somebody believes in come first.
    const believed = wrong.filter((c) => c.misconception !== null);
    const others = wrong.filter((c) => c.misconception === null);
    const shown = dealtPlace(
      random,
      place,
      right,
      [...believed.slice(0, 2), ...others, ...believed.slice(2)].slice(0, 3),
    );
    return {
      body: {
        type: 'single',
        stem: `${actionsText(scenario.actions)} Nobody does anything else, and ${code(last.name)} is not applied. Which one of these changes, made beforehand, gets a run of ${code(last.name)} applied?`,
        rules: [...new Set(right.facts)],
        difficulty: scenario.layout.workspaces.length > 3 ? 3 : 2,
        figure: { layout: scenario.layout, actions: scenario.actions, hcl: null },
        options: shown.map((change) => {
          const isRight = change === right;
          const holder =
            isRight || change.misconception === null ? null : misconception(change.misconception);
          const still = whyNot(change.scenario, goal);
          return {
            id: change.id,
            text: change.text,
            correct: isRight,
            explanation: isRight
              ? `${change.helps} Then nothing else keeps ${code(last.name)} from being applied.`
              : `${holder === null ? '' : `${holder.truth} `}With this change alone ${code(last.name)} is still not applied. ${still.text}`,
            facts: isRight ? change.facts : [...new Set([...(holder?.facts ?? []), ...still.facts])],
            misconception: holder?.id ?? null,
            pin: null,
          };
        }),
      },
      scenario,
      key(s) {
        const found = changesOf(s);
        const mended = (id: string) => found.some((c) => c.id === id && isApplied(c.scenario, goal));
        return shown.map((change) => (mended(change.id) ? change.id : '-')).join(' ');
      },
      perturbations: furtherTrouble(scenario),
    };
  },
};

function isApplied(scenario: Scenario, id: string): boolean {
  const result = resultOf(scenario);
  return result?.runs.some((r) => r.workspace === id && r.status === 'applied') ?? false;
}

function whyNot(scenario: Scenario, id: string): { text: string; facts: string[] } {
  const result = resultOf(scenario);
  if (result === null) return { text: 'It would start too many runs.', facts: ['FI-01'] };
  const run = lastRunOf(result, id);
  return run === undefined ? describeNoRun(scenario, result, id) : whyThere(scenario, result, run);
}

/** Every change of one setting or trigger that an option may name. */
function changesOf(scenario: Scenario): Change[] {
  const { layout } = scenario;
  const sourcesOf = (w: Workspace) => layout.run_triggers.filter((t) => t.workspace === idOf(w));
  const inside = layout.workspaces.flatMap((w): (Change | false)[] => {
    const name = code(w.name);
    const triggered = sourcesOf(w).length > 0;
    const change = (
      id: string,
      text: string,
      fields: Partial<Workspace>,
      belief: string | null,
      helps: string,
      facts: string[],
    ): Change => ({
      id: slugOf(id, w.name),
      text,
      scenario: withWorkspace(scenario, idOf(w), fields),
      misconception: belief,
      helps,
      facts,
    });
    return [
      !w.auto_apply_run_trigger &&
        change(
          'run-trigger-switch',
          `Turn on \`auto_apply_run_trigger\` in ${name}`,
          { auto_apply_run_trigger: true },
          triggered ? null : 'trigger-switch-covers-all-runs',
          `A trigger starts the run of ${name}, and with this setting it applies by itself.`,
          ['AA-05', 'FI-34'],
        ),
      !w.auto_apply &&
        change(
          'auto-apply',
          `Turn on \`auto_apply\` in ${name}`,
          { auto_apply: true },
          triggered ? 'guide-auto-apply' : null,
          `No trigger started the run of ${name}, and with this setting it applies by itself.`,
          ['AA-02'],
        ),
      w.execution_mode === 'local' &&
        change(
          'remote',
          `Set ${name} to remote execution`,
          { execution_mode: 'remote' },
          null,
          `In remote execution ${name} performs runs, so its trigger works.`,
          ['EM-03', 'EM-04'],
        ),
      w.execution_mode === 'agent' &&
        change(
          'remote',
          `Set ${name} to remote execution`,
          { execution_mode: 'remote' },
          'triggers-need-remote-mode',
          `In remote execution ${name} performs runs.`,
          ['EM-05'],
        ),
      !w.global_remote_state &&
        layout.run_triggers.some((t) => t.sourceable === idOf(w)) &&
        change(
          'share',
          `Let ${name} share its state with the organization`,
          { global_remote_state: true },
          'triggers-need-state-sharing',
          `The plan that reads the state of ${name} no longer fails.`,
          ['RS-03'],
        ),
      ...w.policies
        .filter((p) => p.kind === 'sentinel' && p.enforcement_level !== 'advisory')
        .map((p) =>
          change(
            'advisory',
            `Make the policy ${code(p.name)} of ${name} advisory`,
            {
              policies: w.policies.map((other) =>
                other === p && p.kind === 'sentinel'
                  ? { ...p, enforcement_level: 'advisory' as const }
                  : other,
              ),
            },
            null,
            `An advisory failure does not stop the run of ${name}.`,
            ['POL-02'],
          ),
        ),
    ];
  });
  const turned = layout.run_triggers.map(
    (t): Change => ({
      id: slugOf('turn', t.sourceable, 'to', t.workspace),
      text: `Reverse the trigger, so that ${codeName(t.workspace)} starts ${codeName(t.sourceable)}`,
      scenario: withTriggers(
        scenario,
        layout.run_triggers.map((other) =>
          other === t ? { sourceable: t.workspace, workspace: t.sourceable } : other,
        ),
      ),
      misconception: 'trigger-belongs-to-the-source',
      helps: `Then ${codeName(t.sourceable)} runs after each apply of ${codeName(t.workspace)}, and not the other way round.`,
      facts: ['RT-01', 'RT-02'],
    }),
  );
  return [...inside.filter((change) => change !== false), ...turned];
}

/** Changes that let the mending fail: one more thing that is wrong. */
function furtherTrouble(scenario: Scenario): Perturbation[] {
  const [first] = scenario.layout.workspaces;
  return [...scenario.layout.workspaces].reverse().flatMap((w) => [
    {
      change: `the plan of ${code(w.name)} failed as well`,
      apply: () => withWorkspace(scenario, idOf(w), { plan: 'errors' }),
    },
    ...(w === first || !w.auto_apply_run_trigger
      ? []
      : [
          {
            change: `\`auto_apply_run_trigger\` were off in ${code(w.name)} as well`,
            apply: () => withWorkspace(scenario, idOf(w), { auto_apply_run_trigger: false }),
          },
        ]),
  ]);
}

/** A chain in which one thing is wrong. */
function board(random: Random, trouble: Trouble): Scenario | null {
  const names = drawNames(random, 3 + random.below(2));
  const [first = ''] = names;
  const at = 1 + random.below(names.length - 1);
  const workspaces = names.map((name, i): DrawnWorkspace => {
    const here = i === at;
    const source = names[i - 1] ?? first;
    const reads = i > 0 && (once(random, 2) || (here && trouble === 'sharing'));
    return {
      name,
      auto_apply: i === 0 ? trouble !== 'first' : once(random, 3),
      auto_apply_run_trigger: i > 0 && !(here && trouble === 'switch'),
      execution_mode: here && trouble === 'local' ? 'local' : once(random, 5) ? 'agent' : 'remote',
      outputs: [{ name: 'id', sensitive: false }],
      global_remote_state: !(i === at - 1 && trouble === 'sharing') && !once(random, 4),
      reads: reads ? [{ workspace: source, output: 'id', via: 'terraform_remote_state' }] : [],
      policies:
        here && trouble === 'policy'
          ? [{ name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false }]
          : once(random, 3)
            ? // One that passes is as much in sight as one that fails.
              [{ name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: true }]
            : [],
    };
  });
  const run_triggers = drawEdges(random, names, 'chain').map((edge, i) =>
    i === at - 1 && trouble === 'direction'
      ? { sourceable: edge.workspace, workspace: edge.sourceable }
      : edge,
  );
  return scenarioOf(random, {
    workspaces,
    run_triggers,
    actions: [start(first, { source: random.pick(['tfe-ui', 'vcs', 'tfe-api'] as const) })],
  });
}

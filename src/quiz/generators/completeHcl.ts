import { code } from '#model/layout/phrases.ts';
import { short } from '#model/layout/vocabulary.ts';
import { exportLayout } from '#hcl/export/exportLayout.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout } from '#model/layout/layout.ts';
import type { PredictedWrongAnswer } from '../types/item.ts';
import type { Random } from '../lib/random.ts';
import { drawEdges, drawNames, once, scenarioOf } from './kit/drawBoard.ts';
import type { Draw, Family } from './kit/family.ts';
import { withWorkspace, type Perturbation, withTriggers } from './kit/perturbations.ts';
import { codeName } from './kit/describeBoard.ts';

const BLANK = '____';

/** What is left out: the attribute of the nth block of a type. */
interface Gap {
  type: 'tfe_run_trigger' | 'tfe_workspace_settings';
  nth: number;
  attribute: 'workspace_id' | 'sourceable_id' | 'remote_state_consumer_ids';
}

/**
 * Fill in what is missing in the HCL. Keyed by `export`. Each of the three attributes is left out in 1/3 of the draws, and
 * each of the three workspaces, in the order in which the configuration has them, is the answer in 1/3. With the gap
 * filled in, the configuration is whole: importing it gives the board.
 */
export const completeHcl: Family = {
  id: 'complete-hcl',
  title: 'Complete the HCL',
  objective: '6a',
  topic: 'tfe-provider',
  draw(random, deal) {
    const attribute = deal.pick(['workspace_id', 'sourceable_id', 'remote_state_consumer_ids']);
    const place = deal.below(3);
    const scenario = board(random);
    if (scenario === null) return null;
    const { layout } = scenario;
    const answer = layout.workspaces[place];
    return answer === undefined
      ? null
      : attribute === 'remote_state_consumer_ids'
        ? sharing(random, scenario, idOf(answer))
        : triggering(random, scenario, idOf(answer), attribute);
  },
};

/** What is asked of a trigger, one end of which is the answer. */
function triggering(
  random: Random,
  scenario: Scenario,
  answer: string,
  attribute: 'workspace_id' | 'sourceable_id',
): Draw | null {
  const { run_triggers } = scenario.layout;
  const [end, other] =
    attribute === 'workspace_id'
      ? (['workspace', 'sourceable'] as const)
      : (['sourceable', 'workspace'] as const);
  const trigger = random.shuffle(run_triggers).find((t) => t[end] === answer);
  if (trigger === undefined) return null;
  const nth = run_triggers.indexOf(trigger);
  return asked(
    scenario,
    { type: 'tfe_run_trigger', nth, attribute },
    {
      stem: `Each apply of ${codeName(trigger.sourceable)} is to start a run of ${codeName(trigger.workspace)}.`,
      explanation: '`workspace_id` names the workspace that will run, and `sourceable_id` names its source.',
      facts: ['PRV-01', 'RT-02'],
      perturbations: turned(scenario, nth),
      predictedWrongAnswer: {
        answer: address(trigger[other]),
        misconception: 'trigger-belongs-to-the-source',
      },
    },
  );
}

/** What is asked of a list of consumers, of which the answer is the only one. */
function sharing(random: Random, scenario: Scenario, answer: string): Draw | null {
  const { layout } = scenario;
  const source = random
    .shuffle(layout.workspaces)
    .find((w) => w.remote_state_consumer_ids.length === 1 && w.remote_state_consumer_ids[0] === answer);
  if (source === undefined) return null;
  const gap: Gap = {
    type: 'tfe_workspace_settings',
    nth: settingsBefore(layout, idOf(source)),
    attribute: 'remote_state_consumer_ids',
  };
  return asked(scenario, gap, {
    stem: `${codeName(answer)} is to read the state of ${code(source.name)}.`,
    explanation: `Sharing is set on the workspace that is read, and its list names the readers: ${codeName(answer)}.`,
    facts: ['RS-06', 'PRV-03'],
    perturbations: otherReader(scenario, idOf(source)),
    predictedWrongAnswer: { answer: address(idOf(source)), misconception: 'sharing-is-set-on-the-reader' },
  });
}

function asked(
  scenario: Scenario,
  gap: Gap,
  about: {
    stem: string;
    explanation: string;
    facts: string[];
    perturbations: Perturbation[];
    predictedWrongAnswer: PredictedWrongAnswer;
  },
): Draw | null {
  const { layout } = scenario;
  const right = filledIn(layout, gap);
  const hcl = blanked(layout, gap);
  if (right === null || hcl === null) return null;
  return {
    body: {
      type: 'fill',
      stem: `This configuration builds the board. ${about.stem} Which address belongs in the gap?`,
      rules: about.facts,
      difficulty: layout.run_triggers.length > 2 ? 3 : 2,
      figure: { layout, actions: [], hcl },
      accepted: [right],
      case_sensitive: true,
      explanation: `${about.explanation} Here that is ${code(right)}.`,
      facts: about.facts,
    },
    scenario,
    key: (s) => filledIn(s.layout, gap) ?? '',
    perturbations: about.perturbations,
    predictedWrongAnswers: [about.predictedWrongAnswer],
  };
}

/** The blocks of an export, each with its header, without the comments between them. */
const blocksOf = (layout: Layout): string[] =>
  exportLayout(layout)
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n(?=resource )/)
    .map((block) => block.trim());

const isOf = (block: string, type: string): boolean => block.startsWith(`resource "${type}" `);

/** What is at the gap in the export: one address, without the brackets of a list. */
function filledIn(layout: Layout, gap: Gap): string | null {
  const block = blocksOf(layout).filter((b) => isOf(b, gap.type))[gap.nth];
  const line = block?.split('\n').find((l) => l.trim().startsWith(`${gap.attribute} `));
  return (
    line
      ?.slice(line.indexOf('=') + 1)
      .replace(/[[\]]/g, '')
      .trim() ?? null
  );
}

/** The whole configuration with its gap. */
function blanked(layout: Layout, gap: Gap): string | null {
  const right = filledIn(layout, gap);
  const blocks = blocksOf(layout);
  const block = blocks.filter((b) => isOf(b, gap.type))[gap.nth];
  if (right === null || block === undefined) return null;
  const lines = block
    .split('\n')
    .map((line) => (line.trim().startsWith(`${gap.attribute} `) ? line.replace(right, BLANK) : line));
  // The name of the resource would give the answer away.
  const [header = '', ...body] = lines;
  const plain = [header.replace(/ "[^"]+" \{$/, ' "this" {'), ...body].join('\n');
  return blocks
    .filter((b) => !b.startsWith('terraform '))
    .map((b) => (b === block ? plain : b))
    .join('\n\n');
}

const address = (id: string): string => `tfe_workspace.${short(id).replaceAll('-', '_')}.id`;

/** How many settings blocks the export has before that of a workspace. */
const settingsBefore = (layout: Layout, id: string): number =>
  layout.workspaces
    .slice(
      0,
      layout.workspaces.findIndex((w) => idOf(w) === id),
    )
    .filter((w) => w.remote_state_consumer_ids.length > 0).length;

function turned(scenario: Scenario, nth: number): Perturbation[] {
  const { run_triggers } = scenario.layout;
  return [
    {
      change: 'the trigger pointed the other way',
      apply: () =>
        withTriggers(
          scenario,
          run_triggers.map((t, i) => (i === nth ? { sourceable: t.workspace, workspace: t.sourceable } : t)),
        ),
    },
  ];
}

function otherReader(scenario: Scenario, source: string): Perturbation[] {
  const readers = scenario.layout.workspaces.map(idOf).filter((id) => id !== source);
  return readers.map((id) => ({
    change: `${codeName(id)} were to read it instead`,
    apply: () => withWorkspace(scenario, source, { remote_state_consumer_ids: [id] }),
  }));
}

/** Three workspaces with triggers between them, some of which share their state with the next. */
function board(random: Random): Scenario | null {
  const names = drawNames(random, 3);
  const edges = drawEdges(random, names, random.pick(['chain', 'fan-out', 'fan-in', 'tree', 'diamond']));
  return scenarioOf(random, {
    // In any order, so that what comes first in the configuration is not always what comes first on the board.
    workspaces: random.shuffle(names).map((name) => ({
      name,
      auto_apply_run_trigger: once(random, 3),
      remote_state_consumer_ids: edges
        .filter((e) => e.sourceable === name)
        .map((e) => e.workspace)
        .slice(0, once(random, 3) ? 0 : 1),
    })),
    run_triggers: random.shuffle(edges),
  });
}

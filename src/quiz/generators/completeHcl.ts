import { short } from '#model/vocabulary.ts';
import { exportLayout } from '#hcl/exportLayout.ts';
import type { Scenario } from '#model/action.ts';
import { idOf, type Layout } from '#model/layout.ts';
import type { Lure } from '../item.ts';
import type { Random } from '../random.ts';
import { drawEdges, drawNames, once, scenarioOf } from './kit/board.ts';
import type { Family } from './kit/family.ts';
import { inWorkspace, type Lever, withTriggers } from './kit/levers.ts';
import { code, named } from './kit/words.ts';

const BLANK = '____';

/** What is left out: the attribute of the nth block of a type. */
interface Gap {
  type: 'tfe_run_trigger' | 'tfe_workspace_settings';
  nth: number;
  attribute: 'workspace_id' | 'sourceable_id' | 'remote_state_consumer_ids';
}

/** Fill in what is missing in the HCL. Keyed by `export`. */
export const completeHcl: Family = {
  id: 'complete-hcl',
  title: 'Complete the HCL',
  objective: '6a',
  topic: 'tfe-provider',
  draw(random) {
    const scenario = board(random);
    if (scenario === null) return null;
    const { layout } = scenario;
    const nth = random.below(layout.run_triggers.length);
    const trigger = layout.run_triggers[nth];
    if (trigger === undefined) return null;
    const attribute = random.pick(['workspace_id', 'sourceable_id', 'remote_state_consumer_ids'] as const);
    const sharing = attribute === 'remote_state_consumer_ids';
    const sources = layout.workspaces.filter((w) => w.remote_state_consumer_ids.length === 1);
    const shared = random.shuffle(sources)[0];
    if (sharing && shared === undefined) return null;
    const gap: Gap =
      sharing && shared !== undefined
        ? { type: 'tfe_workspace_settings', nth: settingsBefore(layout, idOf(shared)), attribute }
        : { type: 'tfe_run_trigger', nth, attribute };
    const right = filledIn(layout, gap);
    const hcl = blanked(layout, gap);
    if (right === null || hcl === null) return null;
    const reader = shared?.remote_state_consumer_ids[0] ?? '';
    const lures = sharing
      ? [
          {
            answer: address(layout, shared === undefined ? '' : idOf(shared)),
            misconception: 'sharing-is-set-on-the-reader',
          },
        ]
      : otherEnd(layout, trigger, attribute);
    const [stem, explanation, facts] = sharing
      ? [
          `${named(reader)} is to read the state of ${code(shared?.name ?? '')}. Which address belongs in the gap?`,
          `Sharing is set on the workspace that is read, and its list names the readers: ${named(reader)}.`,
          ['RS-06', 'PRV-03'],
        ]
      : [
          `${named(trigger.workspace)} is to get a run after each apply of ${named(trigger.sourceable)}. Which address belongs in the gap?`,
          '`workspace_id` is the workspace that is to run, and `sourceable_id` the source that it waits for.',
          ['PRV-01', 'RT-02'],
        ];
    return {
      body: {
        type: 'fill',
        stem: `The configuration makes this board. ${stem}`,
        rules: facts,
        difficulty: layout.run_triggers.length > 2 ? 3 : 2,
        figure: { layout, actions: [], hcl },
        accepted: [right],
        case_sensitive: true,
        explanation: `${explanation} Here that is ${code(right)}.`,
        facts,
      },
      scenario,
      key: (s) => filledIn(s.layout, gap) ?? '',
      levers: sharing
        ? otherReader(scenario, shared === undefined ? '' : idOf(shared))
        : turned(scenario, nth),
      lures: lures.filter((lure) => lure.answer !== right),
    };
  },
};

/** The blocks of an export, each with its header, without the comments between them. */
const blocksOf = (layout: Layout): string[] =>
  exportLayout(layout)
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n(?=resource )/)
    .map((block) => block.trim());

const isOf = (block: string, type: string): boolean => block.startsWith(`resource "${type}" `);

/** What stands at the gap in the export: one address, without the brackets of a list. */
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

/** The block with the gap, after the blocks of the workspaces. */
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
  return [...blocks.filter((b) => isOf(b, 'tfe_workspace')), plain].join('\n\n');
}

function address(layout: Layout, id: string): string {
  const name = short(id).replaceAll('-', '_');
  return layout.workspaces.some((w) => idOf(w) === id) ? `tfe_workspace.${name}.id` : '';
}

function otherEnd(layout: Layout, trigger: Layout['run_triggers'][number], attribute: string): Lure[] {
  const id = attribute === 'workspace_id' ? trigger.sourceable : trigger.workspace;
  return [{ answer: address(layout, id), misconception: 'trigger-belongs-to-the-source' }];
}

/** How many settings blocks the export has before that of a workspace. */
const settingsBefore = (layout: Layout, id: string): number =>
  layout.workspaces
    .slice(
      0,
      layout.workspaces.findIndex((w) => idOf(w) === id),
    )
    .filter((w) => w.remote_state_consumer_ids.length > 0).length;

function turned(scenario: Scenario, nth: number): Lever[] {
  const { run_triggers } = scenario.layout;
  return [
    {
      change: 'the trigger pointed the other way',
      pull: () =>
        withTriggers(
          scenario,
          run_triggers.map((t, i) => (i === nth ? { sourceable: t.workspace, workspace: t.sourceable } : t)),
        ),
    },
  ];
}

function otherReader(scenario: Scenario, source: string): Lever[] {
  const readers = scenario.layout.workspaces.map(idOf).filter((id) => id !== source);
  return readers.map((id) => ({
    change: `${named(id)} were to read it instead`,
    pull: () => inWorkspace(scenario, source, { remote_state_consumer_ids: [id] }),
  }));
}

/** Workspaces with triggers between them, some of which share their state with the next. */
function board(random: Random): Scenario | null {
  const names = drawNames(random, 3 + random.below(2));
  const edges = drawEdges(random, names, random.pick(['chain', 'fan-out', 'fan-in', 'tree']));
  return scenarioOf(random, {
    workspaces: names.map((name) => ({
      name,
      auto_apply_run_trigger: once(random, 3),
      remote_state_consumer_ids: edges
        .filter((e) => e.sourceable === name)
        .map((e) => e.workspace)
        .slice(0, 1),
    })),
    run_triggers: random.shuffle(edges),
  });
}

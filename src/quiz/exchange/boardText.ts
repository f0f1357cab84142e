import { parseScenario, type Scenario } from '#model/action.ts';
import type { Layout, Team, VariableSet, Workspace } from '#model/layout.ts';
import type { Question } from '#model/question.ts';
import type { Item } from '../item.ts';

/** A question that other programs can grade: not one whose answer is a changed board, with several right ones. */
export type Portable = Exclude<Question, { type: 'build' }>;
export type PortableItem = Omit<Item, 'question'> & { question: Portable };

/** The items that can go to another format. */
export const portable = (items: readonly Item[]): PortableItem[] =>
  items.flatMap(({ question, ...rest }) => (question.type === 'build' ? [] : [{ ...rest, question }]));

const short = (id: string): string => id.slice(id.indexOf('/') + 1);

/** The board of an item: of a generated one its scenario, else the layout of the figure; null without one. */
function boardOf({ question, scenario }: PortableItem): Scenario | null {
  if (scenario !== null) return scenario;
  const { figure } = question;
  if (figure === null || figure.layout === null) return null;
  const parsed = parseScenario({ layout: figure.layout, actions: figure.actions });
  return parsed.ok ? parsed.value : null;
}

/** The layout in words, a line for each thing: what a figure shows, for those who do not see it. */
export function boardText(layout: Layout): string[] {
  const several = layout.organizations.length > 1;
  return [
    ...layout.workspaces.map((w) => {
      const where = several ? ` in ${w.organization}` : '';
      const place = w.project === null ? '' : ` (project ${w.project})`;
      return `Workspace ${w.name}${where}${place}: ${settings(w).join(', ') || 'all as by default'}.`;
    }),
    ...layout.run_triggers.map(
      (t) => `Run trigger: an apply of ${short(t.sourceable)} starts ${short(t.workspace)}.`,
    ),
    ...layout.variable_sets.map(setText),
    ...layout.teams.map(teamText),
  ];
}

/** The board and the HCL of a question's figure as lines, the HCL apart; empty where there is none. */
export function figureLines(item: PortableItem): { board: string[]; hcl: string[] } {
  const board = boardOf(item);
  const hcl = item.question.figure?.hcl ?? null;
  return {
    board: board === null ? [] : boardText(board.layout),
    hcl: hcl === null ? [] : hcl.trimEnd().split('\n'),
  };
}

function settings(w: Workspace): string[] {
  const on = (is: boolean, words: string) => (is ? [words] : []);
  return [
    ...on(w.execution_mode !== 'remote', `${w.execution_mode} execution`),
    ...on(w.auto_apply, 'auto_apply on'),
    ...on(w.auto_apply_run_trigger, 'auto_apply_run_trigger on'),
    ...on(w.locked, 'locked by a user'),
    ...on(w.plan === 'no_changes', 'its plan finds no changes'),
    ...on(w.plan === 'errors', 'its plan fails'),
    ...on(w.plan === 'auto', 'its plan has changes where something it reads is new'),
    ...on(w.apply === 'errors', 'its apply fails'),
    ...on(!w.has_configuration, 'no configuration yet'),
    ...on(!w.has_state, 'never applied'),
    ...on(w.cost_estimation, 'cost estimation'),
    ...on(w.global_remote_state, 'shares its state with the organization'),
    ...on(
      w.remote_state_consumer_ids.length > 0,
      `shares its state with ${w.remote_state_consumer_ids.map(short).join(' and ')}`,
    ),
    ...w.outputs.map((o) => `output ${o.name}${o.sensitive ? ' (sensitive)' : ''}`),
    ...w.reads.map((r) => `reads ${r.output} of ${short(r.workspace)} by ${r.via}`),
    ...on(w.tfe_token_team !== null, `its tfe token is of ${w.tfe_token_team}`),
    ...w.variables.map((v) => `${v.category} variable ${v.key} = ${v.sensitive ? '(sensitive)' : v.value}`),
    ...w.requires.map((r) => `requires the ${r.category} variable ${r.key}`),
    ...w.policies.map(
      (p) => `${p.enforcement_level} ${p.kind} policy ${p.name} that ${p.passes ? 'passes' : 'fails'}`,
    ),
    ...w.run_tasks.map(
      (t) => `${t.enforcement_level} ${t.stage} task ${t.name} that ${t.passes ? 'passes' : 'fails'}`,
    ),
  ];
}

function setText(set: VariableSet): string {
  const scope = set.global
    ? 'global'
    : `on ${[...set.workspaces.map(short), ...set.projects.map((p) => `project ${p}`)].join(' and ') || 'nothing'}`;
  const owner = set.project === null ? '' : `, owned by project ${set.project}`;
  const values = set.variables.map((v) => `${v.key} = ${v.sensitive ? '(sensitive)' : v.value}`).join(', ');
  return `Variable set ${set.name} (${scope}${owner}${set.priority ? ', priority' : ''}): ${values}.`;
}

function teamText(team: Team): string {
  const held = Object.entries(team.organization_access).flatMap(([name, has]) => (has ? [name] : []));
  const grants = [
    ...held,
    ...team.project_access.map((g) => `${g.access} on project ${g.project}`),
    ...team.workspace_access.map((g) => {
      const custom = Object.entries(g.permissions ?? {}).map(([key, value]) => `${key} ${value}`);
      return `${g.access ?? custom.join(', ')} on ${short(g.workspace)}`;
    }),
  ];
  return `Team ${team.name}: ${grants.join('; ') || 'nothing'}.`;
}

/** Everything that a question explains, a line for each, with its facts. */
export function explanationsOf(question: Portable): { of: string; text: string; facts: readonly string[] }[] {
  const line = (of: string, { explanation, facts }: { explanation: string; facts: readonly string[] }) => ({
    of,
    text: explanation.trim(),
    facts,
  });
  if ('options' in question) return question.options.map((o) => line(o.text, o));
  if ('rows' in question) return question.rows.map((r) => line(r.text, r));
  if ('things' in question) return question.things.map((t) => line(t.text, t));
  return [line('', question)];
}

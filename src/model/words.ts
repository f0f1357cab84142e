import { withArticle } from './counted.ts';
import { settingWords } from './settingWords.ts';
import { short } from './vocabulary.ts';
import type { Action } from './action.ts';
import type { Layout, Team, Variable, VariableSet, Workspace } from './layout.ts';

const list = (words: readonly string[]): string => words.join(', ');

/** What of a workspace is not as it is by default, a phrase each. */
export function workspaceWords(w: Workspace): string[] {
  const words: string[] = [];
  const say = (when: boolean, phrase: string) => {
    if (when) words.push(phrase);
  };
  say(w.project !== null, `in project ${w.project}`);
  say(w.execution_mode !== 'remote', `${w.execution_mode} execution`);
  say(w.auto_apply, 'auto_apply on');
  say(w.auto_apply_run_trigger, 'auto_apply_run_trigger on');
  say(w.locked, 'locked by a user');
  say(w.plan === 'no_changes', 'its plan finds no changes');
  say(w.plan === 'auto', 'its plan finds changes only where something that it reads is new');
  say(w.plan === 'errors', 'its plan fails');
  say(w.apply === 'errors', 'its apply fails');
  say(!w.has_configuration, 'no configuration yet');
  say(!w.has_state, 'never applied');
  say(w.cost_estimation, 'cost estimation on');
  say(w.global_remote_state, 'shares its state with the organization');
  say(
    w.remote_state_consumer_ids.length > 0,
    `shares its state with ${list(w.remote_state_consumer_ids.map(short))}`,
  );
  say(
    w.outputs.length > 0,
    `outputs ${list(w.outputs.map((o) => (o.sensitive ? `${o.name} (sensitive)` : o.name)))}`,
  );
  for (const read of w.reads)
    words.push(
      `reads ${read.output} of ${short(read.workspace)}${read.via === 'tfe_outputs' ? ' through tfe_outputs' : ''}`,
    );
  say(w.tfe_token_team !== null, `its provider token belongs to team ${w.tfe_token_team}`);
  say(w.requires.length > 0, `requires ${list(w.requires.map((r) => r.key))}`);
  say(w.variables.length > 0, `sets ${list(w.variables.map(variableWords))}`);
  for (const p of w.policies)
    words.push(`${p.enforcement_level} ${p.kind} policy ${p.name} that ${p.passes ? 'passes' : 'fails'}`);
  for (const t of w.run_tasks)
    words.push(`${t.enforcement_level} ${t.stage} task ${t.name} that ${t.passes ? 'passes' : 'fails'}`);
  return words;
}

const variableWords = (v: Variable): string =>
  `${v.key} = ${v.sensitive ? 'a sensitive value' : v.value}${v.category === 'env' ? ' (environment)' : ''}`;

/** A variable set in one sentence without its full stop. */
function setWords(set: VariableSet): string {
  const reach = set.global
    ? 'every workspace'
    : list([...set.projects.map((p) => `project ${p}`), ...set.workspaces.map(short)]) || 'nothing yet';
  const owner = set.project === null ? '' : `, owned by project ${set.project},`;
  return `Variable set ${set.name}${set.priority ? ' (priority)' : ''}${owner} for ${reach} sets ${list(set.variables.map(variableWords)) || 'nothing'}`;
}

/** A team in one sentence without its full stop. */
function teamWords(team: Team): string {
  const grants = [
    ...Object.entries(team.organization_access)
      .filter(([, held]) => held)
      .map(([key]) => `${key.replaceAll('_', ' ')} in ${team.organization}`),
    ...team.project_access.map((g) => `${g.access} on project ${g.project}`),
    ...team.workspace_access.map((g) => `${g.access ?? 'permissions of its own'} on ${short(g.workspace)}`),
  ];
  return `Team ${team.name} has ${list(grants) || 'no access'}`;
}

/** What the layout holds beside its workspaces and triggers, a sentence each. */
export const layoutWords = (layout: Layout): string[] => [
  ...layout.organizations
    .filter((o) => o.concurrency !== null)
    .map((o) => `Organization ${o.name} runs ${o.concurrency} at a time`),
  ...layout.variable_sets.map(setWords),
  ...layout.teams.map(teamWords),
];

/** What somebody does, in one sentence without its full stop. */
export function actionWords(action: Action): string {
  const who = action.as === undefined ? '' : `team ${action.as}: `;
  const when = action.at === undefined ? '' : `, at ${action.at} s`;
  return `${who}${deed(action)}${when}`.replace(/^./, (c) => c.toUpperCase());
}

function deed(action: Action): string {
  switch (action.type) {
    case 'start_run': {
      const from = {
        'tfe-ui': 'in the UI',
        'tfe-api': 'by the API',
        vcs: 'by a commit',
        cli: 'from the CLI',
      };
      const mode = action.mode === 'standard' ? 'run' : `${action.mode.replaceAll('_', '-')} run`;
      return `start ${withArticle(mode)} in ${short(action.workspace)} ${from[action.source]}${action.auto_approve ? ' with -auto-approve' : ''}`;
    }
    case 'confirm':
      return `confirm ${target(action)}`;
    case 'discard':
      return `discard ${target(action)}`;
    case 'cancel':
      return `cancel ${target(action)}`;
    case 'override_policy':
      return `override the policy of ${target(action)}`;
    case 'lock':
      return `lock ${short(action.workspace)}`;
    case 'unlock':
      return `unlock ${short(action.workspace)}`;
    case 'create_run_trigger':
      return `create the run trigger from ${short(action.sourceable)} to ${short(action.workspace)}`;
    case 'delete_run_trigger':
      return `delete the run trigger from ${short(action.sourceable)} to ${short(action.workspace)}`;
    case 'set':
      return `in ${short(action.workspace)}, ${settingWords(action.workspace, action.settings)}`;
  }
}

const target = ({ run, workspace }: { run?: string | undefined; workspace?: string | undefined }): string =>
  run ?? (workspace === undefined ? 'the run' : `the run of ${short(workspace)}`);

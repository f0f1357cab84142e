import type { Action, ActionOf } from './action.ts';
import { code, type Naming, nothingLeft } from '../layout/phrases.ts';
import { short } from '../layout/vocabulary.ts';
import { settingsWords } from '../layout/describeSettings.ts';

const bare: Naming = (id) => short(id);

/**
 * What somebody does, in one sentence without its full stop.
 * @param named how workspaces are called; without it by their short names, as plain text
 */
export function describeAction(action: Action, named: Naming = bare): string {
  const plain = named === bare;
  const who = action.as === undefined ? '' : `team ${plain ? action.as : code(action.as)}: `;
  const when = action.at === undefined ? '' : `, after ${action.at} s`;
  const done = deed(action, named);
  return `${who}${plain ? done.replaceAll('`', '') : done}${when}`.replace(/^./, (c) => c.toUpperCase());
}

const SOURCES: Readonly<Record<ActionOf<'start_run'>['source'], string>> = {
  'tfe-ui': 'in the UI',
  'tfe-api': 'through the API',
  vcs: 'by a commit',
  cli: 'from the CLI',
};

const RUNS: Readonly<Record<ActionOf<'start_run'>['mode'], string>> = {
  standard: 'a run',
  plan_only: 'a plan-only run',
  save_plan: 'a run that saves its plan',
  refresh_only: 'a refresh-only run',
  destroy: 'a destroy run',
  allow_empty_apply: 'a run that allows an empty apply',
};

function deed(action: Action, named: Naming): string {
  switch (action.type) {
    case 'start_run': {
      const { type: _, at: __, as: ___, workspace, source, mode, auto_approve, ...rest } = action;
      nothingLeft(rest);
      return `start ${RUNS[mode]} in ${named(workspace)} ${SOURCES[source]}${auto_approve ? ' with -auto-approve' : ''}`;
    }
    case 'confirm':
      return `confirm ${target(action, named)}`;
    case 'discard':
      return `discard ${target(action, named)}`;
    case 'cancel':
      return `cancel ${target(action, named)}`;
    case 'override_policy':
      return `override the policy of ${target(action, named)}`;
    case 'lock':
      return `lock ${named(action.workspace)}`;
    case 'unlock':
      return `unlock ${named(action.workspace)}`;
    case 'create_run_trigger':
      return `create the run trigger from ${named(action.sourceable)} to ${named(action.workspace)}`;
    case 'delete_run_trigger':
      return `delete the run trigger from ${named(action.sourceable)} to ${named(action.workspace)}`;
    case 'set':
      return `change ${named(action.workspace)}: ${settingsWords(action.settings, named).join('; ')}`;
  }
}

type Target = { run?: string | undefined; workspace?: string | undefined };

function target({ run, workspace }: Target, named: Naming): string {
  if (run !== undefined) return named === bare ? run : code(run);
  return workspace === undefined ? 'the run' : `the run of ${named(workspace)}`;
}

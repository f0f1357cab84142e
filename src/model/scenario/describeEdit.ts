import type { Action } from './action.ts';
import { describeAction } from './describeAction.ts';
import { EDIT_TYPES, type Edit } from './edit.ts';
import { describeSetting } from '../layout/describeSettings.ts';
import { short as shortName } from '../layout/vocabulary.ts';

/** An edit of a set names no workspace. */
const short = (id: string | undefined): string => (id === undefined ? '' : shortName(id));

/** What an edit does, as an instruction without its full stop. */
export function describeEdit(edit: Edit): string {
  switch (edit.type) {
    case 'create_run_trigger':
      return `Create the run trigger from ${short(edit.sourceable)} to ${short(edit.workspace)}`;
    case 'delete_run_trigger':
      return `Delete the run trigger from ${short(edit.sourceable)} to ${short(edit.workspace)}`;
    case 'set':
      return `In ${short(edit.workspace)}, ${describeSetting(edit.workspace, edit.settings)}`;
    case 'share':
      return `Let ${short(edit.workspace)} read the state of ${short(edit.sourceable)}`;
    case 'unshare':
      return `No longer let ${short(edit.workspace)} read the state of ${short(edit.sourceable)}`;
    case 'lock':
      return `Lock ${short(edit.workspace)}`;
    case 'unlock':
      return `Unlock ${short(edit.workspace)}`;
    case 'attach_set':
      return `Attach variable set ${edit.set} to ${reached(edit)}`;
    case 'detach_set':
      return `Detach variable set ${edit.set} from ${reached(edit)}`;
    case 'set_variable': {
      const holder = edit.set === undefined ? short(edit.workspace) : `variable set ${edit.set}`;
      const kind = edit.category === 'env' ? 'environment variable' : 'variable';
      return `In ${holder}, set the ${kind} ${edit.key} to ${edit.value}${edit.sensitive ? ', sensitive' : ''}`;
    }
    case 'set_priority':
      return edit.priority
        ? `Make variable set ${edit.set} a priority set`
        : `Take the priority from variable set ${edit.set}`;
    case 'rename_set':
      return `Rename variable set ${edit.set} to ${edit.name}`;
    case 'exclude_policy':
      return `Exclude ${short(edit.workspace)} from policy ${edit.policy}`;
    case 'enforce_policy':
      return `Set the enforcement level of policy ${edit.policy} to ${edit.enforcement_level}`;
    case 'satisfy_policy':
      return `Fix the configuration of ${short(edit.workspace)}, so that it passes ${edit.policy}`;
    case 'grant_workspace':
      return edit.access === null
        ? `Take team ${edit.team} its access to ${short(edit.workspace)}`
        : `Give team ${edit.team} ${edit.access} on ${short(edit.workspace)}`;
    case 'grant_custom':
      return `Give team ${edit.team} custom permissions on ${short(edit.workspace)}: ${Object.entries(
        edit.permissions,
      )
        .filter(([, value]) => value !== 'none' && value !== false)
        .map(([key, value]) => `${key.replaceAll('_', ' ')}${value === true ? '' : ` ${value}`}`)
        .join(', ')}`;
    case 'grant_project':
      return edit.access === null
        ? `Take team ${edit.team} its access to project ${edit.project}`
        : `Give team ${edit.team} ${edit.access} on project ${edit.project}`;
  }
}

/** An edit or a dated action, as an instruction without its full stop. */
export const describeChange = (change: Edit | Action): string => {
  const dated = 'at' in change || 'as' in change;
  const edit = dated ? undefined : EDIT_TYPES.find((type) => type === change.type);
  return edit === undefined ? describeAction(change as Action) : describeEdit(change as Edit);
};

const reached = (edit: { workspace?: string | undefined; project?: string | undefined }): string =>
  edit.workspace === undefined ? `project ${edit.project ?? ''}` : short(edit.workspace);

import { EXECUTION_MODES, idOf, type Workspace } from '#model/layout/layout.ts';
import { DEFAULT_PROJECT } from '../../config/computed.ts';
import { ensureProject, ensureWorkspace, draftWorkspace } from '../layoutDraft.ts';
import { boolOf, readChoice, managed, type Reading, resourcesOf } from '../reading.ts';
import type { Fields, Resource } from '../../config/resource.ts';
import { namedIn, targetsIn, workspaceIdOf, workspaceTarget } from '../target.ts';

const SHARING = ['global_remote_state', 'project_remote_state', 'remote_state_consumer_ids'];

/** `tfe_project`, `tfe_workspace` and `tfe_workspace_settings`, with the older spellings of each setting. */
export function readWorkspaces(reading: Reading): void {
  const { draft } = reading;
  for (const resource of resourcesOf(reading, 'tfe_project')) {
    const name = reading.names.of(resource);
    const organization = reading.organizations.of(resource);
    if (name !== null) ensureProject(draft, organization, name, resource.place);
  }
  const found: { resource: Resource; workspace: Workspace }[] = [];
  for (const resource of resourcesOf(reading, 'tfe_workspace')) {
    const workspace = declared(reading, resource);
    if (workspace !== undefined && resource.mode === 'managed') found.push({ resource, workspace });
  }
  for (const { resource, workspace } of found) {
    reading.settled.add(workspace);
    readSettings(reading, resource, workspace);
    if (resource.has('execution_mode') || resource.has('operations')) reading.ownMode.add(workspace);
    workspace.auto_apply_run_trigger = boolOf(reading, resource, 'auto_apply_run_trigger', false);
    // The switch from before there were three modes.
    if (!boolOf(reading, resource, 'operations', true)) workspace.execution_mode = 'local';
    if (!resource.has('project_id') || inDefaultProject(reading, resource)) continue;
    const project = namedIn(reading, resource, 'project_id', 'tfe_project');
    if (project === undefined) continue;
    workspace.project = project.name;
    ensureProject(draft, project.organization, project.name, project.place);
  }
  for (const resource of managed(reading, 'tfe_workspace_settings')) {
    const id = workspaceTarget(reading, resource, 'workspace_id');
    const workspace = draft.layout.workspaces.find((candidate) => idOf(candidate) === id);
    if (workspace === undefined) continue;
    if (SHARING.some(resource.has)) reading.settled.add(workspace);
    readSettings(reading, resource, workspace);
    if (resource.has('execution_mode')) reading.ownMode.add(workspace);
  }
}

/** A layout has no name for the project that every organization has: its workspaces are in none. */
function inDefaultProject(reading: Reading, resource: Resource): boolean {
  const id = resource.value('project_id');
  if (typeof id === 'string' && id.startsWith(DEFAULT_PROJECT)) return true;
  return resourcesOf(reading, 'tfe_organization').some((o) => o.value('default_project_id') === id);
}

function declared(reading: Reading, resource: Resource): Workspace | undefined {
  const { draft, report } = reading;
  const name = reading.names.of(resource);
  const organization = reading.organizations.of(resource);
  if (name === null) return undefined;
  const before = draftWorkspace(draft, organization, name);
  if (before !== undefined && resource.mode === 'managed') {
    const at = draft.places.get(before);
    report(
      resource.place,
      `workspace ${organization}/${name} exists already, by ${at?.file}:${at?.line}; this one is left out`,
      'mistake',
    );
    return undefined;
  }
  return ensureWorkspace(draft, organization, name, resource.place);
}

/** What both resources may hold. */
function readSettings(reading: Reading, fields: Fields, workspace: Workspace): void {
  workspace.auto_apply = boolOf(reading, fields, 'auto_apply', workspace.auto_apply);
  workspace.execution_mode =
    readChoice(reading, fields, 'execution_mode', EXECUTION_MODES) ?? workspace.execution_mode;
  workspace.global_remote_state = boolOf(
    reading,
    fields,
    'global_remote_state',
    workspace.global_remote_state,
  );
  for (const target of targetsIn(reading, fields, 'remote_state_consumer_ids', ['tfe_workspace'])) {
    const consumer = workspaceIdOf(reading, target, fields.placeOf('remote_state_consumer_ids'));
    if (consumer !== undefined) workspace.remote_state_consumer_ids.push(consumer);
  }
  if (boolOf(reading, fields, 'project_remote_state', false))
    reading.report(
      fields.placeOf('project_remote_state'),
      'sharing with a project has no place in a layout: list the workspaces in remote_state_consumer_ids',
      'ignored',
    );
}

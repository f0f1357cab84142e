import { EXECUTION_MODES, type Workspace } from '#model/layout/layout.ts';
import { readChoice, managed, type Reading } from '../reading.ts';
import { namedIn } from '../target.ts';

/** The execution mode of workspaces that do not say theirs: their project's default, else their organization's. */
export function readDefaultModes(reading: Reading): void {
  const { workspaces } = reading.draft.layout;
  const inherit = (
    mode: Workspace['execution_mode'] | undefined,
    applies: (workspace: Workspace) => boolean,
  ) => {
    if (mode === undefined) return;
    for (const workspace of workspaces)
      if (!reading.ownMode.has(workspace) && applies(workspace)) workspace.execution_mode = mode;
  };
  for (const resource of managed(reading, 'tfe_organization_default_settings')) {
    const organization = reading.organizations.of(resource);
    const mode = readChoice(reading, resource, 'default_execution_mode', EXECUTION_MODES);
    inherit(mode, (workspace) => workspace.organization === organization);
  }
  for (const resource of managed(reading, 'tfe_project_settings')) {
    const project = namedIn(reading, resource, 'project_id', 'tfe_project');
    const mode = readChoice(reading, resource, 'default_execution_mode', EXECUTION_MODES);
    inherit(mode, (w) => w.project === project?.name && w.organization === project?.organization);
  }
}

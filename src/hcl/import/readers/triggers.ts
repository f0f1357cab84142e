import { put } from '../layoutDraft.ts';
import { managed, type Reading } from '../reading.ts';
import { workspaceTarget } from '../target.ts';

/** `tfe_run_trigger`: also those that the platform would refuse, since a layout may hold them. */
export function readTriggers(reading: Reading): void {
  const { draft } = reading;
  for (const resource of managed(reading, 'tfe_run_trigger')) {
    const workspace = workspaceTarget(reading, resource, 'workspace_id', 'workspace_external_id');
    const sourceable = workspaceTarget(reading, resource, 'sourceable_id');
    if (workspace !== undefined && sourceable !== undefined)
      put(draft, draft.layout.run_triggers, { sourceable, workspace }, resource.place);
  }
}

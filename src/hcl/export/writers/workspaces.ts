import { idOf, type Layout, type Variable, type Workspace } from '#model/layout/layout.ts';
import { type BodyItem, printedList, printBlock, quoted } from '../../syntax/print.ts';
import type { Addresses } from './addresses.ts';
import { consumersFit, workspaceComment } from './comments.ts';

/**
 * Each workspace with its settings and variables.
 * @param estimated organizations whose workspaces all estimate costs
 * @param misplaced workspaces whose policies come in another order from their sets
 */
export function writeWorkspaces(
  layout: Layout,
  at: Addresses,
  estimated: ReadonlySet<string>,
  misplaced: ReadonlyMap<string, readonly string[]>,
): string[] {
  return layout.workspaces.flatMap((workspace) => {
    const id = idOf(workspace);
    const body: BodyItem[] = [
      ['name', quoted(workspace.name)],
      ['organization', at.organization(workspace.organization)],
    ];
    if (workspace.project !== null)
      body.push(['project_id', at.idOf('tfe_project', `${workspace.organization}/${workspace.project}`)]);
    if (workspace.auto_apply) body.push(['auto_apply', 'true']);
    if (workspace.auto_apply_run_trigger) body.push(['auto_apply_run_trigger', 'true']);
    const comment = workspaceComment(
      workspace,
      estimated.has(workspace.organization),
      misplaced.get(id) ?? null,
    );
    return [
      comment + printBlock(at.header('tfe_workspace', id), body),
      ...settings(workspace, at),
      ...writeVariables(workspace.variables, 'workspace_id', at.workspace(id), workspace, at),
    ];
  });
}

function settings(workspace: Workspace, at: Addresses): string[] {
  const body: BodyItem[] = [];
  if (workspace.execution_mode !== 'remote') body.push(['execution_mode', quoted(workspace.execution_mode)]);
  if (workspace.execution_mode === 'agent')
    body.push(['agent_pool_id', at.idOf('tfe_agent_pool', workspace.organization)]);
  if (workspace.global_remote_state) body.push(['global_remote_state', 'true']);
  if (workspace.remote_state_consumer_ids.length > 0 && consumersFit(workspace))
    body.push([
      'remote_state_consumer_ids',
      printedList(workspace.remote_state_consumer_ids.map(at.workspace)),
    ]);
  if (body.length === 0) return [];
  const header = at.newHeader('tfe_workspace_settings', workspace.name, workspace.organization);
  return [printBlock(header, [['workspace_id', at.workspace(idOf(workspace))], ...body])];
}

/** Variables of a workspace or of a set. */
export function writeVariables(
  variables: readonly Variable[],
  holder: 'workspace_id' | 'variable_set_id',
  id: string,
  of: { name: string; organization: string },
  at: Addresses,
): string[] {
  return variables.map((variable) => {
    const body: BodyItem[] = [
      ['key', quoted(variable.key)],
      ['value', quoted(variable.value)],
      ['category', quoted(variable.category)],
    ];
    if (variable.sensitive) body.push(['sensitive', 'true']);
    if (variable.hcl) body.push(['hcl', 'true']);
    body.push([holder, id]);
    return printBlock(at.newHeader('tfe_variable', `${of.name}_${variable.key}`, of.organization), body);
  });
}

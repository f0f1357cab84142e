import { idOf, type Layout } from '#model/layout/layout.ts';
import { printBlock, quoted } from '../../syntax/print.ts';
import type { Addresses } from './addresses.ts';

/** Each run task of an organization once, and where workspaces use it. */
export function writeRunTasks(layout: Layout, at: Addresses): string[] {
  const written = new Set<string>();
  return layout.workspaces.flatMap((workspace) =>
    workspace.run_tasks.flatMap((task) => {
      const { organization } = workspace;
      const id = `${organization}/${task.name}`;
      const use = printBlock(
        at.newHeader('tfe_workspace_run_task', `${workspace.name}_${task.name}`, organization),
        [
          ['workspace_id', at.workspace(idOf(workspace))],
          ['task_id', at.idOf('tfe_organization_run_task', id)],
          ['enforcement_level', quoted(task.enforcement_level)],
          ['stages', `[${quoted(task.stage)}]`],
        ],
      );
      if (written.has(id)) return [use];
      written.add(id);
      const made = printBlock(at.header('tfe_organization_run_task', id), [
        ['name', quoted(task.name)],
        ['organization', at.organization(organization)],
        ['url', quoted('https://example.com/run-task')],
        ['enabled', 'true'],
      ]);
      return [made, use];
    }),
  );
}

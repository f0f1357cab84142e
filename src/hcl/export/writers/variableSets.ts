import type { Layout } from '#model/layout/layout.ts';
import { type BodyItem, printBlock, quoted } from '../../syntax/print.ts';
import type { Addresses } from './addresses.ts';
import { writeVariables } from './workspaces.ts';

/** Variable sets with their variables and attachments. */
export function writeVariableSets(layout: Layout, at: Addresses): string[] {
  return layout.variable_sets.flatMap((set) => {
    const { organization, name } = set;
    const id = `${organization}/${name}`;
    const body: BodyItem[] = [
      ['name', quoted(name)],
      ['organization', at.organization(organization)],
    ];
    const project = (of: string) => at.idOf('tfe_project', `${organization}/${of}`);
    if (set.project !== null) body.push(['parent_project_id', project(set.project)]);
    if (set.global) body.push(['global', 'true']);
    if (set.priority) body.push(['priority', 'true']);
    const own = at.idOf('tfe_variable_set', id);
    const attach = (kind: 'workspace' | 'project', target: string, to: string) =>
      printBlock(at.newHeader(`tfe_${kind}_variable_set`, `${to}_${name}`, organization), [
        [`${kind}_id`, target],
        ['variable_set_id', own],
      ]);
    return [
      printBlock(at.header('tfe_variable_set', id), body),
      ...writeVariables(set.variables, 'variable_set_id', own, set, at),
      ...set.projects.map((to) => attach('project', project(to), to)),
      ...set.workspaces.map((to) => attach('workspace', at.workspace(to), to.slice(organization.length + 1))),
    ];
  });
}

import type { Layout } from '#model/layout/layout.ts';
import { addresses } from './writers/addresses.ts';
import { commentLine } from './writers/comments.ts';
import { writePolicies } from './writers/policies.ts';
import { writeRunTasks } from './writers/runTasks.ts';
import { writeTeams } from './writers/teams.ts';
import { writeVariableSets } from './writers/variableSets.ts';
import { writeWorkspaces } from './writers/workspaces.ts';
import { printBlock, quoted } from '../syntax/print.ts';

/**
 * HCL of the tfe provider that recreates a layout, formatted as `terraform fmt` does. What the provider has no argument
 * for is in comments that `importLayout` reads back, so that reading the text gives the same layout again.
 */
export function exportLayout(layout: Layout): string {
  const at = addresses(layout);
  const estimated = new Set(
    layout.organizations
      .map(({ name }) => name)
      .filter((name) => {
        const own = layout.workspaces.filter((workspace) => workspace.organization === name);
        return own.length > 0 && own.every((workspace) => workspace.cost_estimation);
      }),
  );
  const blocks: string[] = [REQUIRED];
  if (layout.ruleset !== 'hcp') blocks.push(commentLine('layout', { ruleset: layout.ruleset }));
  for (const { name, concurrency } of layout.organizations) {
    blocks.push(
      (concurrency === null ? '' : commentLine(`organization ${name}`, { concurrency })) +
        printBlock(at.header('tfe_organization', name), [
          ['name', quoted(name)],
          ['email', quoted('admin@example.com')],
          // Said either way: the provider's default is documented as on, the product's as off (CE-01).
          ['cost_estimation_enabled', String(estimated.has(name))],
        ]),
    );
    const mode = layout.workspaces.some((w) => w.organization === name && w.execution_mode === 'agent');
    if (mode)
      blocks.push(
        printBlock(at.header('tfe_agent_pool', name), [
          ['name', quoted('agents')],
          ['organization', at.organization(name)],
        ]),
      );
  }
  for (const project of layout.projects)
    blocks.push(
      printBlock(at.header('tfe_project', `${project.organization}/${project.name}`), [
        ['name', quoted(project.name)],
        ['organization', at.organization(project.organization ?? '')],
      ]),
    );
  const policies = writePolicies(layout, at);
  blocks.push(...writeWorkspaces(layout, at, estimated, policies.misplaced));
  for (const trigger of layout.run_triggers)
    blocks.push(
      printBlock(at.newHeader('tfe_run_trigger', triggerName(trigger)), [
        ['workspace_id', at.workspace(trigger.workspace)],
        ['sourceable_id', at.workspace(trigger.sourceable)],
      ]),
    );
  blocks.push(...writeVariableSets(layout, at), ...writeTeams(layout, at));
  blocks.push(...policies.blocks, ...writeRunTasks(layout, at));
  return blocks.join('\n');
}

const bare = (id: string): string => id.slice(id.indexOf('/') + 1);
const triggerName = (trigger: { sourceable: string; workspace: string }): string =>
  `${bare(trigger.sourceable)}_to_${bare(trigger.workspace)}`;

const REQUIRED = printBlock('terraform', [
  {
    block: 'required_providers',
    body: [['tfe', '{\n  source  = "hashicorp/tfe"\n  version = "~> 0.80.0"\n}']],
  },
]);

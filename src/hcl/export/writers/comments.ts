import type { Workspace } from '#model/layout/layout.ts';

/** A line that `importLayout` reads back. */
export function commentLine(part: string, fields: object): string {
  return `# runchain: ${part} ${JSON.stringify(fields)}\n`;
}

/**
 * What of a workspace HCL cannot hold, as far as it differs from the defaults; '' where nothing does.
 * @param misplaced the order of its policies, where the policy sets would give another one
 */
export function workspaceComment(
  workspace: Workspace,
  estimated: boolean,
  misplaced: readonly string[] | null,
): string {
  const { seconds, outputs, reads, requires, policies, run_tasks } = workspace;
  const fields: Record<string, unknown> = {};
  const note = (name: string, differs: boolean, value: unknown) => {
    if (differs) fields[name] = value;
  };
  note('locked', workspace.locked, true);
  note('has_state', !workspace.has_state, false);
  note('has_configuration', !workspace.has_configuration, false);
  note('remote_state_consumer_ids', !consumersFit(workspace), workspace.remote_state_consumer_ids);
  note(
    'outputs',
    outputs.length > 0,
    outputs.map(({ name, sensitive }) => (sensitive ? { name, sensitive } : { name })),
  );
  note(
    'reads',
    reads.length > 0,
    reads.map(({ workspace: source, output, via }) =>
      via === 'tfe_outputs' ? { workspace: source, output, via } : { workspace: source, output },
    ),
  );
  note('tfe_token_team', workspace.tfe_token_team !== null, workspace.tfe_token_team);
  note(
    'requires',
    requires.length > 0,
    requires.map(({ key, category }) => (category === 'env' ? { key, category } : { key })),
  );
  note('cost_estimation', workspace.cost_estimation !== estimated, workspace.cost_estimation);
  note('plan', workspace.plan !== 'changes', workspace.plan);
  note('apply', workspace.apply !== 'succeeds', workspace.apply);
  note('seconds', seconds.plan !== 20 || seconds.apply !== 30, seconds);
  const failing = (all: readonly { name: string; passes: boolean }[]) =>
    all.filter((item) => !item.passes).map((item) => item.name);
  note('failing_policies', failing(policies).length > 0, failing(policies));
  note('policy_order', misplaced !== null, misplaced);
  note('failing_run_tasks', failing(run_tasks).length > 0, failing(run_tasks));
  const name = `${workspace.organization}/${workspace.name}`;
  return Object.keys(fields).length === 0 ? '' : commentLine(`workspace ${name}`, fields);
}

/** The provider refuses a list beside `global_remote_state`, and one that holds the workspace itself. */
export function consumersFit(workspace: Workspace): boolean {
  const { remote_state_consumer_ids: ids, organization, name } = workspace;
  if (ids.length === 0) return true;
  return !workspace.global_remote_state && !ids.includes(`${organization}/${name}`);
}

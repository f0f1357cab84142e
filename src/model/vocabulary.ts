/*
 * The words of a layout; they are the tfe provider's wherever it has one. Apart from the schemas, so that what only
 * names things need not load a parser.
 */
export const EXECUTION_MODES = ['remote', 'agent', 'local'] as const;
export const CATEGORIES = ['terraform', 'env'] as const;
export const VIAS = ['terraform_remote_state', 'tfe_outputs'] as const;
export const SENTINEL_LEVELS = ['advisory', 'soft-mandatory', 'hard-mandatory'] as const;
export const OPA_LEVELS = ['advisory', 'mandatory'] as const;
export const TASK_STAGES = ['pre_plan', 'post_plan', 'pre_apply', 'post_apply'] as const;
export const TASK_LEVELS = ['advisory', 'mandatory'] as const;
export const PLANS = ['changes', 'no_changes', 'errors', 'auto'] as const;
export const APPLIES = ['succeeds', 'errors'] as const;
export const WORKSPACE_ROLES = ['read', 'plan', 'write', 'admin'] as const;
export const PROJECT_ROLES = ['read', 'write', 'maintain', 'admin'] as const;
export const ORGANIZATION_PERMISSIONS = [
  'manage_workspaces',
  'read_workspaces',
  'manage_projects',
  'read_projects',
  'manage_policies',
  'manage_policy_overrides',
] as const;

/** A workspace's full name, which is its id everywhere inside: `organization/name`. */
export const idOf = (workspace: { organization: string; name: string }): string =>
  `${workspace.organization}/${workspace.name}`;

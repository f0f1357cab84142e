/*
 * The words of a layout; they are the tfe provider's wherever it has one. They are not in the files of the schemas, so
 * that code that only names things does not load a parser.
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

/** What a team may do in an organization before anything is granted to it. */
export const NO_ORGANIZATION_ACCESS: Readonly<Record<(typeof ORGANIZATION_PERMISSIONS)[number], boolean>> = {
  manage_workspaces: false,
  read_workspaces: false,
  manage_projects: false,
  read_projects: false,
  manage_policies: false,
  manage_policy_overrides: false,
};

/** A workspace's full name, which is its id everywhere inside: `organization/name`. */
export const idOf = (workspace: { organization: string; name: string }): string =>
  `${workspace.organization}/${workspace.name}`;

/** The name that a sentence uses: without the organization, `app` for `acme/app`. */
export const short = (id: string): string => id.slice(id.indexOf('/') + 1);

import { PERMISSIONS, type Permission } from '#model/layout/permission.ts';
import type { Layout, Team, WorkspaceAccess } from '#model/layout/layout.ts';
import { idOf } from '#model/layout/vocabulary.ts';

export type Allowed = Record<Permission, boolean>;

const READ = ['read_runs', 'read_variables', 'read_state_outputs', 'read_state'] as const;
const PLAN = [...READ, 'queue_plans'] as const;
const WRITE = [...PLAN, 'apply_runs', 'write_variables', 'write_state', 'lock'] as const;
const ADMIN = [...WRITE, 'manage_settings'] as const;

/** Workspace roles (PM-20). No role is called Maintain (PM-03). */
const ROLE: Readonly<Record<string, readonly Permission[]>> = {
  read: READ,
  plan: PLAN,
  write: WRITE,
  admin: ADMIN,
};
/** Project roles, and what each of them means in the workspaces of the project (PM-04, PM-21). */
const PROJECT_ROLE: Readonly<Record<string, readonly Permission[]>> = {
  read: READ,
  write: WRITE,
  maintain: ADMIN,
  admin: ADMIN,
};
/** Organization permissions, effective in every workspace (PM-07, PM-08, PM-22). */
const ORGANIZATION: readonly [keyof Team['organization_access'], readonly Permission[]][] = [
  ['manage_workspaces', ADMIN],
  ['read_workspaces', READ],
  ['manage_projects', ADMIN],
  ['read_projects', []],
  ['manage_policies', ['read_runs']],
  ['manage_policy_overrides', ['read_runs', 'override_policies']],
];

/** Custom permissions: each level includes the ones below it (PM-05, PM-06). */
const CUSTOM: Readonly<
  Record<'runs' | 'variables' | 'state_versions', Readonly<Record<string, readonly Permission[]>>>
> = {
  runs: {
    read: ['read_runs'],
    plan: ['read_runs', 'queue_plans'],
    apply: ['read_runs', 'queue_plans', 'apply_runs'],
  },
  variables: { none: [], read: ['read_variables'], write: ['read_variables', 'write_variables'] },
  state_versions: {
    none: [],
    'read-outputs': ['read_state_outputs'],
    read: ['read_state_outputs', 'read_state'],
    write: ['read_state_outputs', 'read_state', 'write_state'],
  },
};

const nothing = (): Allowed => ({
  read_runs: false,
  queue_plans: false,
  apply_runs: false,
  read_variables: false,
  write_variables: false,
  read_state_outputs: false,
  read_state: false,
  write_state: false,
  lock: false,
  manage_settings: false,
  override_policies: false,
});

function grant(allowed: Allowed, permissions: readonly Permission[] | undefined): void {
  for (const permission of permissions ?? []) allowed[permission] = true;
}

function grantWorkspace(allowed: Allowed, access: WorkspaceAccess): void {
  if (access.access !== undefined) grant(allowed, ROLE[access.access]);
  if (access.permissions === undefined) return;
  grant(allowed, CUSTOM.runs[access.permissions.runs]);
  grant(allowed, CUSTOM.variables[access.permissions.variables]);
  grant(allowed, CUSTOM.state_versions[access.permissions.state_versions]);
  if (access.permissions.workspace_locking) allowed.lock = true;
}

/**
 * What a team may do in a workspace. Grants add up and the highest wins (PM-01). Only owners and teams with Manage policy
 * overrides may override policies (POL-06).
 * @param team a bare name, looked up in the workspace's organization; an unknown team may do nothing
 * @param workspace `organization/name`
 */
export function allowed(layout: Layout, team: string, workspace: string): Allowed {
  const may = nothing();
  if (team === 'owners') {
    grant(may, PERMISSIONS);
    return may;
  }
  const place = layout.workspaces.find((w) => idOf(w) === workspace);
  const found = layout.teams.find((t) => t.name === team && t.organization === place?.organization);
  if (place === undefined || found === undefined) return may;
  for (const [permission, gives] of ORGANIZATION)
    if (found.organization_access[permission]) grant(may, gives);
  for (const p of found.project_access) if (p.project === place.project) grant(may, PROJECT_ROLE[p.access]);
  for (const w of found.workspace_access) if (w.workspace === workspace) grantWorkspace(may, w);
  return may;
}

/** As `allowed`, for many questions about one layout. */
export class Access {
  readonly #layout: Layout;
  readonly #known = new Map<string, Allowed>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  may(team: string, permission: Permission, workspace: string): boolean {
    if (team === 'owners') return true;
    const key = `${team}\n${workspace}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      known = allowed(this.#layout, team, workspace);
      this.#known.set(key, known);
    }
    return known[permission];
  }
}

export { PERMISSIONS, type Permission };

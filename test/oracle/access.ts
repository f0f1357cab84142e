import { idOf, type Layout, type Workspace } from '#model/layout/layout.ts';
import type { Permission } from '#model/layout/permission.ts';

/** Whether a variable set or the workspace itself holds the variable. */
export function hasVariable(layout: Layout, w: Workspace, category: string, key: string): boolean {
  const sets = layout.variable_sets.filter(
    (s) =>
      s.organization === w.organization &&
      (s.global || s.workspaces.includes(idOf(w)) || (w.project !== null && s.projects.includes(w.project))),
  );
  return [w.variables, ...sets.map((s) => s.variables)]
    .flat()
    .some((v) => v.category === category && v.key === key);
}

/** The table of "Who may do what". */
export function can(layout: Layout, name: string, w: Workspace, what: Permission): boolean {
  if (name === 'owners') return true;
  const team = layout.teams.find((t) => t.name === name && t.organization === w.organization);
  if (!team) return false;
  const READ: Permission[] = ['read_runs', 'read_variables', 'read_state_outputs', 'read_state'];
  const PLAN: Permission[] = [...READ, 'queue_plans'];
  const WRITE: Permission[] = [...PLAN, 'apply_runs', 'write_variables', 'write_state', 'lock'];
  const ADMIN: Permission[] = [...WRITE, 'manage_settings'];
  const roles: Record<string, Permission[]> = {
    read: READ,
    plan: PLAN,
    write: WRITE,
    admin: ADMIN,
    maintain: ADMIN,
  };
  const granted: Permission[] = [];
  const o = team.organization_access;
  if (o.read_workspaces) granted.push(...READ);
  if (o.manage_workspaces || o.manage_projects) granted.push(...ADMIN);
  if (o.manage_policies) granted.push('read_runs');
  if (o.manage_policy_overrides) granted.push('read_runs', 'override_policies');
  for (const grant of team.project_access)
    if (grant.project === w.project) granted.push(...(roles[grant.access] ?? []));
  for (const grant of team.workspace_access) {
    if (grant.workspace !== idOf(w)) continue;
    if (grant.access) granted.push(...(roles[grant.access] ?? []));
    const p = grant.permissions;
    if (!p) continue;
    granted.push('read_runs');
    if (p.runs !== 'read') granted.push('queue_plans');
    if (p.runs === 'apply') granted.push('apply_runs');
    if (p.variables !== 'none') granted.push('read_variables');
    if (p.variables === 'write') granted.push('write_variables');
    if (p.state_versions !== 'none') granted.push('read_state_outputs');
    if (p.state_versions === 'read' || p.state_versions === 'write') granted.push('read_state');
    if (p.state_versions === 'write') granted.push('write_state');
    if (p.workspace_locking) granted.push('lock');
  }
  return granted.includes(what);
}

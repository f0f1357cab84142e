import { describe, expect, it } from 'vitest';
import { Access, allowed, PERMISSIONS } from '#engine/query/access.ts';
import { parseLayout } from '#model/layout/layout.ts';
import { type Plain, plainLayout } from '../support/shorthand.ts';

function team(grants: Plain) {
  const parsed = parseLayout(
    plainLayout(
      'app, other',
      { app: { project: 'core' } },
      {
        projects: [{ name: 'core' }, { name: 'lab' }],
        teams: [{ name: 'ops', ...grants }],
      },
    ),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** The permissions that a grant gives in app, in the order of the contract. */
const may = (grants: Plain, name = 'ops', workspace = 'acme/app') => {
  const found = allowed(team(grants), name, workspace);
  return PERMISSIONS.filter((permission) => found[permission]).join(' ');
};

const READ = 'read_runs read_variables read_state_outputs read_state';
const PLAN = 'read_runs queue_plans read_variables read_state_outputs read_state';
const WRITE =
  'read_runs queue_plans apply_runs read_variables write_variables read_state_outputs read_state write_state lock';
const ADMIN = `${WRITE} manage_settings`;
const workspace = (access: string) => ({ workspace_access: [{ workspace: 'app', access }] });
const project = (access: string) => ({ project_access: [{ project: 'core', access }] });
const organization = (...names: string[]) => ({
  organization_access: Object.fromEntries(names.map((name) => [name, true])),
});
const custom = (permissions: Plain) => ({ workspace_access: [{ workspace: 'app', permissions }] });

describe('workspace roles (PM-20, PM-03)', () => {
  it.each([
    ['read', READ],
    ['plan', PLAN],
    ['write', WRITE],
    ['admin', ADMIN],
  ])('%s', (access, gives) => {
    expect(may(workspace(access))).toBe(gives);
    expect(may(workspace(access), 'ops', 'acme/other')).toBe('');
  });
});

describe('custom permissions (PM-05, PM-06)', () => {
  it.each([
    [{}, 'read_runs'],
    [{ runs: 'read' }, 'read_runs'],
    [{ runs: 'plan' }, 'read_runs queue_plans'],
    [{ runs: 'apply' }, 'read_runs queue_plans apply_runs'],
    [{ variables: 'none' }, 'read_runs'],
    [{ variables: 'read' }, 'read_runs read_variables'],
    [{ variables: 'write' }, 'read_runs read_variables write_variables'],
    [{ state_versions: 'read-outputs' }, 'read_runs read_state_outputs'],
    [{ state_versions: 'read' }, 'read_runs read_state_outputs read_state'],
    [{ state_versions: 'write' }, 'read_runs read_state_outputs read_state write_state'],
    [{ workspace_locking: true }, 'read_runs lock'],
    [{ runs: 'apply', variables: 'write', state_versions: 'write', workspace_locking: true }, WRITE],
  ])('%j', (permissions, gives) => {
    expect(may(custom(permissions))).toBe(gives);
  });
});

describe('project roles (PM-04, PM-21)', () => {
  it.each([
    ['read', READ],
    ['write', WRITE],
    ['maintain', ADMIN],
    ['admin', ADMIN],
  ])('%s', (access, gives) => {
    expect(may(project(access))).toBe(gives);
    expect(may(project(access), 'ops', 'acme/other')).toBe('');
    expect(may({ project_access: [{ project: 'lab', access }] })).toBe('');
  });
});

describe('organization permissions (PM-07, PM-08, PM-22)', () => {
  it.each([
    ['manage_workspaces', ADMIN],
    ['read_workspaces', READ],
    ['manage_projects', ADMIN],
    ['read_projects', ''],
    ['manage_policies', 'read_runs'],
    ['manage_policy_overrides', 'read_runs override_policies'],
  ])('%s, in every workspace', (permission, gives) => {
    expect(may(organization(permission))).toBe(gives);
    expect(may(organization(permission), 'ops', 'acme/other')).toBe(gives);
  });
});

describe('grants add up (PM-01)', () => {
  it('takes the highest of workspace, project and organization', () => {
    expect(may({ ...workspace('admin'), ...project('read'), ...organization('read_workspaces') })).toBe(
      ADMIN,
    );
    expect(may({ ...workspace('read'), ...project('write') })).toBe(WRITE);
    expect(may({ ...workspace('read'), ...organization('manage_projects') })).toBe(ADMIN);
  });

  it('adds what different grants give, custom ones too', () => {
    const grants = {
      workspace_access: [
        { workspace: 'app', permissions: { runs: 'apply' } },
        { workspace: 'app', permissions: { state_versions: 'read-outputs' } },
      ],
      ...organization('manage_policy_overrides'),
    };
    expect(may(grants)).toBe('read_runs queue_plans apply_runs read_state_outputs override_policies');
  });

  it('gives nothing where nothing is granted, and never takes away', () => {
    expect(may({})).toBe('');
    expect(may({ workspace_access: [{ workspace: 'app', permissions: {} }], ...project('admin') })).toBe(
      ADMIN,
    );
  });
});

describe('owners, and teams of other organizations', () => {
  it('lets the team owners of every organization do everything', () => {
    expect(may({}, 'owners')).toBe(PERMISSIONS.join(' '));
    expect(may({}, 'owners', 'acme/other')).toBe(PERMISSIONS.join(' '));
  });

  it('gives only owners and manage_policy_overrides the right to override', () => {
    for (const grants of [
      workspace('admin'),
      project('admin'),
      organization('manage_workspaces', 'manage_projects'),
    ])
      expect(may(grants)).not.toContain('override_policies');
  });

  it('lets a team do nothing in an organization that has it not, or that has another one of its name', () => {
    const parsed = parseLayout(
      plainLayout(
        'app, zeta/app',
        {},
        {
          organizations: [{ name: 'acme' }, { name: 'zeta' }],
          projects: [
            { name: 'core', organization: 'acme' },
            { name: 'core', organization: 'zeta' },
          ],
          teams: [
            { name: 'ops', organization: 'acme', ...organization('manage_workspaces') },
            { name: 'dev', organization: 'acme', ...organization('read_workspaces') },
            { name: 'dev', organization: 'zeta' },
          ],
        },
      ),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const access = new Access(parsed.value);
    expect(access.may('ops', 'manage_settings', 'acme/app')).toBe(true);
    expect(access.may('ops', 'read_runs', 'zeta/app')).toBe(false);
    expect(access.may('dev', 'read_runs', 'acme/app')).toBe(true);
    expect(access.may('dev', 'read_runs', 'zeta/app')).toBe(false);
    expect(access.may('owners', 'override_policies', 'zeta/app')).toBe(true);
  });
});

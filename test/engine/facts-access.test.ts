import { describe, expect, it } from 'vitest';
import { findingsOf } from '#engine/findings/findings.ts';
import { allowed } from '#engine/query/access.ts';
import { effectiveVariables } from '#engine/query/effectiveVariables.ts';
import { layout } from '../support/shorthand.ts';

/** As `facts.test.ts`, for the facts about permissions and variables. */
const rulesFound = (...given: Parameters<typeof layout>) => findingsOf(layout(...given)).map((f) => f.rule);
const winner = (sets: object[], app: object = {}) => {
  const given = layout(
    'app',
    { app: { project: 'core', ...app } },
    {
      projects: [{ name: 'core' }],
      variable_sets: sets.map((s) => ({ variables: [{ key: 'region', value: 'x' }], ...s })),
    },
  );
  const [workspace] = given.workspaces;
  return workspace === undefined ? undefined : effectiveVariables(given, workspace)[0]?.from;
};
const grants = (team: object) => {
  const given = layout(
    'app, other',
    { app: { project: 'core' } },
    {
      projects: [{ name: 'core' }],
      teams: [{ name: 'ops', ...team }],
    },
  );
  return { app: allowed(given, 'ops', 'acme/app'), other: allowed(given, 'ops', 'acme/other') };
};
const onApp = (access: object) => ({ workspace_access: [{ workspace: 'app', ...access }] });

describe('PM-01', () => {
  it('grants add up and the highest wins', () => {
    const both = grants({
      ...onApp({ access: 'read' }),
      project_access: [{ project: 'core', access: 'write' }],
    });
    expect(both.app).toMatchObject({ apply_runs: true, manage_settings: false });
  });
});

describe('PM-03', () => {
  it('no workspace role is called maintain', () => {
    expect(() => layout('app; team ops: app=maintain')).toThrow('must be one of read, plan, write, admin');
  });
});

describe('PM-04', () => {
  it('project Maintain is admin on every workspace of the project', () => {
    const { app, other } = grants({ project_access: [{ project: 'core', access: 'maintain' }] });
    expect([app.manage_settings, other.read_runs]).toEqual([true, false]);
  });
});

describe('PM-05', () => {
  it('no custom permissions give admin', () => {
    const all = { runs: 'apply', variables: 'write', state_versions: 'write', workspace_locking: true };
    expect(grants(onApp({ permissions: all })).app).toMatchObject({
      manage_settings: false,
      write_state: true,
    });
  });
});

describe('PM-06', () => {
  it('higher permissions include lower ones', () => {
    const { app } = grants(
      onApp({ permissions: { runs: 'apply', variables: 'write', state_versions: 'read' } }),
    );
    expect(app).toMatchObject({
      queue_plans: true,
      read_variables: true,
      read_state_outputs: true,
      write_state: false,
    });
  });
});

describe('PM-07', () => {
  it('managing all workspaces or projects is admin everywhere, viewing projects is nothing', () => {
    for (const permission of ['manage_workspaces', 'manage_projects'])
      expect(grants({ organization_access: { [permission]: true } }).other.manage_settings).toBe(true);
    expect(grants({ organization_access: { read_projects: true } }).other.read_runs).toBe(false);
  });
});

describe('PM-08', () => {
  it('managing policies or overrides includes reading runs everywhere', () => {
    for (const permission of ['manage_policies', 'manage_policy_overrides'])
      expect(grants({ organization_access: { [permission]: true } }).other).toMatchObject({
        read_runs: true,
        queue_plans: false,
      });
  });
});

describe('PM-21', () => {
  it('project Write is write on its workspaces, and no admin', () => {
    expect(grants({ project_access: [{ project: 'core', access: 'write' }] }).app).toMatchObject({
      apply_runs: true,
      lock: true,
      manage_settings: false,
    });
  });
});

describe('PM-22', () => {
  it('view all workspaces reads runs, variables and state everywhere', () => {
    expect(grants({ organization_access: { read_workspaces: true } }).other).toMatchObject({
      read_runs: true,
      read_variables: true,
      read_state: true,
      queue_plans: false,
    });
  });
});

describe('VS-04', () => {
  it('a global set reaches every workspace, a project-scoped one those of its project', () => {
    expect(winner([{ name: 'all', global: true }], { project: undefined })).toBe('variable_set:all');
    expect(winner([{ name: 'core', projects: ['core'] }])).toBe('variable_set:core');
    expect(winner([{ name: 'core', projects: ['core'] }], { project: undefined })).toBeUndefined();
  });
});

describe('VS-06', () => {
  it('among equals the name that sorts first by code point wins', () => {
    expect(winner(['b', 'a', 'C'].map((name) => ({ name, projects: ['core'] })))).toBe('variable_set:C');
  });
});

describe('VS-07', () => {
  it('a priority set beats the variable of the workspace', () => {
    const own = { variables: [{ key: 'region', value: 'own' }] };
    expect(winner([{ name: 'all', global: true }], own)).toBe('workspace');
    expect(winner([{ name: 'all', global: true, priority: true }], own)).toBe('variable_set:all');
  });
});

describe('VS-09', () => {
  it('in local execution there are no variables', () => {
    expect(winner([{ name: 'all', global: true }], { execution_mode: 'local' })).toBeUndefined();
  });
});

describe('VS-12', () => {
  it('nobody reads a sensitive value back, and a credential should be one', () => {
    const app = (sensitive: boolean) => ({
      app: { variables: [{ key: 'AWS_SECRET_ACCESS_KEY', value: 'x', sensitive }] },
    });
    expect(rulesFound('app', app(false))).toContain('VS-12');
    expect(rulesFound('app', app(true))).not.toContain('VS-12');
  });
});

describe('VS-13', () => {
  it('a credential should not come through an output', () => {
    expect(rulesFound('app reads network.db_password')).toContain('VS-13');
    expect(rulesFound('app reads network.vpc')).not.toContain('VS-13');
  });
});

describe('VS-30', () => {
  it('among ordinary sets the owner project comes first and narrow beats broad, among priority sets the reverse', () => {
    const ownProject = { name: 'p', project: 'core', projects: ['core'] };
    const orgWorkspace = { name: 'o', workspaces: ['app'] };
    const orgProject = { name: 'q', projects: ['core'] };
    const strong = { priority: true };
    expect(winner([orgWorkspace, ownProject])).toBe('variable_set:p');
    expect(winner([orgWorkspace, orgProject])).toBe('variable_set:o');
    expect(
      winner([
        { ...orgWorkspace, ...strong },
        { ...ownProject, ...strong },
      ]),
    ).toBe('variable_set:o');
    expect(
      winner([
        { ...orgWorkspace, ...strong },
        { ...orgProject, ...strong },
      ]),
    ).toBe('variable_set:q');
  });
});

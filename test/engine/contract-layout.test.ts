import { describe, expect, it } from 'vitest';
import { parseLayout } from '#model/layout/layout.ts';
import { type Plain, plainLayout } from '../support/shorthand.ts';

const two = { organizations: [{ name: 'acme' }, { name: 'zeta' }] };
const paths = (given: unknown) => {
  const parsed = parseLayout(given);
  return parsed.ok ? [] : parsed.problems.map((p) => p.path);
};
const app = (fields: Plain, rest: Plain = {}) => paths(plainLayout('app, b', { app: fields }, rest));

describe('a layout', () => {
  it('needs a version, an organization and names; all else has the default of the contract', () => {
    const parsed = parseLayout({
      version: 1,
      organizations: [{ name: 'acme' }],
      workspaces: [{ name: 'app' }],
    });
    expect(parsed).toEqual({
      ok: true,
      value: {
        version: 1,
        ruleset: 'hcp',
        organizations: [{ name: 'acme', concurrency: null }],
        projects: [],
        workspaces: [
          {
            name: 'app',
            organization: 'acme',
            project: null,
            execution_mode: 'remote',
            auto_apply: false,
            auto_apply_run_trigger: false,
            locked: false,
            has_configuration: true,
            has_state: true,
            global_remote_state: false,
            remote_state_consumer_ids: [],
            outputs: [],
            reads: [],
            tfe_token_team: null,
            variables: [],
            requires: [],
            cost_estimation: false,
            policies: [],
            run_tasks: [],
            plan: 'changes',
            apply: 'succeeds',
            seconds: { plan: 20, apply: 30 },
          },
        ],
        run_triggers: [],
        variable_sets: [],
        teams: [],
      },
    });
  });

  it('has the defaults of the contract in list entries', () => {
    const parsed = parseLayout(
      plainLayout(
        'app',
        {
          app: {
            variables: [{ key: 'k' }],
            requires: [{ key: 'k' }],
            outputs: [{ name: 'o' }],
            reads: [{ workspace: 'app', output: 'o' }],
            seconds: { apply: 1 },
          },
        },
        {
          variable_sets: [{ name: 's' }],
          teams: [{ name: 't', workspace_access: [{ workspace: 'app', permissions: {} }] }],
        },
      ),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { workspaces, variable_sets, teams } = parsed.value;
    expect(workspaces[0]).toMatchObject({
      variables: [{ key: 'k', value: '', category: 'terraform', sensitive: false, hcl: false }],
      requires: [{ key: 'k', category: 'terraform' }],
      outputs: [{ name: 'o', sensitive: false }],
      reads: [{ workspace: 'acme/app', output: 'o', via: 'terraform_remote_state' }],
      seconds: { plan: 20, apply: 1 },
    });
    expect(variable_sets[0]).toEqual({
      name: 's',
      organization: 'acme',
      project: null,
      global: false,
      priority: false,
      workspaces: [],
      projects: [],
      variables: [],
    });
    expect(teams[0]?.workspace_access[0]?.permissions).toEqual({
      runs: 'read',
      variables: 'none',
      state_versions: 'none',
      workspace_locking: false,
    });
  });

  it.each([
    [{ organizations: [{ name: 'acme' }] }, ['version']],
    [{ version: 2, organizations: [{ name: 'acme' }] }, ['version']],
    [{ version: 1 }, ['organizations']],
    [{ version: 1, organizations: [] }, ['organizations']],
    [{ version: 1, organizations: [{ name: 'a b' }] }, ['organizations[0].name']],
    [{ version: 1, organizations: [{ name: 'acme', concurrency: 0 }] }, ['organizations[0].concurrency']],
    [{ version: 1, organizations: [{ name: 'acme' }, { name: 'acme' }] }, ['organizations[1].name']],
    [{ version: 1, organizations: [{ name: 'acme' }], workspaces: [{}] }, ['workspaces[0].name']],
    [{ version: 1, organizations: [{ name: 'acme' }], workspaces: [{ name: 'ü' }] }, ['workspaces[0].name']],
    [
      { version: 1, ...two, workspaces: [{ name: 'app' }, { name: 'app', organization: 'other' }] },
      ['workspaces[0].organization', 'workspaces[1].organization'],
    ],
  ])('%j', (given, expected) => {
    expect(paths(given)).toEqual(expected);
  });
});

describe('fields of a workspace', () => {
  const policy = { name: 'p', kind: 'sentinel', enforcement_level: 'advisory', passes: true };
  const task = { name: 't', stage: 'post_plan', enforcement_level: 'mandatory', passes: true };
  const without = (item: Plain, key: string) =>
    Object.fromEntries(Object.entries(item).filter(([k]) => k !== key));

  it.each([
    [{ execution_mode: 'cloud' }, ['execution_mode']],
    [{ auto_apply: null }, ['auto_apply']],
    [{ auto_aply: true }, ['auto_aply']],
    [{ seconds: { plan: -1 } }, ['seconds.plan']],
    [{ seconds: { apply: 1.5 } }, ['seconds.apply']],
    [{ plan: 'maybe' }, ['plan']],
    [{ policies: [{ ...policy, enforcement_level: 'mandatory' }] }, ['policies[0].enforcement_level']],
    [
      { policies: [{ ...policy, kind: 'opa', enforcement_level: 'soft-mandatory' }] },
      ['policies[0].enforcement_level'],
    ],
    [{ policies: [policy, { ...policy, kind: 'opa' }] }, ['policies[1].name']],
    [{ run_tasks: [{ ...task, stage: 'post_apply' }] }, ['run_tasks[0].enforcement_level']],
    [{ run_tasks: [task, { ...task, stage: 'pre_plan' }] }, ['run_tasks[1].name']],
    [{ outputs: [{ name: 'o' }, { name: 'o' }] }, ['outputs[1].name']],
    [{ variables: [{ key: 'k' }, { key: 'k' }] }, ['variables[1].key']],
    [{ requires: [{ key: 'k' }, { key: 'k' }] }, ['requires[1].key']],
    [{ reads: [{ workspace: 'app' }] }, ['reads[0].output']],
    [{ reads: [{ workspace: 'nowhere', output: 'o' }] }, ['reads[0].workspace']],
    [{ tfe_token_team: 'nobody' }, ['tfe_token_team']],
    [{ project: 'none' }, ['project']],
    ...['name', 'kind', 'enforcement_level', 'passes'].map((key): [Plain, string[]] => [
      { policies: [without(policy, key)] },
      [`policies[0].${key}`],
    ]),
    ...['name', 'stage', 'enforcement_level', 'passes'].map((key): [Plain, string[]] => [
      { run_tasks: [without(task, key)] },
      [`run_tasks[0].${key}`],
    ]),
  ] satisfies [Plain, string[]][])('%j is a problem', (fields, expected) => {
    expect(app(fields)).toEqual(expected.map((path) => `workspaces[0].${path}`));
  });

  it.each([
    { tfe_token_team: null },
    { variables: [{ key: 'k' }, { key: 'k', category: 'env' }] },
    {
      reads: [
        { workspace: 'b', output: 'o' },
        { workspace: 'b', output: 'o' },
      ],
    },
    { remote_state_consumer_ids: ['b', 'b'] },
    { seconds: { plan: 0, apply: 0 } },
    { tfe_token_team: 'owners' },
  ])('%j is none', (fields) => {
    expect(app(fields)).toEqual([]);
  });
});

describe('references', () => {
  it('are names, or organization/name where two organizations use one', () => {
    const given = (workspace: string, rest: Plain = {}) =>
      paths(
        plainLayout(
          'acme/app, zeta/app, zeta/net',
          {},
          { ...two, run_triggers: [{ sourceable: 'net', workspace }], ...rest },
        ),
      );
    expect(given('app')).toEqual(['run_triggers[0].workspace']);
    expect(given('zeta/app')).toEqual([]);
    expect(given('acme/net')).toEqual(['run_triggers[0].workspace']);
  });

  it('do not reach into another organization from a set, a team or the readers of a state', () => {
    const given = (rest: Plain, fields: Plain = {}) =>
      paths(plainLayout('app, zeta/far', { app: fields }, { ...two, ...rest }));
    expect(given({}, { remote_state_consumer_ids: ['far'] })).toEqual([
      'workspaces[0].remote_state_consumer_ids[0]',
    ]);
    expect(given({ variable_sets: [{ name: 's', organization: 'acme', workspaces: ['far'] }] })).toEqual([
      'variable_sets[0].workspaces[0]',
    ]);
    expect(
      given({
        teams: [
          { name: 't', organization: 'acme', workspace_access: [{ workspace: 'far', access: 'read' }] },
        ],
      }),
    ).toEqual(['teams[0].workspace_access[0].workspace']);
    expect(given({}, { reads: [{ workspace: 'far', output: 'o' }] })).toEqual([]);
    expect(given({ run_triggers: [{ sourceable: 'app', workspace: 'far' }] })).toEqual([]);
  });
});

describe('sets and teams', () => {
  const rest = (more: Plain) => app({}, { projects: [{ name: 'core' }, { name: 'lab' }], ...more });
  const k = { variables: [{ key: 'k' }] };

  it.each([
    [[{ name: 's' }, { name: 's' }], ['[1].name']],
    [
      [
        { name: 'a', global: true, ...k },
        { name: 'b', global: true, ...k },
      ],
      ['[1].variables[0].key'],
    ],
    [[{ name: 's', project: 'core', global: true }], ['[0].global']],
    [[{ name: 's', project: 'core', projects: ['lab'] }], ['[0].projects[0]']],
    [[{ name: 's', project: 'core', workspaces: ['app'] }], ['[0].workspaces[0]']],
    [[{ name: 's', variables: [{ key: 'k' }, { key: 'k' }] }], ['[0].variables[1].key']],
    [[{ name: 's', projects: ['none'] }], ['[0].projects[0]']],
  ] satisfies [Plain[], string[]][])('sets %j are a problem', (variable_sets, expected) => {
    expect(rest({ variable_sets })).toEqual(expected.map((path) => `variable_sets${path}`));
  });

  it.each([
    [[{ name: 'owners' }], ['[0].name']],
    [[{ name: 't' }, { name: 't' }], ['[1].name']],
    [[{ name: 't', workspace_access: [{ workspace: 'app' }] }], ['[0].workspace_access[0]']],
    [
      [{ name: 't', workspace_access: [{ workspace: 'app', access: 'read', permissions: {} }] }],
      ['[0].workspace_access[0]'],
    ],
    [[{ name: 't', project_access: [{ project: 'core' }] }], ['[0].project_access[0].access']],
    [
      [{ name: 't', project_access: [{ project: 'none', access: 'read' }] }],
      ['[0].project_access[0].project'],
    ],
  ] satisfies [Plain[], string[]][])('teams %j are a problem', (teams, expected) => {
    expect(rest({ teams })).toEqual(expected.map((path) => `teams${path}`));
  });

  it('allows one global set to hold a key in two categories, and repeats of members', () => {
    expect(
      rest({
        variable_sets: [
          { name: 'a', global: true, variables: [{ key: 'k' }, { key: 'k', category: 'env' }] },
          { name: 'b', workspaces: ['app', 'app'], projects: ['core', 'core'], ...k },
        ],
      }),
    ).toEqual([]);
  });
});

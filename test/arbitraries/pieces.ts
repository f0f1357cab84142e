import fc from 'fast-check';

/** Few values that often fall on the same second as the ends of stages, where the order of events matters. */
export const SECONDS = [0, 0, 1, 5, 10, 20, 25, 30, 40, 50, 55, 60, 100, 110, 200];
export const TEAMS = ['alpha', 'beta', 'gamma'];
export const OUTPUTS = ['out_a', 'out_b'];
const KEYS = ['region', 'token'];

const seldom = (weight = 5) =>
  fc.oneof({ weight, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const mostly = (weight = 5) => seldom(weight).map((b) => !b);
export const index = fc.nat({ max: 999 });
const atMost = <T>(item: fc.Arbitrary<T>, maxLength: number) => fc.array(item, { maxLength, size: 'max' });
export const few = <T>(item: fc.Arbitrary<T>, weight: number, maxLength: number) =>
  fc.oneof({ weight, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: atMost(item, maxLength) });

const category = fc.constantFrom('terraform', 'env');
const variable = fc.record({
  key: fc.constantFrom(...KEYS),
  value: fc.constantFrom('', 'x'),
  category,
  sensitive: fc.boolean(),
});
const variables = fc.uniqueArray(variable, {
  maxLength: 3,
  size: 'max',
  selector: (v) => `${v.category} ${v.key}`,
});
const requires = fc.uniqueArray(fc.record({ key: fc.constantFrom(...KEYS), category }), {
  maxLength: 1,
  selector: (v) => `${v.category} ${v.key}`,
});
const policy = fc.oneof(
  fc.record({
    kind: fc.constant('sentinel'),
    enforcement_level: fc.constantFrom('advisory', 'soft-mandatory', 'hard-mandatory'),
    passes: mostly(1),
  }),
  fc.record({
    kind: fc.constant('opa'),
    enforcement_level: fc.constantFrom('advisory', 'mandatory'),
    passes: mostly(1),
  }),
);
const task = fc
  .record({
    stage: fc.constantFrom('pre_plan', 'post_plan', 'pre_apply', 'post_apply'),
    enforcement_level: fc.constantFrom('advisory', 'mandatory'),
    passes: mostly(3),
  })
  .map((t) => (t.stage === 'post_apply' ? { ...t, enforcement_level: 'advisory' } : t));
const named = <T extends object>(items: T[], word: string) =>
  items.map((item, i) => ({ name: `${word}${i}`, ...item }));
const outputs = fc
  .oneof(
    { weight: 5, arbitrary: fc.constant(OUTPUTS) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...OUTPUTS), { maxLength: 2, size: 'max' }) },
  )
  .map((names) => names.map((name) => ({ name })));
/** `workspace` is an index until the board is put together. */
const read = fc.record({
  workspace: index,
  output: fc.constantFrom(...OUTPUTS),
  via: fc.constantFrom(...Array<string>(4).fill('terraform_remote_state'), 'tfe_outputs'),
});

export const fields = {
  execution_mode: fc.oneof(
    { weight: 8, arbitrary: fc.constant('remote') },
    { weight: 2, arbitrary: fc.constant('agent') },
    { weight: 1, arbitrary: fc.constant('local') },
  ),
  auto_apply: mostly(2),
  auto_apply_run_trigger: mostly(2),
  has_configuration: mostly(12),
  global_remote_state: mostly(3),
  remote_state_consumer_ids: atMost(index, 3),
  outputs,
  reads: few(read, 1, 2),
  tfe_token_team: fc.option(fc.constantFrom(...TEAMS, 'owners')),
  variables,
  requires: few(requires, 9, 1).map((lists) => lists[0] ?? []),
  cost_estimation: seldom(),
  policies: few(policy, 3, 3).map((items) => named(items, 'policy')),
  run_tasks: few(task, 3, 3).map((items) => named(items, 'task')),
  plan: fc.constantFrom(...Array<string>(6).fill('changes'), 'auto', 'auto', 'auto', 'no_changes', 'errors'),
  apply: fc.constantFrom(...Array<string>(8).fill('succeeds'), 'errors'),
  seconds: fc.record(
    { plan: fc.constantFrom(0, 5, 20, 30), apply: fc.constantFrom(0, 5, 20, 30) },
    { requiredKeys: [] },
  ),
};
export const workspace = fc.record(
  { organization: index, project: fc.option(index), locked: seldom(12), has_state: mostly(4), ...fields },
  { requiredKeys: ['organization', 'project'] },
);

export const access = fc.oneof(
  fc.record({ access: fc.constantFrom('read', 'plan', 'write', 'admin') }),
  fc.record({
    permissions: fc.record({
      runs: fc.constantFrom('read', 'plan', 'apply'),
      variables: fc.constantFrom('none', 'read', 'write'),
      state_versions: fc.constantFrom('none', 'read-outputs', 'read', 'write'),
      workspace_locking: fc.boolean(),
    }),
  }),
);
export const team = fc.record({
  organization: index,
  organization_access: fc.record(
    {
      manage_workspaces: seldom(9),
      read_workspaces: seldom(),
      manage_projects: seldom(9),
      read_projects: seldom(),
      manage_policies: seldom(),
      manage_policy_overrides: seldom(2),
    },
    { requiredKeys: [] },
  ),
  project_access: few(
    fc.record({ project: index, access: fc.constantFrom('read', 'write', 'maintain', 'admin') }),
    2,
    2,
  ),
  workspace_access: atMost(fc.tuple(index, access), 6),
});
export const variableSet = fc.record({
  organization: index,
  kind: fc.constantFrom('global', 'owned', 'listed', 'listed'),
  priority: fc.boolean(),
  workspaces: atMost(index, 3),
  project: index,
  variables,
});

import fc from 'fast-check';
import { parseScenario, type Scenario } from '#model/action.ts';

/** Plain data as a file would give it, so that every random scenario also passes through the parser. */
export interface RawScenario {
  layout: Record<string, unknown>;
  actions: Record<string, unknown>[];
}

/** Few values that often fall on the same second as the ends of stages, where the order of events matters. */
const SECONDS = [0, 0, 1, 5, 10, 20, 25, 30, 40, 50, 55, 60, 100, 110, 200];
const TEAMS = ['alpha', 'beta', 'gamma'];
const OUTPUTS = ['out_a', 'out_b'];
const KEYS = ['region', 'token'];

const seldom = (weight = 5) =>
  fc.oneof({ weight, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const mostly = (weight = 5) => seldom(weight).map((b) => !b);
const index = fc.nat({ max: 999 });
const atMost = <T>(item: fc.Arbitrary<T>, maxLength: number) => fc.array(item, { maxLength, size: 'max' });
const few = <T>(item: fc.Arbitrary<T>, weight: number, maxLength: number) =>
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

const fields = {
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
const workspace = fc.record(
  { organization: index, project: fc.option(index), locked: seldom(12), has_state: mostly(4), ...fields },
  { requiredKeys: ['organization', 'project'] },
);

const access = fc.oneof(
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
const team = fc.record({
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
const variableSet = fc.record({
  organization: index,
  kind: fc.constantFrom('global', 'owned', 'listed', 'listed'),
  priority: fc.boolean(),
  workspaces: atMost(index, 3),
  project: index,
  variables,
});

const when = {
  at: fc.option(fc.constantFrom(...SECONDS), { nil: undefined, freq: 2 }),
  as: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...TEAMS, 'owners') },
  ),
};
/** Mostly the first few workspaces, so that actions meet the runs of earlier ones. */
const target = fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 2 }) }, { weight: 1, arbitrary: index });
const runOrWorkspace = fc.oneof(
  { weight: 2, arbitrary: fc.record({ workspace: target }) },
  { weight: 2, arbitrary: fc.record({ run: fc.integer({ min: 1, max: 12 }).map((n) => `run-${n}`) }) },
  // How many runs ago, counted in started ones, until the board is put together.
  { weight: 2, arbitrary: fc.record({ run: fc.nat({ max: 3 }) }) },
);
const onRun = (type: string) =>
  fc.tuple(runOrWorkspace, fc.record(when)).map(([on, rest]) => ({ type, ...on, ...rest }));
const action: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        type: fc.constant('start_run'),
        workspace: target,
        source: fc.constantFrom('tfe-ui', 'tfe-ui', 'tfe-api', 'vcs', 'vcs', 'cli'),
        mode: fc.constantFrom(
          'standard',
          'standard',
          'standard',
          'plan_only',
          'save_plan',
          'save_plan',
          'refresh_only',
          'destroy',
          'allow_empty_apply',
        ),
        auto_approve: fc.boolean(),
        ...when,
      })
      .map(({ auto_approve, ...a }) => (a.source === 'cli' ? { ...a, auto_approve } : a)),
  },
  { weight: 4, arbitrary: onRun('confirm') },
  { weight: 1, arbitrary: onRun('discard') },
  { weight: 1, arbitrary: onRun('cancel') },
  { weight: 2, arbitrary: onRun('override_policy') },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('lock', 'unlock', 'unlock'), workspace: target, ...when }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('create_run_trigger', 'create_run_trigger', 'delete_run_trigger'),
      sourceable: target,
      workspace: target,
      ...when,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('set'),
      workspace: target,
      settings: fc.record(fields, { requiredKeys: [] }).chain((all) => {
        const keys = Object.keys(all);
        if (keys.length === 0) return fc.constant(all as Record<string, unknown>);
        return fc
          .subarray(keys, { minLength: 1, maxLength: Math.min(3, keys.length) })
          .map((some) => Object.fromEntries(some.map((key) => [key, Reflect.get(all, key)])));
      }),
      ...when,
    }),
  },
);

const midway = fc.constantFrom(
  'execution_mode',
  'has_configuration',
  'outputs',
  'global_remote_state',
  'remote_state_consumer_ids',
  'reads',
  'plan',
);
const setOne = midway.chain((key) =>
  Reflect.get(fields, key).map((value: unknown): Record<string, unknown> => ({ [key]: value })),
) as fc.Arbitrary<Record<string, unknown>>;
/** One change of a setting while runs are under way. */
const change = fc
  .tuple(target, setOne, fc.record(when))
  .map(([workspace, settings, rest]) => [{ type: 'set', workspace, settings, at: rest.at }]);
/** Two people and one lock, perhaps with a saved plan that somebody then confirms. */
const locks = fc
  .tuple(target, fc.boolean(), fc.constantFrom('lock', 'unlock', 'unlock'), fc.record(when), fc.record(when))
  .map(([workspace, saved, second, one, other]): Record<string, unknown>[] => [
    ...(saved ? [{ type: 'start_run', workspace, mode: 'save_plan' }] : []),
    { type: 'lock', workspace, ...one },
    ...(saved ? [{ type: 'confirm', run: 0 }] : []),
    { type: second, workspace, ...other },
  ]);
/** A run and what people do to it next: random actions alone seldom meet the run that waits. */
const burst = fc
  .tuple(
    target,
    fc.subarray(['override_policy', 'override_policy', 'confirm', 'confirm', 'discard']),
    fc.record(when),
  )
  .map(([workspace, steps, rest]): Record<string, unknown>[] => [
    { type: 'start_run', workspace, source: 'vcs', ...rest },
    ...steps.map((type) => ({ type, workspace })),
  ]);

interface Parts {
  ruleset: string;
  concurrency: (number | null)[];
  workspaces: Record<string, unknown>[];
  edges: [number, number][];
  teams: Record<string, unknown>[];
  sets: {
    organization: number;
    kind: string;
    priority: boolean;
    workspaces: number[];
    project: number;
    variables: unknown[];
  }[];
  actions: Record<string, unknown>[];
}

function assemble(parts: Parts): RawScenario {
  const orgs = parts.concurrency.map((_, i) => `org${i}`);
  const pick = <T>(list: T[], i: unknown): T => list[Number(i) % list.length] as T;
  const projects = orgs.flatMap((organization) => [
    { name: 'core', organization },
    { name: 'edge', organization },
  ]);
  const orgOf = parts.workspaces.map((w) => pick(orgs, w['organization']));
  const names = orgOf.map((org, i) => `${org}/w${i}`);
  const there = (org: string, ids: number[]) =>
    ids.map((i) => pick(names, i)).filter((name) => name.startsWith(`${org}/`));
  const projectOf = parts.workspaces.map((w) =>
    w['project'] === null ? undefined : pick(['core', 'edge'], w['project']),
  );
  const settings = (given: Record<string, unknown>, org: string) => {
    const made = { ...given };
    if (Array.isArray(given['reads']))
      made['reads'] = given['reads'].map((r: { workspace: number }) => ({
        ...r,
        workspace: pick(names, r.workspace),
      }));
    if (Array.isArray(given['remote_state_consumer_ids']))
      made['remote_state_consumer_ids'] = there(org, given['remote_state_consumer_ids']);
    if (typeof given['tfe_token_team'] === 'string' && given['tfe_token_team'] !== 'owners')
      made['tfe_token_team'] =
        parts.teams.length === 0
          ? null
          : pick(TEAMS.slice(0, parts.teams.length), given['tfe_token_team'].length);
    return made;
  };
  const globals = new Set<string>();
  let started = 0;
  return {
    layout: {
      version: 1,
      ruleset: parts.ruleset,
      organizations: orgs.map((name, i) => ({ name, concurrency: parts.concurrency[i] ?? null })),
      projects,
      workspaces: parts.workspaces.map((w, i) => {
        const { project: _, ...rest } = settings(w, orgOf[i] ?? '');
        const project = projectOf[i];
        return { ...rest, name: `w${i}`, organization: orgOf[i], ...(project ? { project } : {}) };
      }),
      run_triggers: parts.edges.map(([a, b]) => ({
        sourceable: pick(names, a),
        workspace: pick(names, a + 1 + (b % names.length)),
      })),
      variable_sets: parts.sets.map((s, i) => {
        const organization = pick(orgs, s.organization);
        const project = pick(['core', 'edge'], s.project);
        let global = s.kind === 'global';
        if (global && globals.has(organization)) global = false;
        if (global) globals.add(organization);
        const members = there(organization, s.workspaces).filter(
          (name) => s.kind !== 'owned' || projectOf[names.indexOf(name)] === project,
        );
        return {
          name: `set${i}`,
          organization,
          project: s.kind === 'owned' ? project : null,
          global,
          priority: s.priority,
          workspaces: members,
          projects: s.project % 3 === 0 ? [project] : [],
          variables: s.variables,
        };
      }),
      teams: parts.teams.map((t, i) => {
        const organization = pick(orgs, t['organization']);
        return {
          ...t,
          name: TEAMS[i],
          organization,
          project_access: (t['project_access'] as { project: number }[]).map((p) => ({
            ...p,
            project: pick(['core', 'edge'], p.project),
          })),
          workspace_access: (t['workspace_access'] as [number, object][]).flatMap(([w, grant]) =>
            there(organization, [w]).map((workspace) => ({ workspace, ...grant })),
          ),
        };
      }),
    },
    actions: parts.actions.map((a) => {
      const made: Record<string, unknown> = {};
      for (const [key, value] of Object.entries(a)) if (value !== undefined) made[key] = value;
      if (made['type'] === 'start_run') started++;
      if (typeof made['run'] === 'number') made['run'] = `run-${Math.max(1, started - made['run'])}`;
      for (const key of ['workspace', 'sourceable'])
        if (typeof made[key] === 'number') made[key] = pick(names, made[key]);
      if (typeof made['as'] === 'string' && made['as'] !== 'owners') {
        if (parts.teams.length === 0) delete made['as'];
        else made['as'] = pick(TEAMS.slice(0, parts.teams.length), TEAMS.indexOf(made['as']));
      }
      if (made['type'] === 'set') {
        const org = String(made['workspace']).split('/')[0] ?? '';
        made['settings'] = settings(made['settings'] as Record<string, unknown>, org);
      }
      return made;
    }),
  };
}

/** A random scenario as plain data: 1 to 12 workspaces, 0 to 30 actions, everything the contract has. */
export const rawScenario: fc.Arbitrary<RawScenario> = fc
  .record({
    ruleset: fc.constantFrom('hcp', 'hcp', 'guide'),
    concurrency: fc.oneof(
      { weight: 4, arbitrary: fc.tuple(fc.constantFrom(null, 1, 1, 2, 3)) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(null, 1, 2), fc.constantFrom(null, 1, 2)) },
    ),
    workspaces: fc.oneof(
      { weight: 3, arbitrary: fc.array(workspace, { minLength: 1, maxLength: 4, size: 'max' }) },
      { weight: 1, arbitrary: fc.array(workspace, { minLength: 1, maxLength: 12, size: 'max' }) },
    ),
    edges: fc.array(fc.tuple(index, index), { maxLength: 10, size: 'max' }),
    teams: fc.array(team, { maxLength: 3, size: 'max' }),
    sets: few(variableSet, 1, 3),
    actions: fc
      .array(
        fc.oneof(
          { weight: 6, arbitrary: fc.tuple(action) },
          ...[burst, burst, change, locks].map((arbitrary) => ({ weight: 1, arbitrary })),
        ),
        {
          maxLength: 24,
          size: 'max',
        },
      )
      .map((list) => list.flat().slice(0, 30)),
  })
  .map(assemble);

/** The scenario that plain data means; a problem here is a mistake of the arbitrary. */
export function parsed(raw: RawScenario): Scenario {
  const scenario = parseScenario(raw);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems, null, 1));
  return scenario.value;
}

/** How often a property is tried: a quick fixed round in `npm test`, RUNCHAIN_CASES for more. */
export function cases(usual = 300): { numRuns: number; seed: number } {
  const given = Number(process.env['RUNCHAIN_CASES'] ?? '');
  return {
    numRuns: given > 0 ? given : usual,
    seed: Number(process.env['RUNCHAIN_SEED'] ?? '20260101'),
  };
}

/** The same boards with almost nothing that fails, so that long chains of applies and queues come about. */
export const calmScenario: fc.Arbitrary<RawScenario> = rawScenario.map(({ layout, actions }) => {
  const calm = (given: Record<string, unknown>): Record<string, unknown> => {
    const made: Record<string, unknown> = { ...given, requires: [] };
    if (made['plan'] === 'errors') made['plan'] = 'changes';
    made['outputs'] = OUTPUTS.map((name) => ({ name }));
    made['global_remote_state'] = true;
    if (Array.isArray(made['reads'])) {
      const org = String(made['organization'] ?? '');
      made['reads'] = made['reads']
        .filter((r: { workspace: string }) => org === '' || r.workspace.startsWith(`${org}/`))
        .map((r: object) => ({ ...r, via: 'terraform_remote_state' }));
    }
    return made;
  };
  const settings = (action: Record<string, unknown>) =>
    action['type'] === 'set'
      ? { ...action, settings: calm(action['settings'] as Record<string, unknown>) }
      : action;
  return {
    layout: {
      ...layout,
      workspaces: (layout['workspaces'] as Record<string, unknown>[]).map((w) => ({
        ...calm(w),
        has_state: true,
        auto_apply_run_trigger: true,
      })),
    },
    actions: actions.map((a) =>
      a['as'] === undefined || a['type'] === 'start_run' ? settings(a) : settings({ ...a, as: 'owners' }),
    ),
  };
});

import fc from 'fast-check';
import { type Layout, parseLayout } from '#model/layout/layout.ts';
import { character } from './character.ts';
import { access } from './pieces.ts';

/** Names and values that are hard to write down: quotes, templates, escapes, lines, other scripts. */
const ODD = [
  'a "quoted" name',
  'C:\\temp',
  '\u0024{var.x}',
  '%{if true}',
  '$\u0024{x} and $$\u0024{y}',
  'two\nlines',
  'tab\there',
  '# runchain: layout {}',
  '/* comment',
  'ünïcode 名前 😀',
  'e\u0301',
  ' spaces ',
  'Über',
  '1st',
  '\\\u0024{x}',
  '$',
  '%',
  '<<EOT',
  '\u0000\u001b',
];
const index = fc.nat({ max: 999 });
const seldom = fc.nat({ max: 4 }).map((n) => n === 0);
const mostly = seldom.map((b) => !b);
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', 'eu-west-1', 'x', '["a", "b"]', '{ a = 1 }') },
  { weight: 3, arbitrary: fc.constantFrom(...ODD) },
  { weight: 2, arbitrary: fc.string({ maxLength: 12, unit: 'grapheme' }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: character }) },
);
const name = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('core', 'edge', 'shared-creds', 'tags', 'scan', 'region', 'AWS_KEY'),
  },
  { weight: 2, arbitrary: text.map((t) => (t === '' || t === 'owners' ? 'n' : t)) },
);
const slug = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('network-a', 'network_a', 'app', 'App', '3-app', '_', '-', 'a-b_c'),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/) },
);
const list = <T>(item: fc.Arbitrary<T>, maxLength: number) => fc.array(item, { maxLength, size: 'max' });
const unique = <T>(item: fc.Arbitrary<T>, maxLength: number, selector: (item: T) => string) =>
  fc.uniqueArray(item, { maxLength, size: 'max', selector });
const few = <T>(items: fc.Arbitrary<T[]>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: items });
const named = <T>(item: fc.Arbitrary<T>, maxLength: number) =>
  unique(fc.record({ name, item }), maxLength, (one) => one.name).map((all) =>
    all.map((one) => ({ name: one.name, ...one.item })),
  );

const category = fc.constantFrom('terraform', 'env');
const variables = unique(
  fc.record({ key: name, value: text, category, sensitive: fc.boolean(), hcl: fc.boolean() }),
  3,
  (v) => `${v.category} ${v.key}`,
);
const policy = fc.oneof(
  fc.record({
    kind: fc.constant('sentinel'),
    enforcement_level: fc.constantFrom('advisory', 'soft-mandatory', 'hard-mandatory'),
    passes: mostly,
  }),
  fc.record({
    kind: fc.constant('opa'),
    enforcement_level: fc.constantFrom('advisory', 'mandatory'),
    passes: mostly,
  }),
);
const task = fc
  .record({
    stage: fc.constantFrom('pre_plan', 'post_plan', 'pre_apply', 'post_apply'),
    enforcement_level: fc.constantFrom('advisory', 'mandatory'),
    passes: mostly,
  })
  .map((t) => (t.stage === 'post_apply' ? { ...t, enforcement_level: 'advisory' } : t));

/** Numbers stand for workspaces, projects and teams until the parts are put together. */
const workspace = fc.record({
  place: index,
  project: fc.option(index),
  locked: seldom,
  has_state: mostly,
  execution_mode: fc.constantFrom('remote', 'remote', 'agent', 'local'),
  auto_apply: fc.boolean(),
  auto_apply_run_trigger: fc.boolean(),
  has_configuration: mostly,
  global_remote_state: seldom,
  consumers: list(index, 4),
  outputs: few(named(fc.record({ sensitive: fc.boolean() }), 2)),
  reads: few(
    list(
      fc.record({ of: index, output: name, via: fc.constantFrom('terraform_remote_state', 'tfe_outputs') }),
      3,
    ),
  ),
  token: fc.option(index),
  variables: few(variables),
  requires: few(unique(fc.record({ key: name, category }), 2, (v) => `${v.category} ${v.key}`)),
  cost_estimation: fc.boolean(),
  policies: few(named(policy, 4)),
  run_tasks: few(named(task, 3)),
  plan: fc.constantFrom('changes', 'changes', 'no_changes', 'errors', 'auto'),
  apply: fc.constantFrom('succeeds', 'succeeds', 'errors'),
  seconds: fc.oneof(
    fc.constant({ plan: 20, apply: 30 }),
    fc.record({ plan: fc.nat({ max: 99 }), apply: fc.nat({ max: 99 }) }),
  ),
});
const team = fc.record({
  organization_access: fc.record({
    manage_workspaces: seldom,
    read_workspaces: seldom,
    manage_projects: seldom,
    read_projects: seldom,
    manage_policies: seldom,
    manage_policy_overrides: seldom,
  }),
  projects: few(
    list(fc.record({ project: index, access: fc.constantFrom('read', 'write', 'maintain', 'admin') }), 2),
  ),
  workspaces: few(list(fc.tuple(index, access), 3)),
});
const set = fc.record({
  kind: fc.constantFrom('global', 'owned', 'listed', 'listed'),
  priority: fc.boolean(),
  projects: few(list(index, 2)),
  workspaces: list(index, 3),
  variables,
});
const organization = fc.record({
  name: slug,
  concurrency: fc.option(fc.integer({ min: 1, max: 9 })),
  projects: unique(name, 3, (p) => p),
  teams: named(team, 2),
  sets: named(set, 2),
});

const parts = fc.record({
  ruleset: fc.constantFrom('hcp', 'hcp', 'guide'),
  organizations: fc.uniqueArray(organization, { minLength: 1, maxLength: 3, selector: (o) => o.name }),
  workspaces: unique(fc.tuple(slug, workspace), 6, ([at, w]) => `${w.place % 3} ${at}`),
  triggers: list(fc.tuple(index, index), 6),
});
type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(items: readonly T[], n: number): T[] => {
  const found = items[n % Math.max(1, items.length)];
  return found === undefined ? [] : [found];
};

function assemble({ ruleset, organizations, workspaces, triggers }: Parts): Layout {
  // Two workspaces of one name can fall into one organization: there are one to three.
  const seen = new Set<string>();
  const placed = workspaces.flatMap(([at, w]) =>
    pick(organizations, w.place % 3).flatMap((home) => {
      const id = `${home.name}/${at}`;
      if (seen.has(id)) return [];
      seen.add(id);
      const [project = null] = w.project === null ? [] : pick(home.projects, w.project);
      return [{ id, name: at, w, home, project }];
    }),
  );
  const ids = placed.map(({ id }) => id);
  const idsOf = (home: string) => ids.filter((id) => id.startsWith(`${home}/`));
  const teams = ['owners', ...organizations.flatMap((o) => o.teams.map((t) => t.name))];
  const raw = {
    version: 1,
    ruleset,
    organizations: organizations.map((o) => ({ name: o.name, concurrency: o.concurrency })),
    projects: organizations.flatMap((o) => o.projects.map((p) => ({ name: p, organization: o.name }))),
    workspaces: placed.map(({ name: at, w, home, project }) => {
      const { place: _place, project: _index, consumers, reads, token, ...rest } = w;
      return {
        ...rest,
        name: at,
        organization: home.name,
        ...(project === null ? {} : { project }),
        remote_state_consumer_ids: consumers.flatMap((n) => pick(idsOf(home.name), n)),
        reads: reads.flatMap(({ of, ...read }) =>
          pick(ids, of).map((source) => ({ workspace: source, ...read })),
        ),
        tfe_token_team: token === null ? null : (pick(teams, token)[0] ?? null),
      };
    }),
    run_triggers: triggers.flatMap(([a, b]) =>
      pick(ids, a).flatMap((sourceable) => pick(ids, b).map((target) => ({ sourceable, workspace: target }))),
    ),
    variable_sets: organizations.flatMap((o) => {
      let globals = 0;
      return o.sets.map((s) => {
        const [owner = null] = s.kind === 'owned' ? pick(o.projects, s.workspaces.length) : [];
        const global = s.kind === 'global' && globals++ === 0;
        const members = s.workspaces.flatMap((n) => pick(idsOf(o.name), n));
        const inside = (id: string) => placed.find((p) => p.id === id)?.project === owner;
        return {
          name: s.name,
          organization: o.name,
          project: owner,
          global,
          priority: s.priority,
          workspaces: owner === null ? members : members.filter(inside),
          projects:
            owner === null ? s.projects.flatMap((n) => pick(o.projects, n)) : s.projects.map(() => owner),
          variables: s.variables,
        };
      });
    }),
    teams: organizations.flatMap((o) =>
      o.teams.map((t) => ({
        name: t.name,
        organization: o.name,
        organization_access: t.organization_access,
        project_access: t.projects.flatMap((p) =>
          pick(o.projects, p.project).map((project) => ({ project, access: p.access })),
        ),
        workspace_access: t.workspaces.flatMap(([n, grant]) =>
          pick(idsOf(o.name), n).map((target) => ({ workspace: target, ...grant })),
        ),
      })),
    ),
  };
  const parsed = parseLayout(raw);
  if (!parsed.ok) throw new Error(`the arbitrary made no layout: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}

/**
 * Any valid layout: several organizations, odd names and values, triggers that break rules (cycles, repeats, a
 * workspace as its own source, two organizations).
 */
export const layoutArb: fc.Arbitrary<Layout> = parts.map(assemble);

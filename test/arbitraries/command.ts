import fc from 'fast-check';
import type { Edit } from '#model/edits/index.ts';
import {
  EXECUTION_MODES,
  idOf,
  type Layout,
  ORGANIZATION_PERMISSIONS,
  PLANS,
  type Policy,
  PROJECT_ROLES,
  TASK_STAGES,
  type Workspace,
  WORKSPACE_ROLES,
} from '#model/layout/layout.ts';
import { clipboardOf } from '#state/board/clipboard.ts';
import { type Command, editIn } from '#state/board/command.ts';

/** What a command is drawn from, whatever the board is by then. */
const step = fc.record({
  pick: fc.nat({ max: 99_999 }),
  a: fc.nat({ max: 99 }),
  b: fc.nat({ max: 99 }),
  on: fc.boolean(),
});
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
export const steps = fc.array(step, { minLength: 1, maxLength: 12, size: 'max' });

/** Names that are hard to write down in some form. */
const ODD = [
  'plain',
  'a "quoted" one',
  '\u0024{x}',
  'ünïcode 名前',
  'two\nlines',
  '# runchain',
  '%{ if',
  ' ',
];
const of = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(1, items.length)];

/**
 * A command about what there is on the board; null where there is nothing for the one that was drawn.
 * @param names whether something may get another name, which a text of the whole board cannot tell from a new thing
 */
export function commandOf(layout: Layout, drawn: Step, names = true): Command | null {
  const { pick } = drawn;
  const made = [
    ...workspaceCommands(layout, drawn),
    ...groupCommands(layout, drawn),
    ...teamCommands(layout, drawn),
    ...organizationCommands(layout, drawn),
  ];
  const known = names
    ? made
    : made.filter(({ type }) => !type.startsWith('rename_') || type === 'rename_set');
  const types = [...new Set(known.map(({ type }) => type))];
  const removing = types.filter((type) => /^(delete|detach|exclude|unlock|unshare)/.test(type));
  const type = of(pick % 4 === 0 ? removing : types, Math.floor(pick / 4));
  const alike = known.filter((command) => command.type === type);
  return of(alike, Math.floor(pick / 400)) ?? null;
}

const variableOf = ({ a, b, on }: Step) =>
  ({
    key: `k${b % 3}`,
    value: of(ODD, a) ?? '',
    category: on ? 'terraform' : 'env',
    sensitive: a % 2 > 0,
  }) as const;

/** Every field of a workspace that can be set, one value each. */
function settingsOf(layout: Layout, { a, b, on }: Step): Partial<Workspace>[] {
  const name = of(ODD, b) ?? '';
  const other = of(layout.workspaces, b);
  const policy: Policy = on
    ? { name, kind: 'opa', enforcement_level: a % 2 > 0 ? 'mandatory' : 'advisory', passes: b % 2 > 0 }
    : { name, kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: b % 2 > 0 };
  const stage = of(TASK_STAGES.slice(0, 3), b) ?? 'pre_plan';
  return [
    { auto_apply: on },
    { auto_apply_run_trigger: on },
    { execution_mode: of(EXECUTION_MODES, b) ?? 'remote' },
    { global_remote_state: on },
    { has_configuration: on },
    { cost_estimation: on },
    { plan: of(PLANS, a) ?? 'changes' },
    { apply: on ? 'errors' : 'succeeds' },
    { seconds: { plan: a, apply: b } },
    { tfe_token_team: on ? 'owners' : null },
    { outputs: on ? [{ name, sensitive: a % 2 > 0 }] : [] },
    { requires: on ? [{ key: name, category: 'env' }] : [] },
    { variables: on ? [{ ...variableOf({ a, b, on, pick: 0 }), hcl: a % 2 > 0 }] : [] },
    { policies: a % 3 > 0 ? [policy] : [] },
    {
      run_tasks:
        a % 3 > 0 ? [{ name, stage, enforcement_level: on ? 'mandatory' : 'advisory', passes: on }] : [],
    },
    {
      reads:
        other === undefined
          ? []
          : [{ workspace: idOf(other), output: name, via: on ? 'tfe_outputs' : 'terraform_remote_state' }],
    },
  ];
}

function workspaceCommands(layout: Layout, drawn: Step): Command[] {
  const { a, b, on } = drawn;
  const [one, other] = [of(layout.workspaces, a), of(layout.workspaces, b)];
  const trigger = of(layout.run_triggers, a);
  const organization = of(layout.organizations, b)?.name ?? '';
  const adding: Command[] = [{ type: 'add_workspace', organization, name: `new-${b % 4}`, project: null }];
  if (one === undefined || other === undefined) return adding;
  const [workspace, second] = [idOf(one), idOf(other)];
  const project =
    of(
      layout.projects.filter((p) => p.organization === one.organization),
      b,
    )?.name ?? null;
  const [policy] = one.policies;
  return [
    ...adding,
    { type: 'create_run_trigger', sourceable: workspace, workspace: second },
    { type: 'create_run_trigger', sourceable: second, workspace },
    ...(trigger === undefined ? [] : [{ type: 'delete_run_trigger', ...trigger } as const]),
    ...settingsOf(layout, drawn).map((settings): Command => ({ type: 'set', workspace, settings })),
    { type: on ? 'share' : 'unshare', sourceable: workspace, workspace: second },
    { type: on ? 'lock' : 'unlock', workspace },
    { type: 'set_variable', workspace, ...variableOf(drawn) },
    { type: 'delete_workspaces', workspaces: [workspace] },
    { type: 'rename_workspace', workspace, name: `renamed-${b % 4}` },
    { type: 'place_workspace', workspace, project: on ? project : null },
    { type: 'set_has_state', workspace, has_state: on },
    { type: 'paste_workspaces', clip: clipboardOf(layout, [workspace, second]) },
    ...(policy === undefined
      ? []
      : ([
          { type: 'exclude_policy', policy: policy.name, workspace },
          { type: 'satisfy_policy', policy: policy.name, workspace },
          {
            type: 'enforce_policy',
            policy: policy.name,
            enforcement_level: on ? 'advisory' : 'soft-mandatory',
          },
        ] satisfies Command[])),
  ];
}

function groupCommands(layout: Layout, drawn: Step): Command[] {
  const { a, b, on } = drawn;
  const set = of(layout.variable_sets, a);
  const organization = of(layout.organizations, b)?.name ?? '';
  const name = `${of(ODD, a)} ${b % 4}`;
  const adding: Command[] = [{ type: 'add_set', organization, set: name }];
  if (set === undefined) return adding;
  const at = { organization: set.organization, set: set.name };
  const edit = (one: Edit) => editIn(layout, set.organization, one);
  const other = of(layout.workspaces, b);
  const project = of(
    layout.projects.filter((p) => p.organization === set.organization),
    b,
  )?.name;
  const attach = on ? 'attach_set' : 'detach_set';
  return [
    ...adding,
    { type: 'delete_set', ...at },
    { type: 'set_global', ...at, global: on },
    { type: 'own_set', ...at, project: on ? (project ?? null) : null },
    { type: 'set_variables', ...at, variables: on ? [{ ...variableOf(drawn), hcl: true }] : [] },
    edit({ type: 'set_priority', set: set.name, priority: on }),
    edit({ type: 'rename_set', set: set.name, name }),
    edit({ type: 'set_variable', set: set.name, ...variableOf(drawn) }),
    ...(other === undefined ? [] : [edit({ type: attach, set: set.name, workspace: idOf(other) })]),
    ...(project === undefined ? [] : [edit({ type: attach, set: set.name, project })]),
  ];
}

function teamCommands(layout: Layout, { a, b, on }: Step): Command[] {
  const team = of(layout.teams, a);
  const organization = of(layout.organizations, b)?.name ?? '';
  const name = `${of(ODD, a)} ${b % 4}`;
  const adding: Command[] = [{ type: 'add_team', organization, team: name }];
  if (team === undefined) return adding;
  const at = { organization: team.organization, team: team.name };
  const edit = (one: Edit) => editIn(layout, team.organization, one);
  const other = of(layout.workspaces, b);
  const project = of(
    layout.projects.filter((p) => p.organization === team.organization),
    b,
  )?.name;
  const permissions = {
    runs: on ? 'apply' : 'plan',
    variables: 'read',
    state_versions: 'read-outputs',
    workspace_locking: on,
  } as const;
  return [
    ...adding,
    { type: 'delete_team', ...at },
    { type: 'rename_team', ...at, name },
    {
      type: 'organization_access',
      ...at,
      permission: of(ORGANIZATION_PERMISSIONS, b) ?? 'read_projects',
      on,
    },
    ...(other === undefined
      ? []
      : [
          edit({
            type: 'grant_workspace',
            team: team.name,
            workspace: idOf(other),
            access: on ? (of(WORKSPACE_ROLES, a) ?? null) : null,
          }),
          edit({ type: 'grant_custom', team: team.name, workspace: idOf(other), permissions }),
        ]),
    ...(project === undefined
      ? []
      : [
          edit({
            type: 'grant_project',
            team: team.name,
            project,
            access: on ? (of(PROJECT_ROLES, b) ?? null) : null,
          }),
        ]),
  ];
}

function organizationCommands(layout: Layout, { a, b, on }: Step): Command[] {
  const organization = of(layout.organizations, a)?.name ?? '';
  const project = of(layout.projects, a);
  const name = `${of(ODD, b)} ${a % 4}`;
  return [
    { type: 'set_ruleset', ruleset: on ? 'hcp' : 'guide' },
    { type: 'add_organization', name: `more-${b % 3}` },
    { type: 'rename_organization', organization, name: `org-${b % 3}` },
    { type: 'delete_organization', organization },
    { type: 'set_concurrency', organization, concurrency: on ? 1 + (b % 4) : null },
    { type: 'add_project', organization, project: name },
    ...(project === undefined
      ? []
      : ([
          { type: 'rename_project', organization: project.organization, project: project.name, name },
          { type: 'delete_project', organization: project.organization, project: project.name },
        ] satisfies Command[])),
  ];
}

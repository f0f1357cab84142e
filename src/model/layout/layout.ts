import * as z from 'zod/mini';
import type { Parsed, Problem } from '../parse/problem.ts';
import {
  bool,
  choice,
  listOf,
  nonEmpty,
  oneOf,
  parseWith,
  record,
  reference,
  repaired,
  nameText,
  text,
  wholeFrom,
} from '../parse/schema.ts';
import { RULESETS } from './ruleset.ts';
import { referenceProblems } from './references.ts';
import {
  EXECUTION_MODES,
  CATEGORIES,
  VIAS,
  SENTINEL_LEVELS,
  OPA_LEVELS,
  TASK_STAGES,
  TASK_LEVELS,
  PLANS,
  APPLIES,
  WORKSPACE_ROLES,
  PROJECT_ROLES,
  NO_ORGANIZATION_ACCESS,
} from './vocabulary.ts';

export { RULESETS };
export * from './vocabulary.ts';

const variable = record({
  key: nonEmpty,
  value: text(''),
  category: choice(CATEGORIES, 'terraform'),
  sensitive: bool(false),
  hcl: bool(false),
});

const sentinel = record({
  name: nonEmpty,
  kind: z.literal('sentinel'),
  enforcement_level: oneOf(SENTINEL_LEVELS),
  passes: z.boolean(),
});
const opa = record({
  name: nonEmpty,
  kind: z.literal('opa'),
  enforcement_level: oneOf(OPA_LEVELS),
  passes: z.boolean(),
});
const policy = z.discriminatedUnion('kind', [sentinel, opa], {
  error: (issue) => (issue.code === 'invalid_union' ? 'must be one of sentinel, opa' : undefined),
});

const runTask = record({
  name: nonEmpty,
  stage: oneOf(TASK_STAGES),
  enforcement_level: oneOf(TASK_LEVELS),
  passes: z.boolean(),
}).check(
  z.refine((task) => !(task.stage === 'post_apply' && task.enforcement_level === 'mandatory'), {
    error: 'must be advisory at stage post_apply: a task after the apply never stops a run (TSK-06)',
    path: ['enforcement_level'],
  }),
);

const read = record({ workspace: reference, output: nonEmpty, via: choice(VIAS, 'terraform_remote_state') });

/**
 * The fields of a workspace that an action `set` may give. Owner of each in HCL: `auto_apply` and
 * `auto_apply_run_trigger` belong to `tfe_workspace` (AA-25); `execution_mode`, `global_remote_state` and
 * `remote_state_consumer_ids` to `tfe_workspace_settings` (PRV-02, PRV-03); `variables` are `tfe_variable`s;
 * `policies` and `run_tasks` are attachments. `has_configuration`, `outputs`, `reads`, `tfe_token_team`,
 * `requires`, `plan`, `apply` and `seconds` are ours: they say what the configuration would do.
 */
export const settableFields = {
  execution_mode: choice(EXECUTION_MODES, 'remote'),
  auto_apply: bool(false),
  auto_apply_run_trigger: bool(false),
  has_configuration: bool(true),
  global_remote_state: bool(false),
  remote_state_consumer_ids: listOf(reference),
  outputs: listOf(record({ name: nonEmpty, sensitive: bool(false) })),
  reads: listOf(read),
  tfe_token_team: z._default(z.nullable(nonEmpty), null),
  variables: listOf(variable),
  requires: listOf(record({ key: nonEmpty, category: choice(CATEGORIES, 'terraform') })),
  cost_estimation: bool(false),
  policies: listOf(policy),
  run_tasks: listOf(runTask),
  plan: choice(PLANS, 'changes'),
  apply: choice(APPLIES, 'succeeds'),
  seconds: z._default(
    record({ plan: z._default(wholeFrom(0), 20), apply: z._default(wholeFrom(0), 30) }),
    () => ({ plan: 20, apply: 30 }),
  ),
};

/** What a team may do in a workspace where it has no role but a set of its own (PM-05). */
export const customPermissions = record({
  runs: choice(['read', 'plan', 'apply'], 'read'),
  variables: choice(['none', 'read', 'write'], 'none'),
  state_versions: choice(['none', 'read-outputs', 'read', 'write'], 'none'),
  workspace_locking: bool(false),
});

type Given<D> = D extends z.ZodMiniDefault<infer T> ? z.ZodMiniOptional<T> : never;
/** The same fields, each optional: a default would turn a setting that was not given into one that replaces the old value. */
export const givenSettings = Object.fromEntries(
  Object.entries(settableFields).map(([key, field]) => [key, z.optional(field._zod.def.innerType)]),
) as { [K in keyof typeof settableFields]: Given<(typeof settableFields)[K]> };

const workspace = record({
  name: nameText,
  organization: z.optional(nameText),
  project: z.optional(nonEmpty),
  locked: bool(false),
  has_state: bool(true),
  ...settableFields,
});

export const layoutSchema = record({
  version: z.literal(1),
  ruleset: choice(RULESETS, 'hcp'),
  organizations: z
    .array(record({ name: nameText, concurrency: z._default(z.nullable(wholeFrom(1)), null) }))
    .check(z.minLength(1, 'must name at least one organization')),
  projects: listOf(record({ name: nonEmpty, organization: z.optional(nameText) })),
  workspaces: listOf(workspace),
  run_triggers: listOf(record({ sourceable: reference, workspace: reference })),
  variable_sets: listOf(
    record({
      name: nonEmpty,
      organization: z.optional(nameText),
      project: z._default(z.nullable(nonEmpty), null),
      global: bool(false),
      priority: bool(false),
      workspaces: listOf(reference),
      projects: listOf(nonEmpty),
      variables: listOf(variable),
    }),
  ),
  teams: listOf(
    record({
      name: nonEmpty,
      organization: z.optional(nameText),
      organization_access: z._default(
        record({
          manage_workspaces: bool(false),
          read_workspaces: bool(false),
          manage_projects: bool(false),
          read_projects: bool(false),
          manage_policies: bool(false),
          manage_policy_overrides: bool(false),
        }),
        () => ({ ...NO_ORGANIZATION_ACCESS }),
      ),
      project_access: listOf(record({ project: nonEmpty, access: oneOf(PROJECT_ROLES) })),
      workspace_access: listOf(
        record({
          workspace: reference,
          access: z.optional(oneOf(WORKSPACE_ROLES)),
          permissions: z.optional(customPermissions),
        }).check(
          z.refine((grant) => (grant.access === undefined) !== (grant.permissions === undefined), {
            error: 'must have either access or permissions',
          }),
        ),
      ),
    }),
  ),
});

/** A layout as written, defaults filled in, references checked; `organization` may still be left out. */
type Written = z.output<typeof layoutSchema>;
type Placed<T> = Omit<T, 'organization' | 'project'> & { organization: string };

type Organization = Written['organizations'][number];
type Project = Placed<Written['projects'][number]>;
/** `project` is null if the workspace is in none. */
export type Workspace = Placed<Written['workspaces'][number]> & { project: string | null };
export type RunTrigger = Written['run_triggers'][number];
export type VariableSet = Placed<Written['variable_sets'][number]> & { project: string | null };
export type Team = Placed<Written['teams'][number]>;
export type WorkspaceAccess = Team['workspace_access'][number];
export type Variable = z.output<typeof variable>;
export type Policy = z.output<typeof policy>;
export type RunTask = z.output<typeof runTask>;
export type Read = z.output<typeof read>;
export type Ruleset = (typeof RULESETS)[number];
export type ExecutionMode = (typeof EXECUTION_MODES)[number];

/**
 * A layout with every default filled in and every reference to a workspace written `organization/name`
 * (`run_triggers`, `reads`, `remote_state_consumer_ids`, members of sets and teams).
 */
export interface Layout {
  version: 1;
  ruleset: Ruleset;
  organizations: Organization[];
  projects: Project[];
  workspaces: Workspace[];
  run_triggers: RunTrigger[];
  variable_sets: VariableSet[];
  teams: Team[];
}

/**
 * Reads a layout from plain data (JSON or YAML already parsed).
 * @param base path put before each problem's own, such as `layout`
 */
export function parseLayout(input: unknown, base = ''): Parsed<Layout> {
  const { layout, problems } = readLayout(input, base);
  return layout !== null && problems.length === 0 ? { ok: true, value: layout } : { ok: false, problems };
}

/** What others refer to by name. If one of these is unreadable, a dangling reference may be no mistake. */
const PINNED = /^organizations|^(workspaces|projects|teams)(\[\d+\](\.(name|organization))?)?$/;

/** Like `parseLayout`, but with the problems it also gives the layout, if names can still be looked up in it. */
export function readLayout(input: unknown, base: string): { layout: Layout | null; problems: Problem[] } {
  const written = parseWith(layoutSchema, input, base);
  if (written.ok) return referenceProblems(written.value, base);
  const repair = repaired(layoutSchema, input, PINNED);
  if (repair === null) return { layout: null, problems: written.problems };
  const { layout, problems } = referenceProblems(repair.value, base);
  const touched = repair.touched.map((path) => (base === '' ? path : `${base}.${path}`));
  const further = problems.filter((problem) => !touched.some((path) => problem.path.startsWith(path)));
  return { layout, problems: [...written.problems, ...further] };
}

export type WrittenLayout = Written;

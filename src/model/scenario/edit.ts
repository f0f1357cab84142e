import * as z from 'zod/mini';
import {
  CATEGORIES,
  customPermissions,
  OPA_LEVELS,
  PROJECT_ROLES,
  SENTINEL_LEVELS,
  givenSettings,
  WORKSPACE_ROLES,
} from '../layout/layout.ts';
import { bool, choice, nonEmpty, oneOf, record, reference } from '../parse/schema.ts';

/**
 * Edits of a layout, as levels, hints and proofs write them. One edit is one thing that a person changes on
 * one page of the product: it is what par counts.
 */
export const EDIT_TYPES = [
  'create_run_trigger',
  'delete_run_trigger',
  'set',
  'share',
  'unshare',
  'lock',
  'unlock',
  'attach_set',
  'detach_set',
  'set_variable',
  'set_priority',
  'grant_workspace',
  'grant_custom',
  'grant_project',
  'rename_set',
  'exclude_policy',
  'enforce_policy',
  'satisfy_policy',
] as const;
export type EditType = (typeof EDIT_TYPES)[number];

const edge = { sourceable: reference, workspace: reference };
const FORMS = {
  create_run_trigger: record({ type: z.literal('create_run_trigger'), ...edge }),
  delete_run_trigger: record({ type: z.literal('delete_run_trigger'), ...edge }),
  /** One field of one workspace. */
  set: record({
    type: z.literal('set'),
    workspace: reference,
    settings: record(givenSettings).check(
      z.refine((settings) => Object.keys(settings).length === 1, {
        error: 'must give exactly one field: one edit is one change',
      }),
    ),
  }),
  /** The source names one more workspace that may read its state; `unshare` takes it off. */
  share: record({ type: z.literal('share'), ...edge }),
  unshare: record({ type: z.literal('unshare'), ...edge }),
  lock: record({ type: z.literal('lock'), workspace: reference }),
  unlock: record({ type: z.literal('unlock'), workspace: reference }),
  attach_set: record({
    type: z.literal('attach_set'),
    set: nonEmpty,
    workspace: z.optional(reference),
    project: z.optional(nonEmpty),
  }),
  detach_set: record({
    type: z.literal('detach_set'),
    set: nonEmpty,
    workspace: z.optional(reference),
    project: z.optional(nonEmpty),
  }),
  /** Sets a variable of a workspace, or of a set where `set` is given. */
  set_variable: record({
    type: z.literal('set_variable'),
    workspace: z.optional(reference),
    set: z.optional(nonEmpty),
    key: nonEmpty,
    value: z.string(),
    category: choice(CATEGORIES, 'terraform'),
    sensitive: bool(false),
  }),
  set_priority: record({ type: z.literal('set_priority'), set: nonEmpty, priority: z.boolean() }),
  rename_set: record({ type: z.literal('rename_set'), set: nonEmpty, name: nonEmpty }),
  /** The policy no longer looks at the workspace: it is left out of the policy set (POL-14). */
  exclude_policy: record({ type: z.literal('exclude_policy'), policy: nonEmpty, workspace: reference }),
  /** Another level for the policy, wherever it applies: a policy has one level for all. */
  enforce_policy: record({
    type: z.literal('enforce_policy'),
    policy: nonEmpty,
    enforcement_level: oneOf([...SENTINEL_LEVELS, ...OPA_LEVELS]),
  }),
  /** The configuration of the workspace is mended, so that the policy passes. */
  satisfy_policy: record({ type: z.literal('satisfy_policy'), policy: nonEmpty, workspace: reference }),
  grant_workspace: record({
    type: z.literal('grant_workspace'),
    team: nonEmpty,
    workspace: reference,
    access: z.nullable(oneOf(WORKSPACE_ROLES)),
  }),
  /** Custom permissions in place of a role. */
  grant_custom: record({
    type: z.literal('grant_custom'),
    team: nonEmpty,
    workspace: reference,
    permissions: customPermissions,
  }),
  grant_project: record({
    type: z.literal('grant_project'),
    team: nonEmpty,
    project: nonEmpty,
    access: z.nullable(oneOf(PROJECT_ROLES)),
  }),
};

export const editSchema = z.discriminatedUnion(
  'type',
  [
    FORMS.create_run_trigger,
    FORMS.delete_run_trigger,
    FORMS.set,
    FORMS.share,
    FORMS.unshare,
    FORMS.lock,
    FORMS.unlock,
    FORMS.attach_set,
    FORMS.detach_set,
    FORMS.set_variable,
    FORMS.set_priority,
    FORMS.rename_set,
    FORMS.exclude_policy,
    FORMS.enforce_policy,
    FORMS.satisfy_policy,
    FORMS.grant_workspace,
    FORMS.grant_custom,
    FORMS.grant_project,
  ],
  {
    error: (issue) =>
      issue.code === 'invalid_union' ? `must be one of ${EDIT_TYPES.join(', ')}` : undefined,
  },
);
export type Edit = z.output<typeof editSchema>;

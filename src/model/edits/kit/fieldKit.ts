import * as z from 'zod/mini';
import { customPermissions, givenSettings } from '../../layout/layout.ts';
import { bool, choice, nonEmpty, oneOf, record, reference } from '../../parse/schema.ts';

/**
 * What the fields of an edit are built from. They are passed to the edit, so that its file imports no parser and code that
 * only makes edits doesn't load one.
 */
export const fieldKit = {
  /** A workspace, by its name or as `organization/name`. */
  reference,
  /** The name of a set, a policy, a team, a project or a variable. */
  name: nonEmpty,
  text: z.string(),
  flag: z.boolean(),
  bool,
  oneOf,
  choice,
  optional: z.optional,
  nullable: z.nullable,
  /** Exactly one field of a workspace, with its value. */
  oneSetting: record(givenSettings).check(
    z.refine((settings) => Object.keys(settings).length === 1, {
      error: 'must give exactly one field: one edit is one change',
    }),
  ),
  permissions: customPermissions,
};
export type FieldKit = typeof fieldKit;

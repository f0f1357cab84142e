import { ACTION_FORMS, ACTION_TYPES, type ActionType } from '../scenario/action.ts';
import { EDIT_TYPES, type EditType } from '../edits/index.ts';
import { editSchema } from './editSchema.ts';
import { fixedIn, type FormField, formOf } from '../parse/formField.ts';
import { settableFields } from '../layout/layout.ts';
import { type Leaf, leafShape } from './level.ts';

const ANY: FormField = { kind: 'any' };
const edits = formOf(editSchema);

/** The form of each edit, by its type. */
export const EDIT_FIELDS: Readonly<Record<EditType, FormField>> = Object.fromEntries(
  EDIT_TYPES.map((type) => [
    type,
    (edits.kind === 'variants' ? edits.of.find((form) => fixedIn(form, 'type') === type) : undefined) ?? ANY,
  ]),
) as Record<EditType, FormField>;

/** The form of each action, by its type. */
export const ACTION_FIELDS: Readonly<Record<ActionType, FormField>> = Object.fromEntries(
  ACTION_TYPES.map((type) => [type, formOf(ACTION_FORMS[type])]),
) as Record<ActionType, FormField>;

/** The form of each kind of check that a goal can make. */
export const CHECK_FIELDS: Readonly<Record<keyof Leaf, FormField>> = Object.fromEntries(
  Object.entries(leafShape).map(([kind, schema]) => [kind, formOf(schema)]),
) as Record<keyof Leaf, FormField>;

/** The value of a workspace's field, as a check of the kind `setting` asks for it. */
export const SETTING_FIELDS: Readonly<Record<string, FormField>> = {
  ...Object.fromEntries(Object.entries(settableFields).map(([name, schema]) => [name, formOf(schema)])),
  locked: { kind: 'flag' },
};

import type { Layout, Workspace } from '../layout/layout.ts';
import type { Action } from '../scenario/action.ts';
import * as attach_set from './attach_set.ts';
import * as create_run_trigger from './create_run_trigger.ts';
import * as delete_run_trigger from './delete_run_trigger.ts';
import * as detach_set from './detach_set.ts';
import * as enforce_policy from './enforce_policy.ts';
import * as exclude_policy from './exclude_policy.ts';
import * as grant_custom from './grant_custom.ts';
import * as grant_project from './grant_project.ts';
import * as grant_workspace from './grant_workspace.ts';
import type { EditModule, EditPanel, Given } from './kit/editModule.ts';
import * as lock from './lock.ts';
import * as rename_set from './rename_set.ts';
import * as satisfy_policy from './satisfy_policy.ts';
import * as set from './set.ts';
import * as set_priority from './set_priority.ts';
import * as set_variable from './set_variable.ts';
import * as share from './share.ts';
import * as unlock from './unlock.ts';
import * as unshare from './unshare.ts';

/**
 * Every edit of a layout, as levels, hints and proofs write them. One edit is one thing that a person changes on one page
 * of the product, which is what par counts. Forms and error messages list them in this order.
 */
export const EDITS = {
  create_run_trigger,
  delete_run_trigger,
  set,
  share,
  unshare,
  lock,
  unlock,
  attach_set,
  detach_set,
  set_variable,
  set_priority,
  grant_workspace,
  grant_custom,
  grant_project,
  rename_set,
  exclude_policy,
  enforce_policy,
  satisfy_policy,
};

export type EditType = keyof typeof EDITS;
export const EDIT_TYPES = Object.keys(EDITS) as EditType[];
type EditOf<T extends EditType> = T extends EditType
  ? { type: T } & Given<(typeof EDITS)[T]['fields']>
  : never;
export type Edit = EditOf<EditType>;

/** If a file lacks one of its parts, the type error is in this line. */
const MODULES: { readonly [T in EditType]: EditModule<EditOf<T>> } = EDITS;

/** The type checker can't see for all types of edits at once that the module of an edit takes that edit. */
const moduleOf = (edit: Edit): EditModule<Edit> => MODULES[edit.type] as EditModule<Edit>;

/** Whether a change can be part of a set-up; all other actions are made during play only. */
export const isEdit = (change: { type: string }): change is Edit => Object.hasOwn(EDITS, change.type);

/**
 * The layout with one edit made. An edit that changes nothing gives the very same object, so that callers can tell:
 * undo does not record it and par does not count it.
 */
export const applyEdit = (layout: Layout, edit: Edit): Layout => moduleOf(edit).apply(layout, edit);

/** The layout with several edits made, one after the other. */
export const applyEdits = (layout: Layout, edits: readonly Edit[]): Layout => edits.reduce(applyEdit, layout);

/** The layout with what an edit is about as it was at the start; the very same layout where it still is so. */
export const revertEdit = (start: Layout, layout: Layout, edit: Edit): Layout =>
  moduleOf(edit).revert(start, layout, edit);

/** What an edit is about, whatever its value: one key for each thing that it changes. */
export const subjectsOfEdit = (edit: Edit): string[] => moduleOf(edit).subjects(edit);

/** The workspace that an edit is about; of one that shares its state, that is the one that shares. */
export const targetOfEdit = (edit: Edit): string | undefined => moduleOf(edit).target(edit);

/** Whether an edit can be made during play too. */
export const isDatable = (edit: Edit): boolean => moduleOf(edit).asAction(edit) !== null;

/**
 * The action that does during play what an edit does before it, or null where only the set-up can be edited.
 * @param after the target of the edit as the edit leaves it
 */
export function actionOf(edit: Edit, after: Workspace | undefined): Action | null {
  const form = moduleOf(edit).asAction(edit);
  if (form === 'itself') return edit as Action;
  const workspace = targetOfEdit(edit);
  return form === null || workspace === undefined || after === undefined
    ? null
    : { type: 'set', workspace, settings: { [form]: after[form] } };
}

/** Whether rules of the engine decide if an edit may be made. */
export const isRuled = (edit: Edit): boolean => moduleOf(edit).ruled === true;

/** Whether runs that wait may go on after an edit. */
export const letsRunsGoOn = (edit: Edit): boolean => moduleOf(edit).letsRunsGoOn === true;

/** An action with an edit of the set-up in it, where it gave a workspace what the edit is about. */
export function withEditInAction(action: Action, edit: Edit): Action {
  if (action.type !== 'set') return action;
  const settings = moduleOf(edit).inSettings?.(action.settings, edit) ?? action.settings;
  return settings === action.settings ? action : { ...action, settings };
}

export const panelOfEdit = (edit: Edit): EditPanel => moduleOf(edit).panel;

/** What an edit does, as an instruction without its full stop. */
export const describeEdit = (edit: Edit): string => moduleOf(edit).describe(edit);

/** What is announced once an edit is made: a sentence. */
export const describeDone = (edit: Edit): string => moduleOf(edit).done(edit);

/** An edit as something to try, on buttons and in outcomes, without a full stop. */
export const nameEdit = (edit: Edit): string => moduleOf(edit).named?.(edit) ?? describeEdit(edit);

/** What a hint adds to the words of an edit, or null where these are clear. */
export const consequenceOf = (edit: Edit): string | null => moduleOf(edit).soThat?.(edit) ?? null;

/** An edit as something that the learner did, or null where it has no words of its own for that. */
export const describeOwn = (edit: Edit): string | null => moduleOf(edit).asOwn?.(edit) ?? null;

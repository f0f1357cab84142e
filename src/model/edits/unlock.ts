import type { Layout } from '../layout/layout.ts';
import { short } from '../layout/vocabulary.ts';
import type { Given } from './kit/editModule.ts';
import { type fields, withLock } from './lock.ts';

/** The opposite of `lock`. */
export { asAction, fields, panel, revert, subjects, target } from './lock.ts';
type Lock = Given<typeof fields>;

export const apply = (layout: Layout, edit: Lock): Layout => withLock(layout, edit, false);

/** What was queued while the workspace was locked starts. */
export const letsRunsGoOn = true;

export const describe = (edit: Lock): string => `Unlock ${short(edit.workspace)}`;
export const done = (edit: Lock): string => `${short(edit.workspace)} unlocked.`;
export const named = (edit: Lock): string => `${short(edit.workspace)} unlocked`;

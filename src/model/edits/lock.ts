import type { Layout } from '../layout/layout.ts';
import { short } from '../layout/vocabulary.ts';
import { inWorkspace } from './kit/change.ts';
import { asItself } from './kit/duringPlay.ts';
import type { Given } from './kit/editModule.ts';
import type { FieldKit } from './kit/fieldKit.ts';
import { workspaceAsBefore } from './kit/restore.ts';

/** Locks a workspace. */
export const fields = ({ reference }: FieldKit) => ({ workspace: reference });
type Lock = Given<typeof fields>;

export const panel = 'settings';

export const apply = (layout: Layout, edit: Lock): Layout => withLock(layout, edit, true);

export const withLock = (layout: Layout, { workspace }: Lock, locked: boolean): Layout =>
  inWorkspace(layout, workspace, (w) => (w.locked === locked ? w : { ...w, locked }));

export const revert = (start: Layout, layout: Layout, { workspace }: Lock): Layout =>
  workspaceAsBefore(start, layout, workspace, (was, now) => ({ ...now, locked: was.locked }));

export const subjects = (edit: Lock): string[] => [`lock ${edit.workspace}`];
export const target = (edit: Lock): string => edit.workspace;
export const asAction = asItself;

export const describe = (edit: Lock): string => `Lock ${short(edit.workspace)}`;
export const done = (edit: Lock): string => `${short(edit.workspace)} locked.`;

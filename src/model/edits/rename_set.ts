import type { Layout } from '../layout/layout.ts';
import { inSet } from './kit/change.ts';
import { notDuringPlay } from './kit/duringPlay.ts';
import type { Given } from './kit/editModule.ts';
import type { FieldKit } from './kit/fieldKit.ts';
import { setAsBefore } from './kit/restore.ts';

/** Renames a variable set. Where two sets give a value, their names decide which one counts. */
export const fields = ({ name }: FieldKit) => ({ set: name, name });
type RenameSet = Given<typeof fields>;

export const panel = 'variables';

export const apply = (layout: Layout, { set, name }: RenameSet): Layout =>
  inSet(layout, set, (s) => (s.name === name ? s : { ...s, name }));

export const revert = (start: Layout, layout: Layout, { set }: RenameSet): Layout =>
  setAsBefore(start, layout, set, (was, now) => ({ ...now, name: was.name }));

export const subjects = (edit: RenameSet): string[] => [`name ${edit.set}`];
export const target = (): undefined => undefined;
export const asAction = notDuringPlay;

export const describe = (edit: RenameSet): string => `Rename variable set ${edit.set} to ${edit.name}`;
export const done = (edit: RenameSet): string => `${edit.set} renamed to ${edit.name}.`;

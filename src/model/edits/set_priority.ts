import type { Layout } from '../layout/layout.ts';
import { inSet } from './kit/change.ts';
import { notDuringPlay } from './kit/duringPlay.ts';
import type { Given } from './kit/editModule.ts';
import type { FieldKit } from './kit/fieldKit.ts';
import { setAsBefore } from './kit/restore.ts';

/** Decides whether the values of a variable set override all others. */
export const fields = ({ flag, name }: FieldKit) => ({ set: name, priority: flag });
type SetPriority = Given<typeof fields>;

export const panel = 'variables';

export const apply = (layout: Layout, { set, priority }: SetPriority): Layout =>
  inSet(layout, set, (s) => (s.priority === priority ? s : { ...s, priority }));

export const revert = (start: Layout, layout: Layout, { set }: SetPriority): Layout =>
  setAsBefore(start, layout, set, (was, now) => ({ ...now, priority: was.priority }));

export const subjects = (edit: SetPriority): string[] => [`priority ${edit.set}`];
export const target = (): undefined => undefined;
export const asAction = notDuringPlay;

export const describe = ({ set, priority }: SetPriority): string =>
  priority ? `Make variable set ${set} a priority set` : `Take the priority from variable set ${set}`;
export const done = ({ set, priority }: SetPriority): string =>
  `${set}: priority ${priority ? 'on' : 'off'}.`;

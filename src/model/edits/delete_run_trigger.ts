import type { Layout } from '../layout/layout.ts';
import { short } from '../layout/vocabulary.ts';
import { type fields, hasTrigger } from './create_run_trigger.ts';
import type { Given } from './kit/editModule.ts';

/** The opposite of `create_run_trigger`, about the same arrow. */
export { asAction, fields, panel, revert, subjects, target } from './create_run_trigger.ts';
type Edge = Given<typeof fields>;

export function apply(layout: Layout, edit: Edge): Layout {
  if (!hasTrigger(layout, edit)) return layout;
  const other = (t: Edge) => t.sourceable !== edit.sourceable || t.workspace !== edit.workspace;
  return { ...layout, run_triggers: layout.run_triggers.filter(other) };
}

export const describe = (edit: Edge): string =>
  `Delete the run trigger from ${short(edit.sourceable)} to ${short(edit.workspace)}`;
export const done = (edit: Edge): string =>
  `${short(edit.sourceable)} no longer triggers ${short(edit.workspace)}.`;
export const named = (edit: Edge): string =>
  `no trigger ${short(edit.sourceable)} → ${short(edit.workspace)}`;
export const soThat = (edit: Edge): string =>
  `so that ${short(edit.sourceable)} no longer starts ${short(edit.workspace)}`;
export const asOwn = (edit: Edge): string =>
  `that you deleted the run trigger from ${short(edit.sourceable)} to ${short(edit.workspace)}`;

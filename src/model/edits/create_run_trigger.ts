import type { Layout } from '../layout/layout.ts';
import { short } from '../layout/vocabulary.ts';
import { asItself } from './kit/duringPlay.ts';
import type { Given } from './kit/editModule.ts';
import type { FieldKit } from './kit/fieldKit.ts';
import { memberAsBefore } from './kit/restore.ts';

/** Lets the runs of one workspace start runs of another. */
export const fields = ({ reference }: FieldKit) => ({ sourceable: reference, workspace: reference });
type Edge = Given<typeof fields>;

export const panel = 'triggers';

export function apply(layout: Layout, { sourceable, workspace }: Edge): Layout {
  if (hasTrigger(layout, { sourceable, workspace })) return layout;
  return { ...layout, run_triggers: [...layout.run_triggers, { sourceable, workspace }] };
}

export const hasTrigger = (layout: Layout, { sourceable, workspace }: Edge): boolean =>
  layout.run_triggers.some((t) => t.sourceable === sourceable && t.workspace === workspace);

export function revert(start: Layout, layout: Layout, edit: Edge): Layout {
  const run_triggers = memberAsBefore(start.run_triggers, layout.run_triggers, keyOf(edit), keyOf);
  return run_triggers === layout.run_triggers ? layout : { ...layout, run_triggers };
}

const keyOf = (t: Edge): string => `${t.sourceable} ${t.workspace}`;

export const subjects = (edit: Edge): string[] => [`trigger ${edit.sourceable} ${edit.workspace}`];
export const target = (edit: Edge): string => edit.workspace;
export const asAction = asItself;
export const ruled = true;

export const describe = (edit: Edge): string =>
  `Create the run trigger from ${short(edit.sourceable)} to ${short(edit.workspace)}`;
export const done = (edit: Edge): string =>
  `${short(edit.sourceable)} now triggers ${short(edit.workspace)}.`;
export const named = (edit: Edge): string => `a trigger ${short(edit.sourceable)} → ${short(edit.workspace)}`;
export const soThat = (edit: Edge): string =>
  `so that ${short(edit.sourceable)} starts ${short(edit.workspace)}`;
export const asOwn = (edit: Edge): string =>
  `your run trigger from ${short(edit.sourceable)} to ${short(edit.workspace)}: with it ${short(edit.sourceable)} starts ${short(edit.workspace)}`;

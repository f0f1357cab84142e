import type { Layout } from '../layout/layout.ts';
import { short } from '../layout/vocabulary.ts';
import { inWorkspace, withMember } from './kit/change.ts';
import { asSetting } from './kit/duringPlay.ts';
import type { Given } from './kit/editModule.ts';
import type { FieldKit } from './kit/fieldKit.ts';
import { itself, memberAsBefore, workspaceAsBefore } from './kit/restore.ts';

/** Adds a workspace to the list of those that may read the state of the source. */
export const fields = ({ reference }: FieldKit) => ({ sourceable: reference, workspace: reference });
type Edge = Given<typeof fields>;

export const panel = 'sharing';

export const apply = (layout: Layout, edit: Edge): Layout => withConsumer(layout, edit, true);

export const withConsumer = (layout: Layout, { sourceable, workspace }: Edge, on: boolean): Layout =>
  inWorkspace(layout, sourceable, (w) => {
    const remote_state_consumer_ids = withMember(w.remote_state_consumer_ids, workspace, on);
    return remote_state_consumer_ids === w.remote_state_consumer_ids
      ? w
      : { ...w, remote_state_consumer_ids };
  });

export const revert = (start: Layout, layout: Layout, { sourceable, workspace }: Edge): Layout =>
  workspaceAsBefore(start, layout, sourceable, (was, now) => ({
    ...now,
    remote_state_consumer_ids: memberAsBefore(
      was.remote_state_consumer_ids,
      now.remote_state_consumer_ids,
      workspace,
      itself,
    ),
  }));

export const subjects = (edit: Edge): string[] => [`share ${edit.sourceable} ${edit.workspace}`];
/** The source, because its settings say who may read. */
export const target = (edit: Edge): string => edit.sourceable;
export const asAction = asSetting('remote_state_consumer_ids');

export const describe = (edit: Edge): string =>
  `Let ${short(edit.workspace)} read the state of ${short(edit.sourceable)}`;
export const done = (edit: Edge): string =>
  `${short(edit.workspace)} may read the state of ${short(edit.sourceable)}.`;

import type { Layout } from '../layout/layout.ts';
import { short } from '../layout/vocabulary.ts';
import { asSetting } from './kit/duringPlay.ts';
import type { Given } from './kit/editModule.ts';
import { type fields, withConsumer } from './share.ts';

/** The opposite of `share`: the source takes a workspace off its list. */
export { fields, panel, revert, subjects, target } from './share.ts';
type Edge = Given<typeof fields>;

export const apply = (layout: Layout, edit: Edge): Layout => withConsumer(layout, edit, false);

export const asAction = asSetting('remote_state_consumer_ids');

export const describe = (edit: Edge): string =>
  `No longer let ${short(edit.workspace)} read the state of ${short(edit.sourceable)}`;
export const done = (edit: Edge): string =>
  `${short(edit.workspace)} may no longer read the state of ${short(edit.sourceable)}.`;

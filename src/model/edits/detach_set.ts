import type { Layout } from '../layout/layout.ts';
import { short } from '../layout/vocabulary.ts';
import { type fields, reached, withAttachment } from './attach_set.ts';
import type { Given } from './kit/editModule.ts';

/** The opposite of `attach_set`. */
export { asAction, fields, panel, revert, subjects, target } from './attach_set.ts';
type Attachment = Given<typeof fields>;

export const apply = (layout: Layout, edit: Attachment): Layout => withAttachment(layout, edit, false);

export const describe = (edit: Attachment): string => `Detach variable set ${edit.set} from ${reached(edit)}`;
export const done = (edit: Attachment): string =>
  `${edit.set} no longer lists ${edit.project ?? short(edit.workspace ?? '')}.`;

import { describeEdit, type Edit, isEdit } from '../edits/index.ts';
import type { Action } from './action.ts';
import { describeAction } from './describeAction.ts';

/** An edit or a dated action, as an instruction without its full stop. */
export const describeChange = (change: Edit | Action): string => {
  const dated = 'at' in change || 'as' in change;
  return !dated && isEdit(change) ? describeEdit(change) : describeAction(change as Action);
};

import { idOf, short } from '#model/layout/vocabulary.ts';
import { effectiveVariables } from '../../query/effectiveVariables.ts';
import { failed, passed, type GoalKind } from '../goal.ts';

/** The value that a run gets for a variable. */
export const variable: GoalKind<'variable'> = {
  id: 'variable',
  title: 'The value that a run gets for a variable',
  judge({ workspace, key, is }, played) {
    const found = played.layout.workspaces.find((w) => idOf(w) === workspace);
    const rows = found === undefined ? [] : effectiveVariables(played.layout, found);
    const row = rows.find((v) => v.key === key);
    if (row?.value === is) return passed(`${key} of ${short(workspace)} is ${is}.`);
    return failed(
      'VS-30',
      `${key} of ${short(workspace)} is ${row?.value ?? 'not set'}${row === undefined ? '' : `, from ${row.from.replace('variable_set:', 'the variable set ')}`}.`,
    );
  },
};

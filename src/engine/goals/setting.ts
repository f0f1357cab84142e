import { idOf } from '#model/layout.ts';
import { failed, passed, short, type GoalKind } from '../goal.ts';

/** A field of a workspace. */
export const setting: GoalKind<'setting'> = {
  id: 'setting',
  title: 'A field of a workspace',
  judge({ workspace, field, is }, played) {
    const found = played.layout.workspaces.find((w) => idOf(w) === workspace);
    const value: unknown = found === undefined ? undefined : Reflect.get(found, field);
    const say = `${field} of ${short(workspace)} is ${JSON.stringify(value)}.`;
    return JSON.stringify(value) === JSON.stringify(is) ? passed(say) : failed(null, say);
  },
};

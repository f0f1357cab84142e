import { settingSays } from '#model/layout/describeSettings.ts';
import { failed, passed, settingAtEnd, type GoalKind } from '../goal.ts';

/** A field of a workspace at the end. */
export const setting: GoalKind<'setting'> = {
  id: 'setting',
  title: 'A field of a workspace',
  judge({ workspace, field, is }, played) {
    const value = settingAtEnd(played, workspace, field);
    const say = `${settingSays(workspace, field, value)}.`;
    return JSON.stringify(value) === JSON.stringify(is) ? passed(say) : failed(null, say);
  },
};

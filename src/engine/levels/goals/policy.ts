import { short } from '#model/layout/vocabulary.ts';
import type { Policy } from '#model/layout/layout.ts';
import { failed, passed, settingAtEnd, type GoalKind } from '../goal.ts';

/** A policy still covers a workspace, at its level. */
export const policy: GoalKind<'policy'> = {
  id: 'policy',
  title: 'A policy still covers a workspace',
  judge({ workspace, policy: name, enforcement_level }, played) {
    const policies = settingAtEnd(played, workspace, 'policies');
    const found = Array.isArray(policies) ? policies.find((p: Policy) => p.name === name) : undefined;
    if (found === undefined) return failed('POL-14', `Policy ${name} no longer covers ${short(workspace)}.`);
    const say = `Policy ${name} covers ${short(workspace)} at level ${found.enforcement_level}.`;
    return enforcement_level === undefined || found.enforcement_level === enforcement_level
      ? passed(say)
      : failed('POL-02', say);
  },
};

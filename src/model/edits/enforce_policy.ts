import type { Layout, Policy } from '../layout/layout.ts';
import type { Settings } from '../scenario/action.ts';
import { idOf, OPA_LEVELS, SENTINEL_LEVELS } from '../layout/vocabulary.ts';
import { inEveryWorkspace, inPolicy } from './kit/change.ts';
import { notDuringPlay } from './kit/duringPlay.ts';
import type { Given } from './kit/editModule.ts';
import type { FieldKit } from './kit/fieldKit.ts';
import { policyAsBefore, workspaceAsBefore } from './kit/restore.ts';

/** Gives a policy another level. It is the same in every workspace to which the policy applies. */
export const fields = ({ name, oneOf }: FieldKit) => ({
  policy: name,
  enforcement_level: oneOf([...SENTINEL_LEVELS, ...OPA_LEVELS]),
});
type EnforcePolicy = Given<typeof fields>;

export const panel = 'policies';

export const apply = (layout: Layout, { policy, enforcement_level }: EnforcePolicy): Layout =>
  inEveryWorkspace(layout, (w) => inPolicy(w, policy, (p) => atLevel(p, enforcement_level)));

/** The policy at another level; if policies of its kind have no such level, nothing changes. */
function atLevel(policy: Policy, level: string): Policy {
  if (policy.enforcement_level === level) return policy;
  if (policy.kind === 'opa') {
    const found = OPA_LEVELS.find((l) => l === level);
    return found === undefined ? policy : { ...policy, enforcement_level: found };
  }
  const found = SENTINEL_LEVELS.find((l) => l === level);
  return found === undefined ? policy : { ...policy, enforcement_level: found };
}

export const revert = (start: Layout, layout: Layout, { policy }: EnforcePolicy): Layout =>
  layout.workspaces.reduce(
    (so, w) =>
      workspaceAsBefore(start, so, idOf(w), (was, now) => ({
        ...now,
        policies: now.policies.map((p) =>
          p.name === policy ? { ...policyAsBefore(was, policy, p), passes: p.passes } : p,
        ),
      })),
    layout,
  );

export const subjects = (edit: EnforcePolicy): string[] => [`level ${edit.policy}`];
export const target = (): undefined => undefined;
export const asAction = notDuringPlay;

/** A policy has one level for all, so it also has it where a workspace was given other policies during play. */
export function inSettings(settings: Settings, { policy, enforcement_level }: EnforcePolicy): Settings {
  const policies = settings.policies?.map((p) => (p.name === policy ? atLevel(p, enforcement_level) : p));
  const changed = policies?.some((p, i) => p !== settings.policies?.[i]) === true;
  return changed ? { ...settings, policies } : settings;
}

export const describe = (edit: EnforcePolicy): string =>
  `Set the enforcement level of policy ${edit.policy} to ${edit.enforcement_level}`;
export const done = (edit: EnforcePolicy): string => `${edit.policy} is ${edit.enforcement_level}.`;

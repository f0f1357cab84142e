import type { Layout, Workspace } from '../layout/layout.ts';
import { short } from '../layout/vocabulary.ts';
import { inWorkspace } from './kit/change.ts';
import { asSetting } from './kit/duringPlay.ts';
import type { Given } from './kit/editModule.ts';
import type { FieldKit } from './kit/fieldKit.ts';
import { memberAsBefore, workspaceAsBefore } from './kit/restore.ts';

/** Leaves a workspace out of the policy set, so that the policy no longer checks its runs (POL-14). */
export const fields = ({ name, reference }: FieldKit) => ({ policy: name, workspace: reference });
type OnPolicy = Given<typeof fields>;

export const panel = 'policies';

export const apply = (layout: Layout, { policy, workspace }: OnPolicy): Layout =>
  inWorkspace(layout, workspace, (w) =>
    covers(w, policy) ? { ...w, policies: w.policies.filter((p) => p.name !== policy) } : w,
  );

const covers = (w: Workspace, policy: string): boolean => w.policies.some((p) => p.name === policy);

/** Puts back only whether the policy applies: its level, and whether it passes, belong to other edits. */
export const revert = (start: Layout, layout: Layout, { policy, workspace }: OnPolicy): Layout =>
  workspaceAsBefore(start, layout, workspace, (was, now) => ({
    ...now,
    policies:
      covers(was, policy) === covers(now, policy)
        ? now.policies
        : memberAsBefore(was.policies, now.policies, policy, (p) => p.name),
  }));

export const subjects = (edit: OnPolicy): string[] => [`covers ${edit.policy} ${edit.workspace}`];
export const target = (edit: OnPolicy): string => edit.workspace;
export const asAction = asSetting('policies');

export const describe = (edit: OnPolicy): string =>
  `Exclude ${short(edit.workspace)} from policy ${edit.policy}`;
export const done = (edit: OnPolicy): string => `${edit.policy} no longer looks at ${short(edit.workspace)}.`;

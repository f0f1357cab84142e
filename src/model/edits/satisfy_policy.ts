import type { Layout } from '../layout/layout.ts';
import { short } from '../layout/vocabulary.ts';
import { inPolicy, inWorkspace } from './kit/change.ts';
import { asSetting } from './kit/duringPlay.ts';
import type { Given } from './kit/editModule.ts';
import type { FieldKit } from './kit/fieldKit.ts';
import { policyAsBefore, workspaceAsBefore } from './kit/restore.ts';

/** Fixes the configuration of a workspace, so that the policy passes. */
export const fields = ({ name, reference }: FieldKit) => ({ policy: name, workspace: reference });
type OnPolicy = Given<typeof fields>;

export const panel = 'policies';

export const apply = (layout: Layout, { policy, workspace }: OnPolicy): Layout =>
  inWorkspace(layout, workspace, (w) => inPolicy(w, policy, (p) => (p.passes ? p : { ...p, passes: true })));

export const revert = (start: Layout, layout: Layout, { policy, workspace }: OnPolicy): Layout =>
  workspaceAsBefore(start, layout, workspace, (was, now) => ({
    ...now,
    policies: now.policies.map((p) => ({
      ...p,
      passes: p.name === policy ? policyAsBefore(was, policy, p).passes : p.passes,
    })),
  }));

export const subjects = (edit: OnPolicy): string[] => [`passes ${edit.policy} ${edit.workspace}`];
export const target = (edit: OnPolicy): string => edit.workspace;
export const asAction = asSetting('policies');

export const describe = (edit: OnPolicy): string =>
  `Fix the configuration of ${short(edit.workspace)}, so that it passes ${edit.policy}`;
export const done = (edit: OnPolicy): string => `${short(edit.workspace)} passes ${edit.policy}.`;

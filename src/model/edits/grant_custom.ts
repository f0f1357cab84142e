import type { Layout } from '../layout/layout.ts';
import { short } from '../layout/vocabulary.ts';
import { inPlace, inTeam, same } from './kit/change.ts';
import type { Given } from './kit/editModule.ts';
import type { FieldKit } from './kit/fieldKit.ts';

/** Gives a team custom permissions in place of a role. */
export const fields = ({ name, permissions, reference }: FieldKit) => ({
  team: name,
  workspace: reference,
  permissions,
});
type GrantCustom = Given<typeof fields>;

export { asAction, panel, revert, subjects, target } from './grant_workspace.ts';

export const apply = (layout: Layout, { team, workspace, permissions }: GrantCustom): Layout =>
  inTeam(layout, team, (t) => {
    const before = t.workspace_access.find((grant) => grant.workspace === workspace);
    if (before?.permissions !== undefined && same(before.permissions, permissions)) return t;
    const grant = { workspace, permissions };
    const workspace_access = inPlace(t.workspace_access, (g) => g.workspace === workspace, [grant]);
    return { ...t, workspace_access };
  });

export const describe = ({ team, workspace, permissions }: GrantCustom): string =>
  `Give team ${team} custom permissions on ${short(workspace)}: ${Object.entries(permissions)
    .filter(([, value]) => value !== 'none' && value !== false)
    .map(([key, value]) => `${key.replaceAll('_', ' ')}${value === true ? '' : ` ${value}`}`)
    .join(', ')}`;
export const done = ({ team, workspace }: GrantCustom): string =>
  `${team}: custom permissions in ${short(workspace)}.`;

import type { Layout } from '../layout/layout.ts';
import { short, WORKSPACE_ROLES } from '../layout/vocabulary.ts';
import { inPlace, inTeam } from './kit/change.ts';
import { notDuringPlay } from './kit/duringPlay.ts';
import type { Given } from './kit/editModule.ts';
import type { FieldKit } from './kit/fieldKit.ts';
import { memberAsBefore, teamAsBefore } from './kit/restore.ts';

/** Gives a team a role in a workspace; null takes its access away, custom permissions too. */
export const fields = ({ name, nullable, oneOf, reference }: FieldKit) => ({
  team: name,
  workspace: reference,
  access: nullable(oneOf(WORKSPACE_ROLES)),
});
type GrantWorkspace = Given<typeof fields>;

export const panel = 'teams';

export const apply = (layout: Layout, { team, workspace, access }: GrantWorkspace): Layout =>
  inTeam(layout, team, (t) => {
    const before = t.workspace_access.find((grant) => grant.workspace === workspace);
    if ((before?.access ?? null) === access && before?.permissions === undefined) return t;
    const grant = access === null ? [] : [{ workspace, access }];
    const workspace_access = inPlace(t.workspace_access, (g) => g.workspace === workspace, grant);
    return { ...t, workspace_access };
  });

/** What a team may do in a workspace, by a role or by custom permissions. */
interface InWorkspace {
  team: string;
  workspace: string;
}

export const revert = (start: Layout, layout: Layout, { team, workspace }: InWorkspace): Layout =>
  teamAsBefore(start, layout, team, (was, now) => ({
    ...now,
    workspace_access: memberAsBefore(
      was.workspace_access,
      now.workspace_access,
      workspace,
      (grant) => grant.workspace,
    ),
  }));

export const subjects = (edit: InWorkspace): string[] => [`grant ${edit.team} ${edit.workspace}`];
export const target = (edit: InWorkspace): string => edit.workspace;
export const asAction = notDuringPlay;

export const describe = ({ team, workspace, access }: GrantWorkspace): string =>
  access === null
    ? `Take team ${team} its access to ${short(workspace)}`
    : `Give team ${team} ${access} on ${short(workspace)}`;
export const done = ({ team, workspace, access }: GrantWorkspace): string =>
  `${team}: ${access ?? 'no role'} in ${short(workspace)}.`;

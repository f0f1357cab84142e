import type { Layout } from '../layout/layout.ts';
import { PROJECT_ROLES } from '../layout/vocabulary.ts';
import { inPlace, inTeam } from './kit/change.ts';
import { notDuringPlay } from './kit/duringPlay.ts';
import type { Given } from './kit/editModule.ts';
import type { FieldKit } from './kit/fieldKit.ts';
import { memberAsBefore, teamAsBefore } from './kit/restore.ts';

/** Gives a team a role in a project; null takes it away. */
export const fields = ({ name, nullable, oneOf }: FieldKit) => ({
  team: name,
  project: name,
  access: nullable(oneOf(PROJECT_ROLES)),
});
type GrantProject = Given<typeof fields>;

export const panel = 'teams';

export const apply = (layout: Layout, { team, project, access }: GrantProject): Layout =>
  inTeam(layout, team, (t) => {
    const before = t.project_access.find((grant) => grant.project === project);
    if ((before?.access ?? null) === access) return t;
    const grant = access === null ? [] : [{ project, access }];
    const project_access = inPlace(t.project_access, (g) => g.project === project, grant);
    return { ...t, project_access };
  });

export const revert = (start: Layout, layout: Layout, { team, project }: GrantProject): Layout =>
  teamAsBefore(start, layout, team, (was, now) => ({
    ...now,
    project_access: memberAsBefore(was.project_access, now.project_access, project, (grant) => grant.project),
  }));

export const subjects = (edit: GrantProject): string[] => [`project ${edit.team} ${edit.project}`];
export const target = (): undefined => undefined;
export const asAction = notDuringPlay;

export const describe = ({ team, project, access }: GrantProject): string =>
  access === null
    ? `Take team ${team} its access to project ${project}`
    : `Give team ${team} ${access} on project ${project}`;
export const done = ({ team, project, access }: GrantProject): string =>
  `${team}: ${access ?? 'no role'} in project ${project}.`;

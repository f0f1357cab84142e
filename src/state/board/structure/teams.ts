import { blankTeam } from '#model/layout/empty.ts';
import type { Layout, Team } from '#model/layout/layout.ts';
import { withTeam } from '../renaming.ts';
import type { Handlers } from './structure.ts';

const inTeam = (
  layout: Layout,
  { organization, team }: { organization: string; team: string },
  change: (t: Team) => Team,
): Layout => ({
  ...layout,
  teams: layout.teams.map((t) => (t.organization === organization && t.name === team ? change(t) : t)),
});

export const TEAM_HANDLERS: Handlers<'add_team' | 'rename_team' | 'delete_team' | 'organization_access'> = {
  add_team: ({ layout }, { organization, team }) => ({
    layout: {
      ...layout,
      teams: [...layout.teams, blankTeam(organization, team)],
    },
    words: `Team ${team} added.`,
  }),
  rename_team(scenario, at) {
    if (at.name === at.team) return { layout: scenario.layout, words: '' };
    const { layout, act } = withTeam(scenario, at.organization, at.team, at.name);
    return {
      layout: inTeam(layout, at, (t) => ({ ...t, name: at.name })),
      act,
      words: `Team renamed to ${at.name}.`,
    };
  },
  delete_team(scenario, at) {
    const { layout, act } = withTeam(scenario, at.organization, at.team, null);
    return {
      layout: {
        ...layout,
        teams: layout.teams.filter((t) => t.organization !== at.organization || t.name !== at.team),
      },
      act,
      drops: true,
      words: `Team ${at.team} deleted.`,
    };
  },
  organization_access: ({ layout }, at) => ({
    layout: inTeam(layout, at, (t) => ({
      ...t,
      organization_access: { ...t.organization_access, [at.permission]: at.on },
    })),
    words: `${at.team}: ${at.permission} ${at.on ? 'on' : 'off'}.`,
  }),
};

import type { Team } from '#model/layout/layout.ts';

/** The team that a form has chosen, as `organization/name`; the first one before anything is chosen. */
export const teamOf = (teams: readonly Team[], key: string | undefined): Team | undefined =>
  teams.find((t) => `${t.organization}/${t.name}` === key) ?? teams[0];

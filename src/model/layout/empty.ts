import type { Layout, Team, VariableSet } from './layout.ts';
import { NO_ORGANIZATION_ACCESS } from './vocabulary.ts';

/*
 * Empty parts of a layout. They are made here and not by a schema, so that code that needs one does not load the parser.
 * Each call gives a new object, because a draft is filled in place.
 */

/** A layout with nothing in it, not even an organization. */
export const blankLayout = (): Layout => ({
  version: 1,
  ruleset: 'hcp',
  organizations: [],
  projects: [],
  workspaces: [],
  run_triggers: [],
  variable_sets: [],
  teams: [],
});

/** A team without any access. */
export const blankTeam = (organization: string, name: string): Team => ({
  name,
  organization,
  organization_access: { ...NO_ORGANIZATION_ACCESS },
  project_access: [],
  workspace_access: [],
});

/** A variable set of the organization, without variables and attached to nothing. */
export const blankSet = (organization: string, name: string): VariableSet => ({
  name,
  organization,
  project: null,
  global: false,
  priority: false,
  workspaces: [],
  projects: [],
  variables: [],
});

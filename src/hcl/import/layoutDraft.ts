import { blankLayout, blankSet, blankTeam } from '#model/layout/empty.ts';
import type { Layout, Team, VariableSet, Workspace } from '#model/layout/layout.ts';
import type { Place } from '../syntax/position.ts';

/** A layout that is being put together, and where each of its parts was declared. */
export interface Draft {
  layout: Layout;
  /** Parts of the layout (objects of its lists) → the block that they come from. */
  places: Map<object, Place>;
}

export function emptyDraft(): Draft {
  return { layout: blankLayout(), places: new Map() };
}

/** Adds a part to one of the lists, and notes its place. */
export function put<T extends object>(draft: Draft, list: T[], item: T, place: Place): T {
  list.push(item);
  draft.places.set(item, place);
  return item;
}

const named =
  (name: string, organization: string) => (item: { name: string; organization: string | undefined }) =>
    item.name === name && item.organization === organization;

export function workspaceOf(draft: Draft, organization: string, name: string): Workspace | undefined {
  return draft.layout.workspaces.find(named(name, organization));
}

/** The workspace of this name; one that is not there yet is added, with every default. */
export function ensureWorkspace(draft: Draft, organization: string, name: string, place: Place): Workspace {
  const found = workspaceOf(draft, organization, name);
  if (found !== undefined) return found;
  ensureOrganization(draft, organization, place);
  const workspace: Workspace = {
    name,
    organization,
    project: null,
    locked: false,
    has_state: true,
    execution_mode: 'remote',
    auto_apply: false,
    auto_apply_run_trigger: false,
    has_configuration: true,
    global_remote_state: false,
    remote_state_consumer_ids: [],
    outputs: [],
    reads: [],
    tfe_token_team: null,
    variables: [],
    requires: [],
    cost_estimation: false,
    policies: [],
    run_tasks: [],
    plan: 'changes',
    apply: 'succeeds',
    seconds: { plan: 20, apply: 30 },
  };
  return put(draft, draft.layout.workspaces, workspace, place);
}

export function ensureOrganization(draft: Draft, name: string, place: Place): void {
  if (draft.layout.organizations.some((organization) => organization.name === name)) return;
  put(draft, draft.layout.organizations, { name, concurrency: null }, place);
}

export function ensureProject(draft: Draft, organization: string, name: string, place: Place): void {
  if (draft.layout.projects.some(named(name, organization))) return;
  ensureOrganization(draft, organization, place);
  put(draft, draft.layout.projects, { name, organization }, place);
}

/** Null for `owners`: every organization has that team, and a layout does not define it. */
export function ensureTeam(draft: Draft, organization: string, name: string, place: Place): Team | null {
  if (name === 'owners') return null;
  const found = draft.layout.teams.find(named(name, organization));
  if (found !== undefined) return found;
  ensureOrganization(draft, organization, place);
  return put(draft, draft.layout.teams, blankTeam(organization, name), place);
}

export function ensureVariableSet(
  draft: Draft,
  organization: string,
  name: string,
  place: Place,
): VariableSet {
  const found = draft.layout.variable_sets.find(named(name, organization));
  if (found !== undefined) return found;
  ensureOrganization(draft, organization, place);
  return put(draft, draft.layout.variable_sets, blankSet(organization, name), place);
}

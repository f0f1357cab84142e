import { blankLayout, blankSet, blankTeam } from '#model/layout/empty.ts';
import type { Layout, Team, VariableSet, Workspace } from '#model/layout/layout.ts';
import type { Position } from '../syntax/position.ts';

/** A layout that is being put together, and where each of its parts was declared. */
export interface LayoutDraft {
  layout: Layout;
  /** Parts of the layout (objects of its lists) → the block that they come from. */
  places: Map<object, Position>;
}

export function emptyDraft(): LayoutDraft {
  return { layout: blankLayout(), places: new Map() };
}

/** Adds a part to one of the lists, and notes its place. */
export function put<T extends object>(draft: LayoutDraft, list: T[], item: T, place: Position): T {
  list.push(item);
  draft.places.set(item, place);
  return item;
}

const named =
  (name: string, organization: string) => (item: { name: string; organization: string | undefined }) =>
    item.name === name && item.organization === organization;

export function draftWorkspace(
  draft: LayoutDraft,
  organization: string,
  name: string,
): Workspace | undefined {
  return draft.layout.workspaces.find(named(name, organization));
}

/** The workspace of this name; one that is not there yet is added, with every default. */
export function ensureWorkspace(
  draft: LayoutDraft,
  organization: string,
  name: string,
  place: Position,
): Workspace {
  const found = draftWorkspace(draft, organization, name);
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

export function ensureOrganization(draft: LayoutDraft, name: string, place: Position): void {
  if (draft.layout.organizations.some((organization) => organization.name === name)) return;
  put(draft, draft.layout.organizations, { name, concurrency: null }, place);
}

export function ensureProject(draft: LayoutDraft, organization: string, name: string, place: Position): void {
  if (draft.layout.projects.some(named(name, organization))) return;
  ensureOrganization(draft, organization, place);
  put(draft, draft.layout.projects, { name, organization }, place);
}

/** Null for `owners`: every organization has that team, and a layout does not define it. */
export function ensureTeam(
  draft: LayoutDraft,
  organization: string,
  name: string,
  place: Position,
): Team | null {
  if (name === 'owners') return null;
  const found = draft.layout.teams.find(named(name, organization));
  if (found !== undefined) return found;
  ensureOrganization(draft, organization, place);
  return put(draft, draft.layout.teams, blankTeam(organization, name), place);
}

export function ensureVariableSet(
  draft: LayoutDraft,
  organization: string,
  name: string,
  place: Position,
): VariableSet {
  const found = draft.layout.variable_sets.find(named(name, organization));
  if (found !== undefined) return found;
  ensureOrganization(draft, organization, place);
  return put(draft, draft.layout.variable_sets, blankSet(organization, name), place);
}

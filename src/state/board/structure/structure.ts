import type { Action, Scenario } from '#model/scenario/action.ts';
import type { Edit } from '#model/edits/index.ts';
import type { Layout, ORGANIZATION_PERMISSIONS, Ruleset, Variable } from '#model/layout/layout.ts';
import { GROUP_HANDLERS } from './groups.ts';
import { TEAM_HANDLERS } from './teams.ts';
import { WORKSPACE_HANDLERS } from './workspaces.ts';
import type { Clipboard } from '../clipboard.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '#model/parse/problem.ts';

/** In which organization a project, a set or a team is. */
interface In {
  organization: string;
}

/**
 * Changes of a board that no level counts and no action makes during play: what exists, what it is called and to whom
 * it belongs. They change the set-up, and what was done is done again from the start.
 */
interface Structures {
  add_workspace: In & { name: string; project: string | null };
  rename_workspace: { workspace: string; name: string };
  delete_workspaces: { workspaces: readonly string[] };
  place_workspace: { workspace: string; project: string | null };
  set_has_state: { workspace: string; has_state: boolean };
  paste_workspaces: { clip: Clipboard };
  set_ruleset: { ruleset: Ruleset };
  add_organization: { name: string };
  rename_organization: In & { name: string };
  delete_organization: In;
  set_concurrency: In & { concurrency: number | null };
  add_project: In & { project: string };
  rename_project: In & { project: string; name: string };
  delete_project: In & { project: string };
  add_set: In & { set: string };
  delete_set: In & { set: string };
  own_set: In & { set: string; project: string | null };
  set_global: In & { set: string; global: boolean };
  /** All variables of a set, for what `set_variable` cannot say: another key, `hcl`, one less. */
  set_variables: In & { set: string; variables: Variable[] };
  add_team: In & { team: string };
  rename_team: In & { team: string; name: string };
  delete_team: In & { team: string };
  organization_access: In & {
    team: string;
    permission: (typeof ORGANIZATION_PERMISSIONS)[number];
    on: boolean;
  };
  /** An edit of a set or team whose name another organization uses too. */
  edit_in_organization: In & { edit: Edit };
}
export type StructureType = keyof Structures;
export type StructureOf<K extends StructureType> = { type: K } & Structures[K];
export type Structure = { [K in StructureType]: StructureOf<K> }[StructureType];

/** What a change of structure comes to. */
export interface StructureOutcome {
  layout: Layout;
  /** What was done, under new names; null drops it. */
  act?: (action: Action, index: number) => Action | null;
  /** Old → new id of a workspace. */
  renamed?: ReadonlyMap<string, string>;
  focused?: string;
  selected?: readonly string[];
  /** Actions that are refused now, and were not before, go too. */
  drops?: boolean;
  /** What was done stays as it was written, and is simulated again. */
  leavesActions?: boolean;
  words: string;
}

/** What a change of structure comes to, or why it cannot be made. */
export type Restructured = Result<StructureOutcome, { refusal: Refusal }>;

export type Handlers<K extends StructureType> = {
  [T in K]: (scenario: Scenario, structure: StructureOf<T>) => StructureOutcome | { refusal: Refusal };
};

const HANDLERS: Handlers<StructureType> = { ...WORKSPACE_HANDLERS, ...GROUP_HANDLERS, ...TEAM_HANDLERS };

export const STRUCTURE_TYPES = Object.keys(HANDLERS) as StructureType[];
export const isStructure = (command: { type: string }): command is Structure =>
  Object.hasOwn(HANDLERS, command.type);

export function restructured<K extends StructureType>(
  scenario: Scenario,
  structure: StructureOf<K>,
): Restructured {
  const found = HANDLERS[structure.type as K](scenario, structure);
  return 'refusal' in found ? { ok: false, refusal: found.refusal } : { ok: true, value: found };
}

import type { Edit } from '#model/edits/index.ts';
import type { Layout } from '#model/layout/layout.ts';
import type { ActionOf, Scenario } from '#model/scenario/action.ts';
import type { Positions, StoredBoard } from '../boards/boardStorage.ts';
import { freeNameOnBoard } from './renaming.ts';
import type { Structure } from './structure/structure.ts';

export type RunCommand = ActionOf<'start_run' | 'confirm' | 'discard' | 'cancel' | 'override_policy'>;

/**
 * Everything that a control of the board can do: an edit that levels count, something done to a run, or a change of
 * structure. Canvas, list, tables and keys all make commands, so what one of them can do, the others do in the same way.
 */
export type Command = Edit | RunCommand | Structure;

/** What is done to a board as a whole: by its tools, by the HCL editor, and by what is opened. */
interface Wholes {
  /**
   * Another layout in place of this one, as the HCL editor and the tables write it: one undo unit, or one for all of a
   * `session`. What was done is done again on it; what has no workspace or team any more goes, and comes back when they
   * do within the session.
   */
  replace_layout: {
    layout: Layout;
    words: string;
    session?: string;
    /** The text that says this layout, where it came from the HCL editor. */
    hcl?: string | null;
  };
  /** Another board in place of this one, what was done included. */
  put_board: { board: Partial<StoredBoard> & { scenario: Scenario }; words: string };
  /** As `put_board`, for a board that comes from elsewhere: it's looked at from its end. */
  open_board: { scenario: Scenario; words: string; hcl?: string | null };
  clear_runs: object;
  /** A level as it was at the start. */
  reset_level: object;
  /** A dropped branch in place of the present one, which is kept in turn. */
  put_back: { attempt: number };
  /** How the board looks: the simulation stays where it is. */
  move_boxes: { positions: Positions };
  arrange: object;
}
export type WholeCommand = { [T in keyof Wholes]: { type: T } & Wholes[T] }[keyof Wholes];

/** Every way in which a board changes. */
export type BoardCommand = Command | WholeCommand;

export const isRunCommand = (command: { type: string }): command is RunCommand =>
  ['start_run', 'confirm', 'discard', 'cancel', 'override_policy'].includes(command.type);

/** The command that adds a workspace under the next free name. */
export function newWorkspace(layout: Layout): Command {
  const organization = layout.organizations[0]?.name ?? '';
  const taken = new Set(layout.workspaces.filter((w) => w.organization === organization).map((w) => w.name));
  return { type: 'add_workspace', organization, name: freeNameOnBoard(taken, 'workspace'), project: null };
}

/** An edit of a set or a team of one organization; where another has one of the same name, it says which is meant. */
export function editIn(layout: Layout, organization: string, edit: Edit): Command {
  const shared = <T extends { name: string; organization: string }>(items: readonly T[], name: string) =>
    items.some((item) => item.name === name && item.organization !== organization);
  const ambiguous =
    ('set' in edit && edit.set !== undefined && shared(layout.variable_sets, edit.set)) ||
    ('team' in edit && shared(layout.teams, edit.team));
  return ambiguous ? { type: 'edit_in_organization', organization, edit } : edit;
}

import type * as z from 'zod/mini';
import type { Layout } from '../../layout/layout.ts';
import type { Settings } from '../../scenario/action.ts';
import type { SettingField } from './duringPlay.ts';
import type { FieldKit } from './fieldKit.ts';

/** The panel of the board on which an edit is made. */
export type EditPanel = 'settings' | 'triggers' | 'sharing' | 'variables' | 'policies' | 'teams';

type Fields = (kit: FieldKit) => Record<string, z.ZodMiniType>;

/** An edit as it is read with these fields, without its type: what the functions of a file are given. */
export type Given<F extends Fields> = z.output<z.ZodMiniObject<ReturnType<F>, z.core.$strict>>;

/** What a file of this folder exports: everything that the app knows about one type of edit. */
export interface EditModule<E> {
  /** The fields beside `type`, as files write them. */
  readonly fields: Fields;
  readonly panel: EditPanel;
  /** The layout with the edit made; the very same object where it changes nothing. */
  readonly apply: (layout: Layout, edit: E) => Layout;
  /** The layout with what the edit is about as it was at the start; the very same object where it still is so. */
  readonly revert: (start: Layout, layout: Layout, edit: E) => Layout;
  /** What the edit is about, whatever its value: a key for each thing that it changes. */
  readonly subjects: (edit: E) => string[];
  /** The workspace on whose page the edit is made, where there is one. */
  readonly target: (edit: E) => string | undefined;
  /** What does the same during play: the edit itself, a `set` of one field, or null where only the set-up can be edited. */
  readonly asAction: (edit: E) => 'itself' | SettingField | null;
  /** Whether rules decide if it may be made: then the engine is asked before play too, and also where it's there already. */
  readonly ruled?: true;
  /** Whether runs that wait may go on after it. */
  readonly letsRunsGoOn?: true;
  /** What `set` gave a workspace during play, with the edit in it; the very same object where it changes nothing. */
  readonly inSettings?: (settings: Settings, edit: E) => Settings;
  /** The edit as an instruction without its full stop. */
  readonly describe: (edit: E) => string;
  /** What is said once it was made: a sentence with its full stop. */
  readonly done: (edit: E) => string;
  /** The edit as something to try, in fewer words than the instruction; null where these will do. */
  readonly named?: (edit: E) => string | null;
  /** What a hint adds to the instruction, so that nobody reads it the wrong way round. */
  readonly soThat?: (edit: E) => string;
  /** The edit as something that the learner did and may take back. */
  readonly asOwn?: (edit: E) => string;
}

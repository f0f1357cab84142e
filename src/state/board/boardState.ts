import type { Scenario } from '#model/scenario/action.ts';
import type { Rejection } from '#model/scenario/result.ts';
import type { Branch } from './branches.ts';
import type { StoredBoard } from '../boards/boardStorage.ts';
import type { Next } from './refusal.ts';

/** What the Why panel and the inspector are about. */
export type Selection =
  | { kind: 'workspace'; id: string }
  | { kind: 'run'; id: string }
  | { kind: 'not_queued'; index: number }
  | { kind: 'refusal' };

/** What the engine refused last. It changed nothing; `scenario` is what it would have been, so that it can be explained. */
interface RefusedChange extends Rejection {
  scenario: Scenario;
  index: number;
}

/** Whether a change that a level offers both ways belongs to the set-up or to what is done now. */
export type When = 'start' | 'now';

export interface SandboxState extends StoredBoard {
  /** What is simulated: the board itself, or the chosen probe of a level with the learner's part in it. */
  simulatedScenario: Scenario;
  /** The probe that is played; null on the free board. */
  probe: string | null;
  /** Who acts in a level; null: an owner. */
  acting: string | null;
  when: When;
  /** The simulated second that was waited for, where nothing happens in it; null: that of the last event. */
  clock: number | null;
  /** Attention, not work: never in the history, never clears redo. */
  focused: string | null;
  /** Workspaces chosen together; may name some that are gone. */
  selected: readonly string[];
  why: Selection | null;
  playing: boolean;
  refusal: RefusedChange | null;
  /** What a screen reader hears; `turn` makes the same words news again. A refusal is urgent, and is seen as well. */
  message: { text: string; urgent: boolean; next: Next | null; turn: number };
  past: readonly StoredBoard[];
  future: readonly StoredBoard[];
  /** Branches that were dropped by going back and doing something else; they are no part of the history. */
  attempts: readonly Branch[];
  /** The number of the attempt that is compared with the present board; null: none. */
  comparing: number | null;
  storage: 'kept' | 'blocked' | 'unreadable';
}

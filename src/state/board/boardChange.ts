import type { Result } from '#model/parse/problem.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { idOf } from '#model/layout/layout.ts';
import type { Level } from '#model/level/level.ts';
import type { StoredBoard } from '../boards/boardStorage.ts';
import { firstId, simulationOf } from './board.ts';
import type { SandboxState, When } from './boardState.ts';
import type { Branch } from './branches.ts';
import type { Refusal } from './refusal.ts';
import { stage, startOf } from './simulatedScenario.ts';

/** What a command is planned on: the board as it is, and how the command is meant. */
export interface PlanningBoard {
  state: SandboxState;
  level: Level | null;
  /** Whether a change that can be made at both times belongs to the set-up. */
  when: When;
  /** The scenario with which a session of the HCL editor began, or the present one. */
  since: Scenario;
}

/** What a command comes to. */
export interface Change {
  /** What is put in place; the rest of the board stays. */
  board: Partial<StoredBoard>;
  /** What is looked at then. */
  view?: Partial<Pick<SandboxState, 'focused' | 'selected' | 'why' | 'playing' | 'clock' | 'comparing'>>;
  /** Dropped branches, where the command changes their list. */
  attempts?: readonly Branch[];
  /** Commits of one session are one undo unit. */
  session?: string;
  /** What is said of it, or '' for what can be seen anyway. */
  announcement: string;
}

/** The change, or null where nothing would be different. */
export type Planned = Result<Change | null, { refusal: Refusal }>;

export const planned = (value: Change | null): Planned => ({ ok: true, value });
export const refuse = (refusal: Refusal): Planned => ({ ok: false, refusal });

/** Where a changed set-up is looked at: a level from its beginning, the free board where all is quiet. */
export function beginning({ level, state }: PlanningBoard, scenario: Scenario): number {
  const staged = stage(level, scenario, state.probe);
  return level === null ? simulationOf(staged).log.length : startOf(staged);
}

/** What has the focus, or the first workspace where that is not there. */
export function focusedIn({ state: { focused } }: PlanningBoard, next: Scenario): string | null {
  const there = next.layout.workspaces.some((workspace) => idOf(workspace) === focused);
  return there ? focused : firstId(next);
}

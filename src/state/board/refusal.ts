import type { Scenario } from '#model/scenario/action.ts';
import type { Rejection } from '#model/scenario/result.ts';

/** Limits of a board; past them a command is refused with the limit's name. */
export const LIMITS = { workspaces: 500, triggers: 2000, actions: 200 } as const;

/** Why a command was not carried out. The board is as it was. */
export type Refusal =
  /** The level doesn't offer it. */
  | { code: 'not_offered' }
  /** The level offers the change, but not with this value. */
  | { code: 'value_not_offered' }
  /** Another layout has something that the level doesn't offer. */
  | { code: 'layout_not_offered' }
  | { code: 'limit'; of: keyof typeof LIMITS }
  /** The simulator gives up on it. */
  | { code: 'too_much'; message: string | null }
  /** No file could hold the board with this value. */
  | { code: 'value'; field: string; message: string }
  /** A rule of the engine. `scenario` is what it would have been, so that it can be explained. */
  | { code: 'engine'; rejection: Rejection; scenario: Scenario; index: number }
  | { code: 'name_form' }
  | { code: 'name_taken'; name: string }
  | { code: 'has_workspaces'; organization: string }
  | { code: 'last_organization' }
  /** What was tried would leave the board as it is. */
  | { code: 'nothing_changes' };

/** What a person can do after something was refused. */
export type Next = 'why' | 'level' | 'value' | 'choose' | 'room' | 'run' | 'copy' | 'reload';

const LIMIT_NAMES: Readonly<Record<keyof typeof LIMITS, string>> = {
  workspaces: 'workspaces',
  triggers: 'run triggers',
  actions: 'actions',
};

/** A refusal in words, and what the person can do next. */
export function describeRefusal(refusal: Refusal): { message: string; next: Next } {
  switch (refusal.code) {
    case 'not_offered':
      return { message: 'This level does not offer that.', next: 'level' };
    case 'value_not_offered':
      return { message: 'This level does not offer that value.', next: 'level' };
    case 'layout_not_offered':
      return { message: 'This level does not offer all of that.', next: 'level' };
    case 'limit':
      return {
        message: `A board holds at most ${LIMITS[refusal.of]} ${LIMIT_NAMES[refusal.of]}.`,
        next: 'room',
      };
    case 'too_much':
      return { message: refusal.message ?? 'That would be too much for one simulation.', next: 'room' };
    case 'value':
      return {
        message: `Not changed: ${refusal.field.replaceAll('_', ' ')} ${refusal.message}.`,
        next: 'value',
      };
    case 'engine':
      return { message: `Refused: ${refusal.rejection.message}`, next: 'why' };
    case 'name_form':
      return { message: 'A name has letters, digits, - and _ only.', next: 'choose' };
    case 'name_taken':
      return { message: `There is a workspace named ${refusal.name} already.`, next: 'choose' };
    case 'has_workspaces':
      return { message: `${refusal.organization} has workspaces. Delete them first.`, next: 'choose' };
    case 'last_organization':
      return { message: 'A board needs at least one organization.', next: 'choose' };
    case 'nothing_changes':
      return { message: 'That would change nothing.', next: 'choose' };
  }
}

const WORDS: Readonly<Record<Next, string>> = {
  why: 'Your board is unchanged. Open Why to see the rule and the smallest change that allows it.',
  level: 'Choose one of the changes that this level offers.',
  value: 'Nothing was changed. Enter another value.',
  choose: 'Nothing was changed. Choose something else.',
  room: 'Nothing was changed. Remove what you no longer need, then try again.',
  run: 'Start a run here first, or choose a workspace whose run needs a decision.',
  copy: 'Select workspaces on the board, copy them, then paste.',
  reload: 'What you did is kept. Load the page again.',
};

/** The sentences that follow a refusal; every refusal ends in an action. */
export const describeNext = (next: Next): string => WORDS[next];

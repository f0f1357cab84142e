import type { Answer, Feedback } from '#model/quiz/answer.ts';
import type { Certainty, Mode } from '#model/quiz/entry.ts';
import type { ItemRef, PlayData, PlayedStep } from '#model/quiz/session.ts';

const stepOf = (ref: ItemRef): PlayedStep => ({
  ...ref,
  answer: null,
  certainty: null,
  strict: null,
  entry: null,
  ms: 0,
  again: false,
});

/** A session of practice, drill or review at its start. */
export const startPlay = (
  refs: readonly ItemRef[],
  given: {
    mode: Mode;
    feedback: Feedback;
    certainty: boolean;
    seed: number;
    contentVersion: string;
    title: string;
    /** Milliseconds since 1970. */
    startedAt: number;
    notes?: string[];
  },
): PlayData => ({
  ...given,
  notes: given.notes ?? [],
  steps: refs.map(stepOf),
  at: 0,
  doneAt: null,
});

export type PlayMove =
  | { type: 'answer'; answer: Answer }
  | { type: 'sure'; certainty: Certainty }
  /** The answer was graded, and is in the log under `entry`. */
  | { type: 'graded'; strict: boolean; entry: string | null }
  | { type: 'spend'; ms: number }
  | { type: 'next' }
  | { type: 'previous' }
  /** After the last question, or wherever the learner stops. */
  | { type: 'finish'; now: number }
  /** Opens a session that is over at its first question without an answer; without any it stays over. */
  | { type: 'goOn' };

/**
 * What a move makes of a session: its length never changes. What was graded no longer changes: neither the answer nor
 * the certainty.
 */
export function movePlay(play: PlayData, move: PlayMove): PlayData {
  const step = play.steps[play.at];
  const put = (change: Partial<PlayedStep>): PlayData => ({
    ...play,
    steps: play.steps.map((other, i) => (i === play.at ? { ...other, ...change } : other)),
  });
  const open = step?.strict === null && play.doneAt === null;
  switch (move.type) {
    case 'answer':
      return open ? put({ answer: move.answer }) : play;
    case 'sure':
      return open ? put({ certainty: move.certainty }) : play;
    case 'spend':
      return open ? put({ ms: (step?.ms ?? 0) + Math.max(0, Math.round(move.ms)) }) : play;
    case 'graded':
      return open ? put({ strict: move.strict, entry: move.entry }) : play;
    case 'next':
      return { ...play, at: Math.min(play.at + 1, play.steps.length) };
    case 'previous':
      return { ...play, at: Math.max(0, play.at - 1) };
    case 'finish':
      return play.doneAt === null ? { ...play, doneAt: move.now } : play;
    case 'goOn': {
      const at = play.steps.findIndex((other) => other.strict === null);
      return at < 0 ? play : { ...play, at, doneAt: null };
    }
  }
}

/** Whether the answer of a step may be shown. */
export const isRevealed = (play: PlayData, step: PlayedStep): boolean =>
  step.strict !== null && (play.feedback === 'now' || play.doneAt !== null);

/** What was wrong at its first try: what a retry asks. */
export const missedSteps = (play: PlayData): PlayedStep[] =>
  play.steps.filter((step) => step.strict === false && !step.again);

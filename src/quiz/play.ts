import type { Answer, Feedback } from '#model/answer.ts';
import type { Certainty, Mode } from '#model/entry.ts';
import type { ItemRef, PlayData, Step } from '#model/session.ts';

/** How many others lie between a miss and its next try, where so many are left. */
const BETWEEN = 5;

const stepOf = (ref: ItemRef, again: boolean): Step => ({
  ...ref,
  answer: null,
  certainty: null,
  strict: null,
  entry: null,
  ms: 0,
  again,
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
    notes?: string[];
  },
): PlayData => ({
  ...given,
  notes: given.notes ?? [],
  steps: refs.map((ref) => stepOf(ref, false)),
  at: 0,
  doneAt: null,
});

export type PlayMove =
  | { type: 'answer'; answer: Answer }
  | { type: 'sure'; certainty: Certainty }
  /** The answer was graded, and is in the log under `entry`; `again` is the variant that a miss comes back as. */
  | { type: 'graded'; strict: boolean; entry: string | null; again: ItemRef | null }
  | { type: 'spend'; ms: number }
  | { type: 'next' }
  | { type: 'previous' }
  | { type: 'finish'; now: number };

/** What a move makes of a session. What was graded no longer changes: neither the answer nor the certainty. */
export function movePlay(play: PlayData, move: PlayMove): PlayData {
  const step = play.steps[play.at];
  const put = (change: Partial<Step>): PlayData => ({
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
    case 'graded': {
      if (!open || step === undefined) return play;
      const graded = put({ strict: move.strict, entry: move.entry });
      if (move.again === null || !comesBack(play, step, move.strict)) return graded;
      const at = Math.min(play.at + 1 + BETWEEN, graded.steps.length);
      return { ...graded, steps: graded.steps.toSpliced(at, 0, stepOf(move.again, true)) };
    }
    case 'next':
      return { ...play, at: Math.min(play.at + 1, play.steps.length) };
    case 'previous':
      return { ...play, at: Math.max(0, play.at - 1) };
    case 'finish':
      return play.doneAt === null ? { ...play, doneAt: move.now } : play;
  }
}

/** Review and drill ask until it is right; practice asks again what was wrong though the learner was sure. */
export function comesBack(play: Pick<PlayData, 'mode' | 'feedback'>, step: Step, strict: boolean): boolean {
  if (strict || play.feedback === 'end') return false;
  return play.mode === 'practice' ? step.certainty === 'high' : true;
}

/** Whether the answer of a step may be shown. */
export const isRevealed = (play: PlayData, step: Step): boolean =>
  step.strict !== null && (play.feedback === 'now' || play.doneAt !== null);

/** What was wrong at its first try: what "repeat the wrong ones" asks. */
export const wrongIn = (play: PlayData): Step[] =>
  play.steps.filter((step) => step.strict === false && !step.again);

import type { Answer } from '#model/quiz/answer.ts';
import type { AnswerEntry, Certainty, Mode } from '#model/quiz/entry.ts';
import type { ItemRef } from '#model/quiz/session.ts';
import { ZERO } from '../lib/fraction.ts';
import { beliefsIn } from '../scoring/gradeAnswer.ts';
import type { Grading } from '../scoring/grading.ts';
import type { Item } from '../types/item.ts';
import { ratingOf } from '../review/rating.ts';
import { SCORING_VERSION } from '../scoring/formulas.ts';

export type AnswerFacts = Omit<AnswerEntry, 'kind' | 'id' | 'at' | 'day'>;

/** What an answer adds to the log; one that cannot be graded counts as wrong. */
export function answerFacts(
  ref: Pick<ItemRef, 'id' | 'seed' | 'objective' | 'topic' | 'card'>,
  { question, predictedWrongAnswers }: Pick<Item, 'question' | 'predictedWrongAnswers'>,
  answer: Answer,
  grading: Grading,
  given: {
    mode: Mode;
    certainty: Certainty | null;
    ms: number | null;
    contentVersion: string;
    session: string | null;
  },
): AnswerFacts {
  const strict = grading.kind === 'graded' && grading.right;
  const { top, bottom } = grading.kind === 'graded' ? grading.partial : ZERO;
  return {
    card: ref.card,
    rating: ratingOf({ strict, certainty: given.certainty, tooEasy: false }),
    strict,
    partial: [top, bottom],
    certainty: given.certainty,
    ms: given.ms === null ? null : Math.max(0, Math.round(given.ms)),
    mode: given.mode,
    item: ref.id,
    seed: ref.seed,
    contentVersion: given.contentVersion,
    scoring: SCORING_VERSION,
    objective: ref.objective,
    topic: ref.topic,
    rules: question.rules,
    beliefs: strict ? [] : beliefsIn(question, answer, predictedWrongAnswers),
    session: given.session,
  };
}

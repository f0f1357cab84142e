import type { Certainty, ReviewRating } from '#model/quiz/entry.ts';

/** The rating that an answer means; certainty null where it was not asked. */
export function ratingOf(answer: {
  strict: boolean;
  certainty: Certainty | null;
  tooEasy: boolean;
}): ReviewRating {
  if (!answer.strict || answer.certainty === 'no_idea') return 'again';
  if (answer.tooEasy) return 'easy';
  return answer.certainty === 'low' ? 'hard' : 'good';
}

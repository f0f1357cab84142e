import type { Answer } from '#model/quiz/answer.ts';
import { cardOf } from '#model/quiz/catalogue.ts';
import { answerFacts } from '#quiz/progress/answerEntry.ts';
import type { Grading } from '#quiz/scoring/grading.ts';
import type { Item } from '#quiz/types/item.ts';
import { recordAnswer } from '#state/progress/progress.ts';

/** Writes the answer to a check question of a lesson into the log. */
export function recordLesson(item: Item, answer: Answer, grading: Grading): void {
  const { question, seed } = item;
  const ref = {
    id: question.id,
    seed,
    objective: question.objective,
    topic: question.topic,
    card: cardOf(question),
  };
  recordAnswer(
    answerFacts(ref, item, answer, grading, {
      mode: 'lesson',
      certainty: null,
      ms: null,
      contentVersion: '',
      session: null,
    }),
  );
}

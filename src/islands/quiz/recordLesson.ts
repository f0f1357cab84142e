import type { Answer } from '#model/answer.ts';
import { cardOf } from '#model/catalogue.ts';
import { answerFacts } from '#quiz/answerEntry.ts';
import type { Grading } from '#quiz/grade.ts';
import type { Item } from '#quiz/item.ts';
import { recordAnswer } from '#state/progress.ts';

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

import type { AnswerEntry, EntryOf } from '#model/quiz/entry.ts';
import { familyOfCard } from '#model/quiz/catalogue.ts';
import type { ExamData } from '#model/quiz/session.ts';
import { answerFacts } from '../progress/answerEntry.ts';
import { type Fraction, fraction, plus, fractionToNumber, ZERO } from '../lib/fraction.ts';
import { gradeAnswer } from '../scoring/gradeAnswer.ts';
import type { Judge } from '../scoring/grading.ts';
import { typeOf } from '../types/index.ts';
import type { Item } from '../types/item.ts';

/**
 * What a submitted exam adds to the log: one answer an item, nothing given counting as wrong, and the exam itself.
 * The ids follow from the session, so that adding them twice adds nothing. An item that the bank no longer has is
 * left out, and counts neither way.
 * @param items as they were asked, null where one is gone
 */
export function examEntries(
  session: string,
  exam: ExamData,
  items: readonly (Pick<Item, 'question' | 'predictedWrongAnswers'> | null)[],
  judge: Judge | null,
  day: number,
): { answers: AnswerEntry[]; exam: EntryOf<'exam'> } {
  const at = exam.submittedAt ?? exam.startedAt;
  const answers = exam.items.flatMap((ref, i): AnswerEntry[] => {
    const item = items[i] ?? null;
    if (item === null) return [];
    const { question } = item;
    const answer = exam.answers[i] ?? typeOf(question).emptyAnswer;
    const facts = answerFacts(ref, item, answer, gradeAnswer(question, answer, judge), {
      mode: 'exam',
      certainty: null,
      ms: exam.ms[i] ?? 0,
      contentVersion: exam.contentVersion,
      session,
    });
    // A question that never came into view says nothing of what its card has to repeat.
    const rating = seen(exam, i) ? facts.rating : null;
    return [{ ...facts, rating, kind: 'answer', id: `${session}-${i}`, at, day, scoring: exam.scoring }];
  });
  return {
    answers,
    exam: {
      kind: 'exam',
      id: `${session}-exam`,
      at,
      session,
      blueprint: exam.blueprint,
      version: exam.blueprintVersion,
      asked: answers.length,
      right: answers.filter((answer) => answer.strict).length,
      day,
      scoring: exam.scoring,
    },
  };
}

/** Whether an item was in front of the learner; the time of the last one is lost with a tab that is killed. */
const seen = (exam: ExamData, i: number): boolean =>
  exam.answers[i] !== undefined || i === exam.at || (exam.ms[i] ?? 0) > 0;

export interface ReportRow {
  id: string;
  asked: number;
  right: number;
  /** Mean of the partial scores, exact. */
  partial: Fraction;
  ms: number;
}

/** Rows by objective or topic, counted from the log: old attempts keep the score that they got. */
export function reportRows(answers: readonly AnswerEntry[], by: 'objective' | 'topic'): ReportRow[] {
  const groups = Map.groupBy(answers, (answer) => answer[by] ?? familyOfCard(answer.card ?? '/'));
  return [...groups].map(([id, mine]) => ({ id, ...totalOf(mine) })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Sums first; rounding is for the display. */
export function totalOf(answers: readonly AnswerEntry[]): Omit<ReportRow, 'id'> {
  const sum = answers.reduce((so, { partial: [top, bottom] }) => plus(so, fraction(top, bottom)), ZERO);
  return {
    asked: answers.length,
    right: answers.filter((answer) => answer.strict).length,
    partial: answers.length === 0 ? ZERO : fraction(sum.top, sum.bottom * answers.length),
    ms: answers.reduce((so, answer) => so + (answer.ms ?? 0), 0),
  };
}

/** The share that counts in an exam: right answers of those asked. */
export const strictShare = (total: Pick<ReportRow, 'asked' | 'right'>): Fraction =>
  total.asked === 0 ? ZERO : fraction(total.right, total.asked);

/** Whether it reaches a line, by the exact share. */
export const reaches = (total: Pick<ReportRow, 'asked' | 'right'>, line: number): boolean =>
  fractionToNumber(strictShare(total)) >= line;

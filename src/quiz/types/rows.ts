import type { Answer } from '#model/quiz/answer.ts';
import type { QuestionOf } from '#model/quiz/question.ts';
import { fraction } from '../lib/fraction.ts';
import type { Comparison } from '../scoring/comparison.ts';
import { type Grading, graded, invalid } from '../scoring/grading.ts';
import type { Reason } from '../scoring/reasons.ts';
import type { ScoreLine } from '../scoring/scoreBreakdown.ts';
import { scoreRows } from '../scoring/formulas.ts';
import type { RowChoice, FormOf, Part } from './typeModule.ts';

/** The types that have rows, and one choice for each. */
type RowsQuestion = QuestionOf<'table' | 'match'>;

const chosenOf = (answer: Answer): Readonly<Record<string, string>> =>
  answer.kind === 'rows' ? answer.chosen : {};

/**
 * What they have in common.
 * @param choicesOf what there is to choose from
 */
export function rowsOver<Q extends RowsQuestion>(choicesOf: (question: Q) => readonly RowChoice[]) {
  const compared = (question: Q, answer: Answer) => {
    const chosen = chosenOf(answer);
    const choices = choicesOf(question);
    const named = (id: string) => choices.find((choice) => choice.id === id)?.text ?? null;
    return question.rows.map((row) => ({
      id: row.id,
      asked: row.text,
      given: named(chosen[row.id] ?? ''),
      key: named(row.correct) ?? row.correct,
      right: chosen[row.id] === row.correct,
    }));
  };
  return {
    severalAnswers: true,
    emptyAnswer: { kind: 'rows', chosen: {} } satisfies Answer,
    form: (question: Q): FormOf<'rows'> => ({
      form: 'rows',
      rows: question.rows,
      choices: choicesOf(question),
    }),
    parts: (question: Q): readonly Part[] =>
      question.rows.map((row) => ({ ...row, correct: true, misconception: null })),
    correctAnswer: (question: Q): Answer => ({
      kind: 'rows',
      chosen: Object.fromEntries(question.rows.map((row) => [row.id, row.correct])),
    }),
    untouched: () => null,
    grade(question: Q, answer: Answer): Grading {
      const chosen = chosenOf(answer);
      const given = question.rows.map((row) => chosen[row.id] ?? null);
      if (given.includes(null)) return invalid('Answer every row first.');
      return graded(
        scoreRows(
          question.rows.map((row) => row.correct),
          given,
          choicesOf(question).length,
        ),
      );
    },
    breakdown(question: Q, answer: Answer): ScoreLine[] {
      const chosen = chosenOf(answer);
      const n = question.rows.length;
      const k = choicesOf(question).length;
      return question.rows.map((row) => {
        const right = chosen[row.id] === row.correct;
        return {
          text: `${row.text}: ${right ? 'right' : chosen[row.id] === undefined ? 'no answer' : 'wrong'}`,
          value: right ? fraction(1, n) : fraction(-1, (k - 1) * n),
        };
      });
    },
    compare: (question: Q, answer: Answer): Comparison => ({
      form: 'rows',
      rows: compared(question, answer),
    }),
    reasons(question: Q, answer: Answer): Reason[] {
      const rows = compared(question, answer);
      return question.rows.map(({ id, text, explanation, facts }, i) => ({
        id,
        text: `${text}: ${rows[i]?.key ?? ''}`,
        standing: rows[i]?.right === true ? 'got' : 'key',
        explanation,
        facts,
        misconception: null,
      }));
    },
    keyProblem(question: Q) {
      const known = choicesOf(question).map(({ id }) => id);
      const at = question.rows.findIndex((row) => !known.includes(row.correct));
      return at < 0 ? null : { path: `rows[${at}].correct`, message: `must be one of ${known.join(', ')}` };
    },
  };
}

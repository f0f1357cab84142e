import type { Answer } from '#model/quiz/answer.ts';
import { assertNever } from '#model/parse/problem.ts';
import type { Question, QuestionOf } from '#model/quiz/question.ts';
import { equal, ONE } from '../lib/fraction.ts';
import type { PredictedWrongAnswer } from '../types/item.ts';
import {
  type Score,
  scoreBuild,
  scoreChoice,
  scoreFill,
  scoreNumber,
  scoreOrder,
  scoreRows,
  scoreSelection,
} from './scoring.ts';

/** `invalid`: it cannot be meant as an answer, so it is not graded; say why and let it be mended. */
export type Grading = { kind: 'invalid'; message: string } | ({ kind: 'graded'; right: boolean } & Score);

/** One check of a board, judged by the simulator. */
export interface Judged {
  id: string;
  passed: boolean;
  message: string;
  rule: string;
}
/** Judges a changed board; `build.ts` has it, with the simulator that it needs. */
export type Judge = (question: QuestionOf<'build'>, chosen: readonly string[]) => readonly Judged[];

/** The empty answer of a question, which is what is shown first. */
export function emptyAnswer(question: Question): Answer {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'pick':
    case 'truefalse':
    case 'build':
      return { kind: 'options', chosen: [] };
    case 'table':
    case 'match':
      return { kind: 'rows', chosen: {} };
    case 'order':
      return { kind: 'order', things: [] };
    case 'fill':
    case 'number':
      return { kind: 'text', text: '' };
    default:
      return assertNever(question);
  }
}

/**
 * Grades an answer by scoring version 1.
 * @param judge needed for questions of type `build` alone
 */
export function gradeAnswer(question: Question, answer: Answer, judge: Judge | null = null): Grading {
  switch (question.type) {
    case 'single':
    case 'truefalse': {
      const [chosen] = answer.kind === 'options' ? answer.chosen : [];
      const key = question.options.find((option) => option.correct)?.id ?? '';
      return chosen === undefined ? invalid('Choose an answer first.') : graded(scoreChoice(key, chosen));
    }
    case 'multi':
    case 'pick': {
      const chosen = answer.kind === 'options' ? answer.chosen : [];
      if (chosen.length === 0) return invalid('Choose at least one answer first.');
      if (question.type === 'pick' && chosen.length !== question.count) {
        return invalid(`Choose exactly ${question.count}: you have chosen ${chosen.length}.`);
      }
      const keys = question.options.filter((option) => option.correct).map((option) => option.id);
      return graded(
        scoreSelection(
          question.options.map((option) => option.id),
          keys,
          chosen,
        ),
      );
    }
    case 'table':
    case 'match': {
      const chosen = answer.kind === 'rows' ? answer.chosen : {};
      const given = question.rows.map((row) => chosen[row.id] ?? null);
      if (given.includes(null)) return invalid('Answer every row first.');
      const k = question.type === 'table' ? question.columns.length : question.choices.length;
      return graded(
        scoreRows(
          question.rows.map((row) => row.correct),
          given,
          k,
        ),
      );
    }
    case 'order': {
      const things = answer.kind === 'order' ? answer.things : [];
      if (things.length !== question.things.length) return invalid('Put everything in order first.');
      return graded(
        scoreOrder(
          question.things.map((thing) => thing.id),
          things,
        ),
      );
    }
    case 'fill': {
      const text = answer.kind === 'text' ? answer.text.trim() : '';
      if (text === '') return invalid('Fill in the blank first.');
      return graded(scoreFill(question.accepted, text, question.case_sensitive));
    }
    case 'number': {
      const text = answer.kind === 'text' ? answer.text.trim() : '';
      if (!/^-?\d+([.,]\d+)?$/.test(text)) return invalid('Give a number.');
      return graded(scoreNumber(question.answer, Number(text.replace(',', '.'))));
    }
    case 'build': {
      const chosen = answer.kind === 'options' ? answer.chosen : [];
      if (chosen.length === 0) return invalid('Change something on the board first.');
      if (chosen.length > question.at_most) {
        return invalid(`Make at most ${question.at_most} of the changes: you have made ${chosen.length}.`);
      }
      if (judge === null) return invalid('The simulator is not loaded yet. Try again in a moment.');
      return graded(scoreBuild(judge(question, chosen).map((check) => check.passed)));
    }
    default:
      return assertNever(question);
  }
}

/** Whether an answer can be graded; what cannot be meant as an answer counts as unanswered. */
export const isAnswered = (question: Question, answer: Answer | undefined): boolean =>
  answer !== undefined && gradeAnswer(question, answer, () => []).kind === 'graded';

const invalid = (message: string): Grading => ({ kind: 'invalid', message });
const graded = (score: Score): Grading => ({ kind: 'graded', right: equal(score.strict, ONE), ...score });

/**
 * Misconceptions behind the wrong options that an answer chose, or behind an answer as a whole.
 * @param predictedWrongAnswers wrong answers that holders of a misconception give, where no option can carry it
 */
export function beliefsIn(
  question: Question,
  answer: Answer,
  predictedWrongAnswers: readonly PredictedWrongAnswer[] = [],
): string[] {
  const given = new Set(wholeOf(answer));
  const lured = predictedWrongAnswers
    .filter((predictedWrongAnswer) => given.has(predictedWrongAnswer.answer))
    .map((predictedWrongAnswer) => predictedWrongAnswer.misconception);
  const offered =
    question.type === 'build' ? question.palette : 'options' in question ? question.options : [];
  const chosen = answer.kind === 'options' ? answer.chosen : [];
  const wrong = offered.filter((option) => !option.correct && chosen.includes(option.id));
  return [...new Set([...lured, ...wrong.flatMap((option) => option.misconception ?? [])])];
}

/** An answer as lures write it. */
function wholeOf(answer: Answer): string[] {
  switch (answer.kind) {
    case 'options':
      return [];
    case 'rows':
      return Object.entries(answer.chosen).map(([row, column]) => `${row}=${column}`);
    case 'order':
      return [answer.things.join(' ')];
    case 'text':
      return [answer.text.trim()];
  }
}

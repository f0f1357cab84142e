import { assertNever } from '#model/problem.ts';
import type { Question } from '#model/question.ts';
import { equal, ONE } from './fraction.ts';
import {
  type Score,
  scoreChoice,
  scoreFill,
  scoreNumber,
  scoreOrder,
  scoreRows,
  scoreSelection,
} from './scoring.ts';

/** What a learner gives: chosen options, one column a row, things in order, or a text. */
export type Answer =
  | { kind: 'options'; chosen: string[] }
  | { kind: 'rows'; chosen: Record<string, string> }
  | { kind: 'order'; things: string[] }
  | { kind: 'text'; text: string };

/** `invalid`: it cannot be meant as an answer, so it is not graded; say why and let it be mended. */
export type Grading = { kind: 'invalid'; message: string } | ({ kind: 'graded'; right: boolean } & Score);

/** The empty answer of a question, which is what is shown first. */
export function emptyAnswer(question: Question): Answer {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'pick':
    case 'truefalse':
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

/** Grades an answer by scoring version 1. */
export function grade(question: Question, answer: Answer): Grading {
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
    default:
      return assertNever(question);
  }
}

const invalid = (message: string): Grading => ({ kind: 'invalid', message });
const graded = (score: Score): Grading => ({ kind: 'graded', right: equal(score.strict, ONE), ...score });

import type { Answer } from '#model/quiz/answer.ts';
import type { Question } from '#model/quiz/question.ts';
import { type Fraction, fraction, plus, ZERO } from '../lib/fraction.ts';
import type { Judged } from './grade.ts';

/** One line of the sum by which a partial score comes about. */
export interface ScoreLine {
  text: string;
  value: Fraction;
}

/**
 * How the partial score adds up, option by option; null where there is nothing to add up (one option, a word, a
 * number). The lines add up to the score; a sum below 0 counts as 0.
 */
export function scoreBreakdown(
  question: Question,
  answer: Answer,
  judged: readonly Judged[] = [],
): ScoreLine[] | null {
  switch (question.type) {
    case 'multi':
    case 'pick': {
      const chosen = answer.kind === 'options' ? answer.chosen : [];
      const keys = question.options.filter((option) => option.correct).length;
      const distractors = question.options.length - keys;
      return question.options
        .filter((option) => option.correct || chosen.includes(option.id))
        .map((option) => ({
          text: `${option.text}: ${option.correct ? (chosen.includes(option.id) ? 'right, chosen' : 'right, not chosen') : 'wrong, chosen'}`,
          value: !chosen.includes(option.id)
            ? ZERO
            : option.correct
              ? fraction(1, keys)
              : fraction(-1, distractors),
        }));
    }
    case 'table':
    case 'match': {
      const chosen = answer.kind === 'rows' ? answer.chosen : {};
      const n = question.rows.length;
      const k = question.type === 'table' ? question.columns.length : question.choices.length;
      return question.rows.map((row) => {
        const right = chosen[row.id] === row.correct;
        return {
          text: `${row.text}: ${right ? 'right' : chosen[row.id] === undefined ? 'no answer' : 'wrong'}`,
          value: right ? fraction(1, n) : fraction(-1, (k - 1) * n),
        };
      });
    }
    case 'order': {
      const given = answer.kind === 'order' ? answer.things : [];
      const n = question.things.length;
      const pairs = (n * (n - 1)) / 2;
      const names = new Map(question.things.map((thing, i) => [thing.id, { i, text: thing.text }]));
      const lines: ScoreLine[] = [{ text: 'Everything in order', value: fraction(1) }];
      for (const [i, a] of given.entries()) {
        for (const b of given.slice(i + 1)) {
          const [first, later] = [names.get(a), names.get(b)];
          if (first !== undefined && later !== undefined && first.i > later.i)
            lines.push({ text: `${first.text} before ${later.text}`, value: fraction(-2, pairs) });
        }
      }
      return lines;
    }
    case 'build':
      return judged.map((check) => ({
        text: `${question.checks.find((c) => c.id === check.id)?.text ?? check.id}: ${check.passed ? 'passed' : 'failed'}`,
        value: check.passed ? fraction(1, judged.length) : ZERO,
      }));
    case 'single':
    case 'truefalse':
    case 'fill':
    case 'number':
      return null;
  }
}

/** The lines added up, not below 0. */
export function breakdownTotal(lines: readonly ScoreLine[]): Fraction {
  const sum = lines.reduce((so, line) => plus(so, line.value), ZERO);
  return sum.top < 0 ? ZERO : sum;
}

/** A fraction as it is written in a sum: `+1/2`, `−1/3`, `0`. */
export function fractionText({ top, bottom }: Fraction): string {
  if (top === 0) return '0';
  const size = bottom === 1 ? `${Math.abs(top)}` : `${Math.abs(top)}/${bottom}`;
  return `${top < 0 ? '−' : '+'}${size}`;
}

import { describe, expect, it } from 'vitest';
import type { Answer } from '#model/quiz/answer.ts';
import type { Question } from '#model/quiz/question.ts';
import { judgeBuild } from '#quiz/types/judgeBuild.ts';
import { gradeAnswer } from '#quiz/scoring/gradeAnswer.ts';
import { typeOf } from '#quiz/types/index.ts';
import { startOrder } from '#quiz/types/order.ts';
import { randomOf } from '#quiz/lib/random.ts';
import { fractionText, breakdownTotal } from '#quiz/scoring/scoreBreakdown.ts';
import { BANK } from '../content/bank.ts';

const questions = BANK.map(([, question]) => question);

/** Answers of all kinds to a question: some right, most not. */
function answersTo(question: Question): Answer[] {
  const random = randomOf(11);
  const some = (ids: readonly string[]) => ids.filter(() => random.below(2) === 0);
  return Array.from({ length: 6 }, (): Answer => {
    if ('options' in question) return { kind: 'options', chosen: some(question.options.map((o) => o.id)) };
    if ('palette' in question) return { kind: 'options', chosen: some(question.palette.map((o) => o.id)) };
    if ('things' in question)
      return { kind: 'order', things: random.shuffle(question.things.map((t) => t.id)) };
    if ('rows' in question) {
      const choices = question.type === 'table' ? question.columns : question.choices;
      const pick = () => random.shuffle(choices.map((c) => c.id))[0] ?? '';
      return { kind: 'rows', chosen: Object.fromEntries(question.rows.map((row) => [row.id, pick()])) };
    }
    return { kind: 'text', text: '1' };
  });
}

describe('the sum, option by option', () => {
  it('adds up to the score for every question and answer', () => {
    let added = 0;
    for (const question of questions) {
      for (const answer of [typeOf(question).correctAnswer(question), ...answersTo(question)]) {
        const grading = gradeAnswer(question, answer, judgeBuild);
        if (grading.kind !== 'graded') continue;
        const judged =
          question.type === 'build' && answer.kind === 'options' ? judgeBuild(question, answer.chosen) : [];
        const lines = typeOf(question).breakdown(question, answer, judged);
        if (lines === null) continue;
        added++;
        expect(breakdownTotal(lines), question.id).toEqual(grading.partial);
      }
    }
    expect(added).toBeGreaterThan(300);
  });

  it.each([
    [{ top: 1, bottom: 2 }, '+1/2'],
    [{ top: -1, bottom: 3 }, '−1/3'],
    [{ top: 1, bottom: 1 }, '+1'],
    [{ top: 0, bottom: 1 }, '0'],
  ])('writes %o as %s', (value, text) => expect(fractionText(value)).toBe(text));
});

describe('a question as it is presented', () => {
  it('has the same parts and the same key, in another order under another seed', () => {
    let moved = 0;
    for (const question of questions) {
      const [one, same, other] = [1, 1, 2].map((seed) => typeOf(question).present(question, seed));
      expect(one).toEqual(same);
      if (JSON.stringify(one) !== JSON.stringify(other)) moved++;
      if (one === undefined) continue;
      expect(gradeAnswer(one, typeOf(question).correctAnswer(question), judgeBuild)).toMatchObject({
        kind: 'graded',
        right: true,
      });
      if ('options' in question && 'options' in one) {
        expect(one.options.map((o) => o.id).sort()).toEqual(question.options.map((o) => o.id).sort());
        if (question.options.some((o) => o.pin === 'last')) expect(one.options.at(-1)?.pin).toBe('last');
      }
    }
    expect(moved).toBeGreaterThan(150);
  });

  it('never shows the key of an ordering first', () => {
    for (const question of questions) {
      if (question.type !== 'order') continue;
      for (let seed = 0; seed < 50; seed++)
        expect(startOrder(question.things, seed, question.id)).not.toEqual(question.things.map((t) => t.id));
    }
  });

  it('has a reason and facts for every part', () => {
    for (const question of questions)
      for (const reason of typeOf(question).reasons(question, typeOf(question).correctAnswer(question), [])) {
        expect(reason.explanation, question.id).not.toBe('');
        expect(reason.facts.length, question.id).toBeGreaterThan(0);
      }
  });
});

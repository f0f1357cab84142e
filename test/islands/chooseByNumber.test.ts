import { describe, expect, it } from 'vitest';
import { chooseByNumber } from '#islands/quiz/item/OptionList.tsx';
import type { Answer } from '#model/quiz/answer.ts';
import { typeOf } from '#quiz/types/index.ts';
import { questionIn } from '../content/bank.ts';

const chosen = (answer: Answer | null) => (answer?.kind === 'options' ? answer.chosen : answer);

describe('the key of a number', () => {
  it.each([
    ['auto-apply/auto-apply-and-soft-mandatory', 'one'],
    ['permissions/true-of-workspace-roles', 'several'],
    ['firing/build-quiet-target', 'one'],
    ['auto-apply/build-chain-to-the-end', 'several'],
  ])('in %s chooses %s', (name, how) => {
    const question = questionIn(name);
    const offered = question.type === 'build' ? question.palette : 'options' in question && question.options;
    const [one, two] = offered || [];
    const first = chooseByNumber(question, typeOf(question).emptyAnswer, 1);
    expect(chosen(first)).toEqual([one?.id]);
    if (first === null) throw new Error('nothing was chosen');
    const second = chooseByNumber(question, first, 2);
    expect(chosen(second)).toEqual(how === 'several' ? [one?.id, two?.id] : [two?.id]);
    // Once more takes it back where several are chosen.
    if (second === null) throw new Error('nothing was chosen');
    expect(chosen(chooseByNumber(question, second, 2))).toEqual(how === 'several' ? [one?.id] : [two?.id]);
  });

  it('chooses nothing where there is no such option, or no options at all', () => {
    const question = questionIn('auto-apply/auto-apply-and-soft-mandatory');
    expect(chooseByNumber(question, typeOf(question).emptyAnswer, 9)).toBeNull();
    expect(chooseByNumber(question, { kind: 'order', things: [] }, 1)).toBeNull();
  });
});

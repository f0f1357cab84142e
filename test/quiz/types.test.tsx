import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AnswerFields } from '#islands/quiz/item/AnswerFields.tsx';
import type { Answer } from '#model/quiz/answer.ts';
import { toAnki } from '#quiz/exchange/anki.ts';
import { portableItems } from '#quiz/exchange/boardText.ts';
import { toGift } from '#quiz/exchange/gift.ts';
import { importQuestions } from '#quiz/exchange/importQuestions.ts';
import { toQti } from '#quiz/exchange/qti.ts';
import { isEmpty } from '#quiz/scoring/comparison.ts';
import { gradeAnswer } from '#quiz/scoring/gradeAnswer.ts';
import { breakdownTotal } from '#quiz/scoring/scoreBreakdown.ts';
import { EXAMPLES, TYPES, typeOf } from '#quiz/types/index.ts';
import { judgeBuild } from '#quiz/types/judgeBuild.ts';
import { TYPE_EXAMPLES } from './typeExamples.ts';
import { readXml } from './xml.ts';

const fraction = (score: number | string): { top: number; bottom: number } => {
  const [top = 0, bottom = 1] = String(score).split('/').map(Number);
  return { top, bottom };
};

/** Every type by its own example: a new one is held as soon as it is in the index. */
describe.each(TYPE_EXAMPLES)('%s', (type, question) => {
  const module = typeOf(question);
  const { answers } = EXAMPLES[type]();
  const key = module.correctAnswer(question);

  it('is the type that its form names, with a key in order', () => {
    expect(question.type).toBe(type);
    expect(module).toBe(TYPES[type]);
    expect(module.keyProblem(question)).toBeNull();
    expect(module.flaw(question, [])).toBeNull();
    expect(Object.values(TYPES).filter(({ label }) => label === module.label)).toHaveLength(1);
  });

  it('says what a right answer is worth, and a wrong one', () => {
    const scores = answers.map(([, score]) => score);
    expect(scores).toContain(1);
    expect(scores.filter((score) => score !== null && score !== 1).length).toBeGreaterThan(0);
  });

  it.each(answers)('grades %o as %s', (answer, score) => {
    const grading = gradeAnswer(question, answer, judgeBuild);
    if (score === null || grading.kind === 'invalid') {
      expect([score, grading.kind]).toEqual([null, 'invalid']);
      expect(grading).toMatchObject({ message: expect.stringMatching(/^[A-Z].*\.$/) });
      return;
    }
    const { top, bottom } = fraction(score);
    expect(grading.partial).toEqual({ top, bottom });
    expect(grading.right).toBe(score === 1);
    const chosen = answer.kind === 'options' ? answer.chosen : [];
    const judged = question.type === 'build' ? judgeBuild(question, chosen) : [];
    const lines = module.breakdown(question, answer, judged);
    if (lines !== null) expect(breakdownTotal(lines)).toEqual({ top, bottom });
    else expect(module.severalAnswers).toBe(false);
    expect(isEmpty(module.compare(question, answer))).toBe(false);
    for (const reason of module.reasons(question, answer, judged)) {
      expect(reason.explanation).not.toBe('');
      expect(reason.facts.length).toBeGreaterThan(0);
    }
  });

  it('has a right answer, and an empty one that is none', () => {
    expect(gradeAnswer(question, key, judgeBuild)).toMatchObject({ kind: 'graded', right: true });
    expect(gradeAnswer(question, module.emptyAnswer, judgeBuild).kind).toBe('invalid');
    expect(isEmpty(module.compare(question, module.emptyAnswer))).toBe(true);
    // What is shown untouched can be answered as it is, and is not the key.
    const untouched = module.untouched(question, module.emptyAnswer, 1);
    if (untouched !== null)
      expect(gradeAnswer(question, untouched, judgeBuild)).toMatchObject({ kind: 'graded', right: false });
    expect(module.untouched(question, key, 1)).toBeNull();
  });

  it('keeps its key and its parts, however it is shuffled', () => {
    for (let seed = 0; seed < 20; seed++) {
      const shown = module.present(question, seed);
      expect(gradeAnswer(shown, key, judgeBuild)).toMatchObject({ kind: 'graded', right: true });
      const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).sort();
      expect(ids(module.parts(shown))).toEqual(ids(module.parts(question)));
    }
  });

  it('has fields, and shows each of its parts in them', () => {
    const shown = (answer: Answer) =>
      renderToStaticMarkup(
        <AnswerFields
          question={question}
          answer={answer}
          onChange={() => undefined}
          disabled={false}
          checked={false}
          name="q"
          seed={1}
          scenario={null}
          board={null}
        />,
      );
    const html = shown(module.emptyAnswer);
    expect(html).toMatch(/<(input|select|button)/);
    expect(shown(key)).not.toBe(html);
    for (const { text } of module.parts(question))
      expect(html).toContain(text.replace(/[`*]/g, '').slice(0, 6));
  });

  it('goes to other programs, unless only the simulator can grade it', () => {
    const items = [{ question, seed: null, scenario: null }];
    const portable = module.form(question).form !== 'changes';
    expect(portableItems(items)).toHaveLength(portable ? 1 : 0);
    if (!portable) return;
    expect(importQuestions(toGift(items))).toMatchObject({ drafts: [{ id: question.id }], problems: [] });
    expect(toAnki(items)).toContain(`runchain-${question.id}`);
    expect(toQti(items).map(({ text }) => readXml(text).name)).toEqual(['manifest', 'qti-assessment-item']);
  });
});

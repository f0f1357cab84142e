import { describe, expect, it } from 'vitest';
import { parseQuestion, type Question } from '#model/quiz/question.ts';
import type { QuestionDraft } from '#quiz/exchange/questionDraft.ts';
import { toGift } from '#quiz/exchange/gift.ts';
import { importQuestions } from '#quiz/exchange/importQuestions.ts';
import { generated, items, odd } from './exchangeItems.ts';

const line = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('->', '→').trim();

/** What a draft must say if nothing of the question was lost on the way. */
function expected(question: Question): Partial<QuestionDraft> {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'pick':
    case 'truefalse':
      return {
        type: question.type === 'pick' ? 'multi' : question.type,
        options: (question.type === 'truefalse'
          ? ['true', 'false'].flatMap((id) => question.options.filter((o) => o.id === id))
          : question.options
        ).map((o) => ({
          id: expect.any(String),
          text: question.type === 'truefalse' ? (o.id === 'true' ? 'True' : 'False') : line(o.text),
          correct: o.correct,
          explanation: line(o.explanation),
          facts: [],
        })),
      };
    case 'fill':
      return { type: 'fill', accepted: question.accepted.map(line), explanation: line(question.explanation) };
    case 'number':
      return { type: 'number', answer: question.answer, explanation: line(question.explanation) };
    default:
      return { type: 'match' };
  }
}

describe('GIFT', () => {
  const { drafts, problems } = importQuestions(
    toGift([...items, { question: odd, seed: null, scenario: null }]),
  );

  it('comes back through our own import, nothing lost', () => {
    expect(problems).toEqual([]);
    const questions = [...items.map((item) => item.question), odd];
    expect(drafts.map((d) => d.id)).toEqual(questions.map((q) => q.id));
    for (const [i, question] of questions.entries()) {
      expect(drafts[i], question.id).toMatchObject({
        draft: true,
        topic: question.topic,
        ...expected(question),
      });
      expect(drafts[i]?.stem.startsWith(question.stem.trim()), question.id).toBe(true);
    }
  });

  it('keeps the pairs of tables, matches and orders', () => {
    for (const [i, { question }] of items.entries()) {
      const draft = drafts[i];
      const text = (id: string) => draft?.choices?.find((c) => c.id === id)?.text;
      const pairs = draft?.rows?.map((row) => [row.text, text(row.correct)]);
      if ('things' in question)
        expect(pairs).toEqual(question.things.map((t, n) => [line(t.text), String(n + 1)]));
      if (!('rows' in question)) continue;
      const choices = question.type === 'table' ? question.columns : question.choices;
      const of = (id: string) => line(choices.find((c) => c.id === id)?.text ?? '');
      expect(pairs, question.id).toEqual(question.rows.map((row) => [line(row.text), of(row.correct)]));
      expect(draft?.choices?.map((c) => c.text).sort()).toEqual(
        [...new Set(choices.map((c) => line(c.text)))].sort(),
      );
    }
  });

  it('says the seed of generated items, and their board', () => {
    const text = toGift(generated);
    expect(text).toContain('// which-run-2-2: objective 6a');
    expect(text).toContain('Which workspaces get a run? (seed 2)');
    expect(text).toContain('triggered by `');
  });

  it('gives shares that add up to 100, and never a positive one for a wrong option', () => {
    for (const [, block = ''] of toGift(items).matchAll(/\{\n(~%[\s\S]*?)\n\}/g)) {
      const shares = [...block.matchAll(/^~%(-?[\d.]+)%/gm)].map((m) => Number(m[1]));
      const right = shares.filter((s) => s > 0);
      expect(right.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 3);
      expect(shares.filter((s) => s < 0).reduce((a, b) => a + b, 0)).toBeCloseTo(-100, 3);
    }
  });
});

describe('GIFT from elsewhere', () => {
  it('is read with titles, feedback, comments and a blank inside the text', () => {
    const { drafts, problems } = importQuestions(
      [
        '// a comment',
        '$CATEGORY: $course$/top/Terraform',
        '',
        '::Q1:: What does a trigger name? {',
        '  =its source # right \\: yes',
        '',
        '  ~its target',
        '  ~%50%something',
        '}',
        '',
        'A trigger {=runs =starts} another workspace.',
        '',
        'Two and two {#4}',
        '',
        'The sun is cold.{F}',
        '',
        'Match. {=a -> 1 =b -> 2 = -> 3 ####in general}',
      ].join('\r\n'),
    );
    expect(problems).toEqual([]);
    expect(drafts.map((d) => d.type)).toEqual(['single', 'fill', 'number', 'truefalse', 'match']);
    expect(drafts[0]).toMatchObject({ id: 'q1', topic: 'Terraform', stem: 'What does a trigger name?' });
    expect(drafts[0]?.options?.map((o) => [o.text, o.correct, o.explanation])).toEqual([
      ['its source', true, 'right : yes'],
      ['its target', false, ''],
      ['something', false, ''],
    ]);
    expect(drafts[1]).toMatchObject({
      stem: 'A trigger ____ another workspace.',
      accepted: ['runs', 'starts'],
    });
    expect(drafts[2]).toMatchObject({ answer: 4 });
    expect(drafts[3]?.options?.map((o) => o.correct)).toEqual([false, true]);
    expect(drafts[4]?.rows?.map((r) => [r.text, r.explanation])).toEqual([
      ['a', 'in general'],
      ['b', 'in general'],
    ]);
    expect(drafts[4]?.choices?.map((c) => c.text)).toEqual(['1', '2', '3']);
  });

  it.each([
    ['a description\n\nAnother {=a ~b}', 1, 'no answers in braces'],
    ['\n::title without end\n{=a ~b}', 2, 'the title has no end'],
    ['Q {=a ~b', 1, 'the answers have no end'],
    ['Q } {=a ~b}', 1, 'a } closes nothing'],
    ['Essay {}', 1, 'is an essay'],
    ['Q {~a ~b}', 1, 'has no right answer'],
    ['Q {~%50%a ~%50%b}', 1, 'only right answers'],
    ['Q {=a =b ~c}', 1, 'several answers with ='],
    ['Q {text}', 1, 'must begin with'],
    ['Q {#1..3}', 1, 'ranges are not supported'],
    ['Q {#3:1}', 1, 'has a tolerance'],
    ['Q {#=1 =2}', 1, 'several numbers'],
    ['Q {=a -> }', 1, 'nothing after ->'],
    ['Q {=a -> 1}', 1, 'fewer than two pairs'],
    ['Q {=a {x} ~b}', 1, 'a { is in the answers'],
    ['{=a ~b}', 1, 'no text before'],
    ['Q {=a ~}', 1, 'an answer is empty'],
    ['One {=a ~b}\n\n\nTwo {~a ~b}', 4, 'no right answer'],
    ['', 1, 'has no question'],
  ])('%j is refused at line %i', (text, at, words) => {
    const { problems } = importQuestions(text);
    expect(problems[0]).toMatchObject({ line: at });
    expect(problems[0]?.message).toContain(words);
  });
});

describe('Aiken', () => {
  it('is read as single choice', () => {
    const { drafts, problems } = importQuestions(
      'Who names the source?\nIn one word.\nA. The target\nB) The source\nANSWER: A\n\nNext?\nA. Yes\nB. No\nANSWER: B\n',
    );
    expect(problems).toEqual([]);
    expect(drafts.map((d) => d.options?.map((o) => [o.id, o.text, o.correct]))).toEqual([
      [
        ['the-target', 'The target', true],
        ['the-source', 'The source', false],
      ],
      [
        ['yes', 'Yes', false],
        ['no', 'No', true],
      ],
    ]);
    expect(drafts[0]?.stem).toBe('Who names the source?\nIn one word.');
  });

  it.each([
    ['Q\nA. a\nB. b\nANSWER: C', 4, 'must be one of A, B'],
    ['Q\nA. a\nANSWER: A', 3, 'fewer than two options'],
    ['Q\nA. a\nA. b\nANSWER: A', 4, 'the same letter'],
    ['\nANSWER: A', 2, 'belongs to no question'],
    ['Q\nA. a\nB. b\nnot an option\nANSWER: A', 4, 'between options and ANSWER'],
    ['Q\nA. a\nB. b\nANSWER: A\n\nQ2\nA. a\nB. b', 6, 'no line "ANSWER'],
  ])('%j is refused at line %i', (text, at, words) => {
    const { problems } = importQuestions(text);
    expect(problems[0]).toMatchObject({ line: at });
    expect(problems[0]?.message).toContain(words);
  });
});

describe('drafts', () => {
  it('are no questions of the bank, whatever they say', () => {
    const { drafts } = importQuestions(toGift(items));
    for (const draft of drafts) {
      const filled = {
        ...draft,
        objective: '6a',
        topic: 'topic',
        rules: ['RT-01'],
        options: draft.options?.map((o) => ({ ...o, explanation: 'Because.', facts: ['RT-01'] })),
      };
      expect(parseQuestion(filled).ok).toBe(false);
    }
    expect(drafts.every((d) => d.draft)).toBe(true);
  });
});

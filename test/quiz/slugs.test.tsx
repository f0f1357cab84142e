// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import AnswerFeedback from '#islands/quiz/item/AnswerFeedback.tsx';
import { Statistics } from '#islands/quiz/progress/Statistics.tsx';
import type { Answer } from '#model/quiz/answer.ts';
import { toAnki } from '#quiz/exchange/anki.ts';
import { statementsOf } from '#quiz/exchange/statements.ts';
import { toGift } from '#quiz/exchange/gift.ts';
import { toQti } from '#quiz/exchange/qti.ts';
import { familyTitle, nameOfItem } from '#quiz/generators/kit/familyTitles.ts';
import { GENERATORS, generate } from '#quiz/generators/index.ts';
import type { Item } from '#quiz/types/item.ts';
import { MISCONCEPTIONS } from '#quiz/misconceptions/index.ts';
import { assumptionOf, BELIEFS } from '#quiz/misconceptions/sentence.ts';
import { BANK as QUESTIONS } from '../content/bank.ts';

vi.mock('#state/quiz/bank.ts', async (original) => ({
  ...(await original<object>()),
  loadFacts: async () => new Map(),
}));
vi.mock('#state/boards/shareLink.ts', () => ({ encodeShare: async () => '#board' }));
afterEach(cleanup);

const BANK: Item[] = QUESTIONS.map(([, question]) => ({ question, seed: null, scenario: null }));
const DRAWN: Item[] = GENERATORS.flatMap(({ id }) =>
  Array.from({ length: 50 }, (_, i) => generate(id, i + 1)).flatMap((item) => item ?? []),
);
/** Names that are for programs, as far as they have a hyphen: one word alone may be English. */
const SLUGS = new Set([...BELIEFS, ...MISCONCEPTIONS.map((m) => m.id), ...GENERATORS.map((g) => g.id)]);
const namesIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\w-])[a-z]+(?:-[a-z0-9]+)+(?![\w-])/g)]
    .map(([word]) => word)
    .filter((w) => SLUGS.has(w));

/** Answers that show every belief behind a question. */
function wrongAnswers({ question, predictedWrongAnswers = [] }: Item): Answer[] {
  if ('options' in question)
    return question.options
      .filter((o) => o.misconception !== null)
      .map((o) => ({ kind: 'options', chosen: [o.id] }));
  return predictedWrongAnswers.map(({ answer }): Answer => {
    if (question.type === 'order') return { kind: 'order', things: answer.split(' ') };
    if (question.type === 'table') {
      const [row = '', column = ''] = answer.split('=');
      return { kind: 'rows', chosen: { [row]: column } };
    }
    return { kind: 'text', text: answer };
  });
}

const feedback = (item: Item, answer: Answer): string =>
  render(
    <AnswerFeedback
      item={item}
      question={item.question}
      answer={answer}
      certainty={null}
      judge={null}
      bank=""
      sandbox=""
      contentVersion=""
    />,
  ).container.textContent ?? '';

describe('no name of a misconception or family reaches a person', () => {
  it('in the feedback to an answer, which says what the learner may have assumed', () => {
    let said = 0;
    for (const item of [...BANK, ...DRAWN.filter(({ seed }) => (seed ?? 0) <= 5)])
      for (const answer of wrongAnswers(item).slice(0, 1)) {
        const text = feedback(item, answer);
        expect(namesIn(text), item.question.id).toEqual([]);
        if (text.includes('You may have assumed that ')) said++;
        else
          throw new Error(
            `${item.question.id} says nothing of the assumption behind ${JSON.stringify(answer)}`,
          );
        cleanup();
      }
    expect(said).toBeGreaterThan(250);
  }, 120_000);

  it('in what is asked and explained', () => {
    for (const { question } of [...BANK, ...DRAWN]) {
      const { id: _, family: _family, ...rest } = question;
      const texts: string[] = [];
      JSON.stringify(rest, (key, value: unknown) => {
        if (typeof value === 'string' && ['stem', 'text', 'explanation', 'unit'].includes(key))
          texts.push(value);
        return value;
      });
      expect(texts.flatMap(namesIn), question.id).toEqual([]);
    }
  });

  it('in the statistics of the log', () => {
    const { container } = render(
      <Statistics
        items={GENERATORS.map((g) => ({
          item: `${g.id}/RT-01`,
          topic: 'firing',
          asked: 2,
          right: 1,
          first: true,
        }))}
        exams={[]}
        beliefs={[...BELIEFS, 'a-belief-of-old'].map((belief) => ({ belief, times: 1 }))}
      />,
    );
    expect(namesIn(container.textContent ?? '')).toEqual([]);
    expect(container.textContent).toContain('Who may do what?');
    expect(container.textContent).not.toContain('of-old');
  });

  it('in files for other programs, but for the ids of items', () => {
    const ids = new RegExp(DRAWN.map(({ question }) => question.id).join('|'), 'g');
    const all = [toGift(DRAWN), toAnki(DRAWN), ...toQti(DRAWN).map(({ text }) => text)].join('\n');
    expect(namesIn(all.replace(ids, ''))).toEqual([]);
  });

  it('in what learning systems and record stores are told', () => {
    for (const { id, title } of GENERATORS) {
      const answer = { item: `${id}-2-7`, card: `${id}/RT-01`, seed: 7 };
      expect(nameOfItem(answer)).toBe(title);
      expect(nameOfItem({ item: `${id}-7`, card: null, seed: 7 })).toBe(title);
      const [statement] = statementsOf(
        [
          {
            ...answer,
            ...{ kind: 'answer', id: 'a', at: 0, day: 0, rating: null, strict: false, partial: [0, 1] },
            ...{
              certainty: null,
              ms: null,
              mode: 'practice',
              contentVersion: '',
              scoring: 1,
              objective: null,
            },
            ...{ topic: null, rules: [], beliefs: [], session: null },
          },
        ],
        'a@example.com',
        () => '2026-01-01T00:00:00Z',
      );
      expect(statement?.object.definition.name['en-US']).toBe(title);
    }
  });
});

describe('what a learner may have assumed', () => {
  it('is a sentence in the second person, one for each belief', () => {
    const sentences = BELIEFS.map((belief) => assumptionOf(belief) ?? '');
    expect(new Set(sentences).size).toBe(BELIEFS.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^You may have assumed that \S.*[^.]\.$/);
    for (const { id } of MISCONCEPTIONS) expect(assumptionOf(id), id).not.toBeNull();
    expect(assumptionOf('a-belief-of-old')).toBeNull();
  });

  it('and every family has its title where no generator is loaded', () => {
    for (const { id, title } of GENERATORS) expect(familyTitle(id)).toBe(title);
  });
});

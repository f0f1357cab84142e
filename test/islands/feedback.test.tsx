// @vitest-environment happy-dom
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { createRef } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import AnswerFeedback from '#islands/quiz/item/AnswerFeedback.tsx';
import { QuestionView } from '#islands/quiz/item/QuestionView.tsx';
import { Verdict } from '#islands/quiz/item/Verdict.tsx';
import type { Answer } from '#model/quiz/answer.ts';
import { QUESTION_TYPES, type Question } from '#model/quiz/question.ts';
import { judgeBuild } from '#quiz/types/judgeBuild.ts';
import { GENERATORS, generate } from '#quiz/generators/index.ts';
import { gradeAnswer } from '#quiz/scoring/gradeAnswer.ts';
import type { Item } from '#quiz/types/item.ts';
import { typeOf } from '#quiz/types/index.ts';
import { MISCONCEPTIONS } from '#quiz/misconceptions/index.ts';
import { BANK } from '../content/bank.ts';
import { TYPE_EXAMPLES } from '../quiz/typeExamples.ts';
import { SHOWN_FACTS } from '../content/shownFacts.ts';

vi.mock('#state/quiz/bank.ts', async (original) => ({
  ...(await original<object>()),
  loadFacts: async () => SHOWN_FACTS,
}));
/** The facts are there at once, so that a thousand screens are each rendered once; the last test loads them. */
vi.mock('#islands/quiz/item/Sources.tsx', async (original) => ({
  ...(await original<object>()),
  useFacts: () => SHOWN_FACTS,
}));

afterEach(cleanup);

const plain = (text: string): string =>
  text
    .replace(/`([^`]+)`|\*\*([^*]+)\*\*|\*([^\s*][^*]*)\*/g, '$1$2$3')
    .replace(/\s+/g, ' ')
    .trim();
const read = (node: Element | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const lines = (node: Element | null): string[] => [...(node?.querySelectorAll('li') ?? [])].map(read);

type Kind = 'right' | 'wrong' | 'partly' | 'empty' | 'unfinished';

/** Answers of every kind that a question has. */
function answersTo(question: Question): Partial<Record<Kind, Answer>> {
  const options = (chosen: readonly string[]): Answer => ({ kind: 'options', chosen: [...chosen] });
  const always = { right: typeOf(question).correctAnswer(question), empty: typeOf(question).emptyAnswer };
  const form = typeOf(question).form(question);
  if (form.form === 'rows') {
    const { choices } = form;
    const wrong = form.rows.map((r) => [r.id, choices.find((c) => c.id !== r.correct)?.id ?? ''] as const);
    const first = form.rows.slice(0, 1).map((r) => [r.id, r.correct] as const);
    const rows = (chosen: readonly (readonly [string, string])[]): Answer => ({
      kind: 'rows',
      chosen: Object.fromEntries(chosen),
    });
    return {
      ...always,
      wrong: rows(wrong),
      partly: rows([...first, ...wrong.slice(1)]),
      unfinished: rows(first),
    };
  }
  if (form.form === 'order') {
    const ids = form.things.map((t) => t.id);
    return {
      ...always,
      wrong: { kind: 'order', things: [...ids.slice(1), ...ids.slice(0, 1)] },
      partly: { kind: 'order', things: [...ids.slice(0, -2), ...ids.slice(-2).reverse()] },
    };
  }
  if (form.form === 'text')
    return {
      ...always,
      wrong: { kind: 'text', text: form.number ? String(Number(form.accepted[0]) + 1) : 'nonsense' },
    };
  if (form.form === 'options' && form.pick === 'several') {
    const right = form.options.filter((o) => o.correct).map((o) => o.id);
    const wrong = form.options.filter((o) => !o.correct).map((o) => o.id);
    const n = form.count ?? 1;
    return {
      ...always,
      wrong: options([...wrong, ...right].slice(0, n)),
      partly: options([...right.slice(0, 1), ...wrong].slice(0, Math.max(n, 2))),
      ...(n > 1 ? { unfinished: options(right.slice(0, 1)) } : {}),
    };
  }
  const wrong = typeOf(question)
    .parts(question)
    .filter((part) => !part.correct)
    .find((part) => gradeAnswer(question, options([part.id]), judgeBuild).kind === 'graded');
  return { ...always, wrong: options(wrong === undefined ? [] : [wrong.id]) };
}

/** The question after checking, with everything below it, as a person sees it. */
function screenOf(item: Item, answer: Answer) {
  const { question } = item;
  const shared = { item, question, answer, judge: judgeBuild, bank: '/', sandbox: '/', contentVersion: '' };
  const container = document.createElement('div');
  container.innerHTML = renderToStaticMarkup(
    <>
      <QuestionView
        board={null}
        {...shared}
        onChange={() => undefined}
        disabled
        checked
        name="q"
        seed={0}
        stem={createRef<HTMLDivElement>()}
      />
      <div id="verdict">
        <Verdict {...shared} certainty="high" verdict={createRef<HTMLParagraphElement>()} />
      </div>
      <div id="feedback">
        <AnswerFeedback {...shared} certainty="high" />
      </div>
    </>,
  );
  const feedback = container.querySelector('#feedback');
  const part = (name: string) => feedback?.querySelector(`[data-part="${name}"]`) ?? null;
  return { container, feedback, verdict: container.querySelector('.quiz-verdict'), part };
}

/** What stands under *Your answer*. */
function yours(question: Question, answer: Answer): string[] {
  const mark = (right: boolean) => (right ? '✓ right' : '✗ wrong');
  if (answer.kind === 'rows' && 'rows' in question) {
    const choices = question.type === 'table' ? question.columns : question.choices;
    return question.rows.map((r) => {
      const given = choices.find((c) => c.id === answer.chosen[r.id]);
      if (given === undefined) return `${plain(r.text)}: no answer`;
      return `${plain(r.text)}: ${plain(given.text)} ${mark(given.id === r.correct)}`;
    });
  }
  if (answer.kind === 'order' && 'things' in question)
    return answer.things.map((id, i) => {
      const thing = question.things.find((t) => t.id === id);
      return `${plain(thing?.text ?? '')} ${mark(question.things[i]?.id === id)}`;
    });
  if (answer.kind === 'options' && 'options' in question)
    return question.options
      .filter((o) => answer.chosen.includes(o.id))
      .map((o) => `${plain(o.text)} ${mark(o.correct)}`);
  if (answer.kind === 'options' && 'palette' in question)
    return question.palette.filter((o) => answer.chosen.includes(o.id)).map((o) => plain(o.text));
  return [];
}

/** What stands under *Right answer*; of rows those that were not right. */
function key(question: Question, answer: Answer): string[] {
  if ('rows' in question) {
    const choices = question.type === 'table' ? question.columns : question.choices;
    const chosen = answer.kind === 'rows' ? answer.chosen : {};
    return question.rows
      .filter((r) => chosen[r.id] !== r.correct)
      .map((r) => `${plain(r.text)}: ${plain(choices.find((c) => c.id === r.correct)?.text ?? '')}`);
  }
  if ('things' in question) return question.things.map((t) => plain(t.text));
  if ('options' in question) return question.options.filter((o) => o.correct).map((o) => plain(o.text));
  if ('palette' in question) return question.palette.filter((o) => o.correct).map((o) => plain(o.text));
  return [];
}

const SLUGS = new Set([
  ...MISCONCEPTIONS.map((m) => m.id),
  ...BANK.flatMap(([, q]) =>
    ('options' in q ? q.options : 'palette' in q ? q.palette : []).flatMap((o) => o.misconception ?? []),
  ),
]);

function holds(item: Item, kind: Kind, answer: Answer) {
  const { question } = item;
  const { container, feedback, verdict, part } = screenOf(item, answer);
  const right = kind === 'right';

  expect(read(part('given')?.querySelector('dt') ?? null)).toBe('Your answer');
  if (kind === 'empty') {
    expect(read(part('given'))).toBe('Your answerYou didn’t answer this question.');
    expect(read(verdict)).toMatch(/^✗ Not answered\./);
  } else if (question.type === 'fill' || question.type === 'number') {
    const unit = question.type === 'number' && question.unit !== '' ? ` ${question.unit}` : '';
    const given = answer.kind === 'text' ? `${answer.text}${unit}` : '';
    expect(read(part('given'))).toBe(`Your answer${given} ${right ? '✓ right' : '✗ wrong'}`);
  } else expect(lines(part('given'))).toEqual(yours(question, answer));

  if (right) {
    expect(part('key')).toBeNull();
    expect(read(verdict)).toBe('✓ Right.');
    expect(read(part('given'))).not.toContain('✗');
  } else {
    expect(read(part('key')?.querySelector('dt') ?? null)).toBe(
      question.type === 'build' ? 'One right answer' : 'Right answer',
    );
    expect(read(part('key'))).not.toMatch(/[✗✓]/);
    if (question.type === 'fill') expect(read(part('key'))).toContain(question.accepted[0]);
    else if (question.type === 'number') expect(read(part('key'))).toContain(String(question.answer));
    else expect(lines(part('key'))).toEqual(key(question, answer));
    expect(read(verdict)).toMatch(/^✗ .*You felt sure, so this one is worth a second look\.$/);
    if (kind === 'unfinished') expect(read(verdict)).toContain('in part');
  }

  // Whatever is called wrong is a wrong option or change; a row, a place or a key never is.
  for (const reason of feedback?.querySelectorAll('.quiz-reasons > li') ?? []) {
    const label = read(reason.querySelector('strong'));
    if (!label.startsWith('✗ Wrong')) continue;
    if (!('options' in question)) throw new Error(`${question.type} calls something wrong: ${read(reason)}`);
    const text = read(reason.querySelector('p')).slice(label.length + 2);
    expect(question.options.find((o) => plain(o.text) === text)?.correct, text).toBe(false);
  }
  expect(read(part('why'))).not.toBe('Why');

  // The marks in the fields agree: what is marked as wrong is the learner's, and nothing is marked where there is nothing.
  for (const field of container.querySelectorAll('fieldset [data-state="wrong"]')) {
    if (kind === 'empty') expect(read(field)).toMatch(/✗ No answer ?Right answer: /);
    if (right) throw new Error(`marked as wrong: ${read(field)}`);
  }

  const said = read(feedback);
  expect([...SLUGS].filter((slug) => slug.includes('-') && said.includes(slug))).toEqual([]);
  expect(said).not.toMatch(/belief behind|undefined/);
  for (const label of feedback?.querySelectorAll('strong, dt, summary, th') ?? [])
    expect(read(label)).not.toMatch(/\b[A-Z]{2,4}-\d{2}\b/);
}

const ITEMS = [
  ...BANK.map(([name, question]): readonly [string, Item] => [
    name,
    { question, seed: null, scenario: null },
  ]),
  ...TYPE_EXAMPLES.map(([type, question]): readonly [string, Item] => [
    `example of ${type}`,
    { question, seed: null, scenario: null },
  ]),
  ...GENERATORS.map(({ id }): readonly [string, Item] => {
    const item = generate(id, 1);
    if (item === null) throw new Error(id);
    return [id, item];
  }),
];

describe('feedback tells the learner’s answer from the right one', () => {
  it.each(QUESTION_TYPES)(
    '%s: right, wrong, partly right, unfinished and empty',
    (type) => {
      const all = ITEMS.filter(([, { question }]) => question.type === type);
      expect(all.length).toBeGreaterThan(0);
      for (const [name, item] of all)
        for (const [kind, answer] of Object.entries(answersTo(item.question)))
          try {
            holds(item, kind as Kind, answer);
          } catch (error) {
            throw new Error(`${name}, ${kind}`, { cause: error });
          }
    },
    300_000,
  );

  it('has its facts as soon as they are loaded', async () => {
    const { useFacts } = await vi.importActual<typeof import('#islands/quiz/item/Sources.tsx')>(
      '#islands/quiz/item/Sources.tsx',
    );
    const { result } = renderHook(() => useFacts('/'));
    expect(result.current.size).toBe(0);
    await waitFor(() => expect(result.current).toBe(SHOWN_FACTS));
  });
});

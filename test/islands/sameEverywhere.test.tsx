// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { showReturning } from '#components/home/returningPanel.ts';
import Findings from '#islands/quiz/progress/Findings.tsx';
import { PracticeStart } from '#islands/quiz/practice/PracticeStart.tsx';
import { ReviewStart } from '#islands/quiz/review/ReviewStart.tsx';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import { type Entry, parseEntry } from '#model/quiz/entry.ts';
import type { ItemRef } from '#model/quiz/session.ts';
import { conditionsOf } from '#quiz/progress/nextSteps.ts';
import { movePlay, startPlay } from '#quiz/practice/play.ts';
import { readiness } from '#quiz/progress/readiness.ts';
import { dayOf, today } from '#state/app/clock.ts';
import { progressStore } from '#state/progress/progress.ts';
import type { SessionRecord } from '#state/progress/backend.ts';
import { SITE } from './quizSite.ts';

const CATALOGUE: Catalogue = {
  version: 'v',
  items: Array.from({ length: 24 }, (_, i) => ({
    id: `q${i}`,
    type: 'single' as const,
    objective: ['6a', '6b', '3d'][i % 3] ?? '6a',
    topic: ['firing', 'locks', 'state'][i % 3] ?? 'firing',
    family: `f${i}`,
    rules: [`R-${i}`],
    difficulty: 1 as const,
    enemies: [],
    generated: i >= 20,
    title: '',
  })),
  lessons: [{ id: 'l', title: 'L', objectives: [], facts: [] }],
  levels: [{ id: '01', title: 'First', rules: ['R-0', 'R-1', 'R-2'] }],
};
vi.mock('#state/quiz/bank.ts', async (original) => ({
  ...(await original<object>()),
  loadCatalogue: async () => ({ ok: true, value: CATALOGUE }),
  loadFacts: async () => new Map(),
}));

const ZONES = ['UTC', 'America/St_Johns', 'Pacific/Auckland'];
const zone = process.env['TZ'];

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await progressStore.getState().load();
});
afterEach(cleanup);
afterAll(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

/** Cards of the catalogue, and every sixth of a question that left the bank. */
const made = fc.record({
  zone: fc.constantFrom(...ZONES),
  /** Hour of a day: around four in the morning the learner's day turns. */
  hour: fc.constantFrom(0, 3, 4, 12, 23),
  answers: fc.array(
    fc.record({
      card: fc.nat(29),
      hoursAgo: fc.integer({ min: 1, max: 20 * 24 }),
      strict: fc.boolean(),
      mode: fc.constantFrom('review', 'practice', 'exam'),
    }),
    { maxLength: 70 },
  ),
  passed: fc.boolean(),
  fresh: fc.constantFrom(0, 3, 10),
  most: fc.constantFrom(2, 8, 40),
  /** Days to the exam. */
  exam: fc.constantFrom(null, -2, 3, 30),
  sessions: fc.array(
    fc.record({
      kind: fc.constantFrom('practice', 'review'),
      over: fc.boolean(),
      thrown: fc.boolean(),
    }),
    { maxLength: 6 },
  ),
});

function entry(given: Record<string, unknown>): Entry {
  const parsed = parseEntry(given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

type Made = typeof made extends fc.Arbitrary<infer T> ? T : never;

function logOf({ answers, passed, fresh, most, exam }: Made): Entry[] {
  const now = Date.now();
  const log = answers.map(({ card, hoursAgo, strict, mode }, i) => {
    const at = now - hoursAgo * 3_600_000 + i;
    return entry({
      kind: 'answer',
      id: `a${i}`,
      at,
      day: dayOf(at),
      card: card < 24 ? `f${card}/R-${card}` : `gone${card}/Z-${card}`,
      rating: strict ? 'good' : 'again',
      strict,
      partial: [strict ? 1 : 0, 1],
      mode,
      item: `q${card}`,
      seed: null,
      scoring: 1,
      objective: '6a',
      topic: 'firing',
      rules: [card < 24 ? `R-${card}` : `Z-${card}`],
      session: 's',
    });
  });
  const setting = (key: string, value: unknown) => entry({ kind: 'setting', id: key, at: 1, key, value });
  log.push(
    setting('review.fresh', fresh),
    setting('review.most', most),
    setting('review.examDay', exam === null ? null : today() + exam),
    entry({ kind: 'lesson', id: 'l', at: 1, lesson: 'l' }),
  );
  if (passed)
    log.push(
      entry({
        kind: 'level',
        id: 'p',
        at: now - 3_600_000,
        level: '01',
        stars: 3,
        edits: 0,
        hints: 0,
        passed,
      }),
    );
  return log.sort((a, b) => a.at - b.at);
}

const ref: ItemRef = {
  id: 'q0',
  family: 'f0',
  seed: null,
  topic: 'firing',
  objective: '6a',
  card: 'f0/R-0',
};
const sessionsOf = ({ sessions }: Made): SessionRecord[] =>
  sessions.map(({ kind, over, thrown }, i) => {
    const play = startPlay([ref, ref], {
      mode: 'practice',
      feedback: 'now',
      certainty: false,
      seed: 1,
      contentVersion: 'v',
      title: `Session ${i}`,
      startedAt: 1,
    });
    return {
      id: `s${i}`,
      kind: thrown ? 'discarded' : kind,
      version: 1,
      revision: 1,
      updatedAt: i,
      data: thrown ? null : over ? movePlay(play, { type: 'finish', now: 2 }) : play,
    };
  });

/** The numbers that a text says are due and new. */
const told = (text: string | null | undefined) => ({
  due: Number(/(\d+) due/.exec(text ?? '')?.[1] ?? 0),
  fresh: Number(/(\d+) new/.exec(text ?? '')?.[1] ?? 0),
});
/** What a page lists as open: how many it says, and the titles. */
const openOn = (root: ParentNode) => ({
  said: Number(/(\d+)/.exec(root.querySelector('#still-open')?.textContent ?? '')?.[1] ?? 0),
  titles: [...root.querySelectorAll('.quiz-open li strong')].map((node) => node.textContent),
});

async function home() {
  const panel = document.createElement('section');
  const course = { lessons: [], levels: [], bank: '/bank/', open: SITE };
  panel.dataset['returning'] = JSON.stringify(course);
  panel.innerHTML = `<ul><li data-open-item hidden><a data-open href="/"></a><span data-open-words></span>
    <a data-open-all href="/" hidden></a></li><li><span data-due></span></li></ul>`;
  await showReturning(panel);
  const shown = (selector: string) => {
    const node = panel.querySelector<HTMLElement>(selector);
    return node === null || node.closest('[hidden]') !== null ? null : node.textContent;
  };
  const lead = shown('[data-open]');
  return {
    ...told(shown('[data-due]')),
    open: Number(/(\d+)/.exec(shown('[data-open-all]') ?? '')?.[1] ?? (lead ? 1 : 0)),
    first: lead?.replace('Go on: ', '') ?? null,
  };
}

describe('home, review, practice and progress', () => {
  it('say the same of what is due and of what is open, for any log', {
    timeout: 180_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(made, async (given) => {
        process.env['TZ'] = given.zone;
        vi.setSystemTime(new Date(2026, 10, 24, given.hour, 30));
        progressStore.setState({
          entries: logOf(given),
          sessions: sessionsOf(given),
        });
        const { entries } = progressStore.getState();

        const atHome = await home();
        const practice = render(
          <PracticeStart catalogue={CATALOGUE} site={SITE} onOpen={() => {}} />,
        ).container;
        await waitFor(() =>
          expect(practice.querySelector('.quiz-due')?.textContent).toContain('Your review:'),
        );
        const review = render(<ReviewStart catalogue={CATALOGUE} site={SITE} onOpen={() => {}} />).container;
        await waitFor(() => expect(review.querySelector('#review-forecast')).not.toBeNull());
        const weights = { '6a': 1 };
        const estimate = readiness(weights, []);
        const progress = render(
          <Findings
            entries={entries}
            catalogue={CATALOGUE}
            site={SITE}
            rulePages={[]}
            today={today()}
            blueprint={{
              id: 'b',
              version: 1,
              title: 'B',
              weights,
              count: 1,
              minutes: 1,
            }}
            estimate={estimate}
            conditions={conditionsOf(estimate, { asked: 0, all: 1 }, null, today())}
            readiness={null}
            pending={null}
          />,
        ).container;
        await waitFor(() => expect(progress.querySelector('.dash-tiles')).not.toBeNull());

        const expected = { due: atHome.due, fresh: atHome.fresh };
        const total = expected.due + expected.fresh;
        expect(told(practice.querySelector('.quiz-due')?.textContent), 'practice').toEqual(expected);
        const section = review.querySelector('[aria-labelledby="review-today"]');
        expect(told(section?.querySelector('p')?.textContent), 'review').toEqual(expected);
        expect(Number(/^(\d+) questions? today/.exec(section?.textContent ?? '')?.[1] ?? 0)).toBe(total);
        const first = [...review.querySelectorAll('tbody tr:first-child td')].map((td) =>
          Number(td.textContent),
        );
        expect(first, 'forecast of the review').toEqual([expected.due, expected.fresh, total]);
        const tile = [...progress.querySelectorAll('.dash-tiles li')].find((li) =>
          li.textContent?.startsWith('In today'),
        );
        expect(Number(tile?.querySelector('strong')?.textContent), 'progress').toBe(total);
        expect(told(tile?.querySelector('.dash-note')?.textContent), 'progress').toEqual(expected);
        for (const root of [practice, review, progress]) {
          const { said, titles } = openOn(root);
          expect([said, titles.length, titles[0] ?? null]).toEqual([atHome.open, atHome.open, atHome.first]);
        }
        // No chance to recall beside the share of right answers: cards of today would make it 100 %.
        expect(review.textContent).not.toMatch(/recall|\d %/);
        cleanup();
      }),
      { numRuns: 25, examples: [] },
    );
  });
});

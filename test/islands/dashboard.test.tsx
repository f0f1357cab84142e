// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Dashboard } from '#islands/quiz/progress/Dashboard.tsx';
import Findings from '#islands/quiz/progress/Findings.tsx';
import { percent } from '#islands/quiz/progress/describeNumbers.ts';
import { ReadinessPanel } from '#islands/quiz/progress/ReadinessPanel.tsx';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import type { AnswerEntry, Entry } from '#model/quiz/entry.ts';
import { dashboard } from '#quiz/progress/dashboard.ts';
import { coverage, grounds } from '#quiz/progress/grounds.ts';
import { conditionsOf } from '#quiz/progress/nextSteps.ts';
import { readiness } from '#quiz/progress/readiness.ts';
import { runAll } from '#quiz/lib/chunkedFold.ts';
import { dayOf } from '#state/app/clock.ts';
import { quizSettings } from '#state/quiz/quizSettings.ts';
import { SITE } from './quizSite.ts';

vi.mock('#state/quiz/bank.ts', async (original) => ({
  ...(await original<object>()),
  loadFacts: async () => new Map([['RT-07', { claim: 'A claim about `RT-07`.', page: null, asOf: '2026' }]]),
}));
afterEach(cleanup);

const TODAY = 20_781;
const row = (id: string, objective: string, topic: string, rules: string[]) => ({
  id,
  type: 'single' as const,
  objective,
  topic,
  family: id,
  rules,
  difficulty: 1 as const,
  enemies: [],
  generated: false,
  title: '',
});
const CATALOGUE: Catalogue = {
  version: 'v',
  items: [
    row('q1', '6a', 'firing', ['RT-07']),
    row('q2', '6b', 'permissions', ['PM-01']),
    row('q3', '6b', 'permissions', ['PM-02', 'RT-07']),
  ],
  lessons: [{ id: 'triggers', title: 'Triggers', objectives: [], facts: ['RT-07'] }],
  levels: [{ id: '01-spark', title: 'Spark', rules: ['RT-07'] }],
};
const BLUEPRINT = {
  id: 'test',
  version: 1,
  title: 'Test',
  weights: { '6a': 60, '6b': 40 },
  count: 2,
  minutes: 2,
};

let n = 0;
const answer = (more: Partial<AnswerEntry>): AnswerEntry => ({
  kind: 'answer',
  id: `a${n++}`,
  at: (more.day ?? TODAY) * 86_400_000 + 14 * 3_600_000 + n,
  day: TODAY,
  card: 'q1/RT-07',
  rating: more.strict === false ? 'again' : 'good',
  strict: true,
  partial: more.strict === false ? [0, 1] : [1, 1],
  certainty: 'high',
  ms: 60_000,
  mode: 'exam',
  item: 'q1',
  seed: null,
  contentVersion: '',
  scoring: 1,
  objective: '6a',
  topic: 'firing',
  rules: ['RT-07'],
  beliefs: [],
  session: 's',
  ...more,
});

function show(entries: Entry[]) {
  const known = runAll(grounds(entries, TODAY));
  const estimate = readiness(BLUEPRINT.weights, known.evidence);
  const rules = new Set(CATALOGUE.items.flatMap((item) => item.rules));
  const conditions = conditionsOf(estimate, coverage(known.asked, rules), null, TODAY);
  const found = { blueprint: BLUEPRINT, estimate, conditions };
  return render(
    <Dashboard
      {...found}
      found={runAll(dashboard(entries, CATALOGUE, quizSettings(entries).queue, TODAY, dayOf))}
      catalogue={CATALOGUE}
      site={SITE}
      rulePages={['RT-07']}
      readiness={<ReadinessPanel {...found} onBlueprint={() => {}} />}
    />,
  );
}
const region = (name: string | RegExp) => within(screen.getByRole('region', { name }));
const figure = (name: string | RegExp) => within(screen.getByRole('figure', { name }));
/** Opens the table of a figure. @returns what its rows say, cell by cell */
function tableOf(name: string | RegExp): string[][] {
  const box = screen.getByRole('figure', { name });
  const details = box.querySelector('details');
  if (details === null) throw new Error('no table');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  return [...box.querySelectorAll('tbody tr')].map((tr) =>
    [...tr.children].map((td) => (td.textContent ?? '').replaceAll('\u00a0', ' ')),
  );
}

/** RT-07 missed twice of three times, PM-01 known: ten days, one card a day and objective. */
const LOG: Entry[] = Array.from({ length: 10 }, (_, i) => [
  answer({ day: TODAY - 9 + i, strict: i % 3 === 0 }),
  answer({
    day: TODAY - 9 + i,
    card: 'q2/PM-01',
    item: 'q2',
    objective: '6b',
    topic: 'permissions',
    rules: ['PM-01'],
  }),
]).flat();

describe('the dashboard of a newcomer', () => {
  it('promises nothing, and says where to begin', () => {
    show([]);
    expect(region('Readiness').getByText('Not enough answers yet')).toBeTruthy();
    expect(region('Readiness').queryByText(/%.*estimate/)).toBeNull();
    const links = region('What to do next').getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Read “Triggers”', '/lessons/triggers/'],
      ['Play “Spark”', '/levels/01-spark/'],
      ['Practise a mixed set', '/practice/'],
    ]);
    expect(region('Mastery').getByText(/^Nothing yet/)).toBeTruthy();
    expect(region('Weakest rules').getByText(/^Nothing yet/)).toBeTruthy();
    expect(region('Activity').getByText(/^Nothing in the last/)).toBeTruthy();
  });
  it('already says what the review will ask', () => {
    show([]);
    expect(tableOf(/^Questions a day/).slice(0, 3)).toEqual([
      ['Today', '0', '3', '3'],
      [expect.any(String), '0', '0', '0'],
      [expect.any(String), '3', '0', '3'],
    ]);
  });
});

describe('the dashboard with answers', () => {
  it('names every chart, and has the same numbers as a table', () => {
    show(LOG);
    for (const box of screen.getAllByRole('figure')) {
      const name = box.querySelector('h3')?.textContent ?? '';
      expect(name).not.toBe('');
      expect(within(box).getByRole('img', { name }), name).toBeTruthy();
      expect(box.querySelector('figcaption p')?.textContent, name).toMatch(/\w/);
      expect(tableOf(name).length, name).toBeGreaterThan(0);
    }
    expect(screen.getAllByRole('figure').length).toBe(7);
  });
  it('says of an objective how sure its mastery is and what it rests on', () => {
    show(LOG);
    const rows = tableOf('By objective');
    expect(rows.map((cells) => cells.slice(0, 6))).toEqual([
      ['6a The run workflow', '42 %', '23 to 60 %', '10', 'yes', '60 %'],
      ['6b Workspaces and access', '91 %', '80 to 100 %', '10', 'yes', '40 %'],
    ]);
  });
  it('says where there are too few answers, by topic and by rule', () => {
    show(LOG.slice(0, 4));
    const needed = tableOf('By topic').map((cells) => cells.slice(0, 1).concat(cells.slice(4, 5)));
    expect(needed).toEqual([
      ['Firing', 'needs 7 more'],
      ['Permissions', 'needs 7 more'],
    ]);
    expect(tableOf('By rule').map((cells) => cells.slice(0, 2))).toEqual([
      ['RT-07', 'Too few answers'],
      ['PM-01', 'Too few answers'],
      ['PM-02', 'Not asked yet'],
    ]);
  });
  it('leads from a weak rule to its page, a session on it, its lesson and its level', async () => {
    show(LOG);
    const weak = region('Weakest rules');
    const links = weak.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
    expect(links).toEqual([
      ['RT-07', '/rules/rt-07/'],
      ['Practise RT-072 questions', '/practice/#rule=RT-07'],
      ['Lesson “Triggers”', '/lessons/triggers/'],
      ['Level “Spark”', '/levels/01-spark/'],
    ]);
    expect(await weak.findByText('A claim about RT-07.')).toBeTruthy();
  });
  it('counts lessons and levels beside the answers, and each day in the table of activity', () => {
    const at = TODAY * 86_400_000 + 14 * 3_600_000;
    const level = { kind: 'level', edits: 1, hints: 0, shown: false, stars: 2, passed: true } as const;
    show([
      ...LOG,
      { kind: 'lesson', id: 'l', at, lesson: 'triggers', mark: 'read' },
      { ...level, id: 'v', at, level: '01-spark' },
    ]);
    const tiles = within(screen.getByRole('list', { name: 'Done so far' })).getAllByRole('listitem');
    expect(tiles.map((tile) => tile.textContent)).toEqual([
      'Lessons read1 of 1',
      'Levels passed1 of 12 stars',
      'Rules you’ve been asked about2 of 3',
      'Answers2070\u00a0% right',
      expect.stringMatching(/^In today’s review\d.* today$/),
      'Mock exams submitted0',
    ]);
    const days = tableOf('Answers a day');
    expect(days.length).toBe(10);
    expect(days[0]?.slice(1)).toEqual(['2', '100 %', '2', '1', '1', '0']);
  });
  it('judges certainty only from ten answers on', () => {
    show(LOG);
    const chart = figure('Share right at each level of certainty');
    expect(
      chart.getByText(
        /^You said how sure you were for 20 of your 20 answers, and 14 of those were right \(70 %\)/,
      ),
    ).toBeTruthy();
    expect(tableOf('Share right at each level of certainty').map((cells) => cells.at(-1))).toEqual([
      '10 more answers until this can be judged',
      '10 more answers until this can be judged',
      'Fits what you said.',
    ]);
  });
});

describe('a long log', () => {
  it('is gone through in pieces, while the page says so, and comes out the same', async () => {
    const log = Array.from({ length: 300 }, () => LOG).flat();
    const shown = {
      catalogue: CATALOGUE,
      site: SITE,
      rulePages: [],
      today: TODAY,
      blueprint: BLUEPRINT,
      estimate: readiness(BLUEPRINT.weights, []),
      conditions: conditionsOf(readiness(BLUEPRINT.weights, []), { asked: 0, all: 3 }, null, TODAY),
      readiness: null,
    };
    render(<Findings {...shown} entries={log} pending={<p role="status">Adding up …</p>} />);
    // Three passes over it, and none of them at once.
    expect(screen.getByRole('status').textContent).toBe('Adding up …');
    const tiles = within(await screen.findByRole('list', { name: 'Done so far' }));
    expect(tiles.getByText('6,000')).toBeTruthy();
    expect(screen.queryByText('Adding up …')).toBeNull();
  });
});

describe('a share in words', () => {
  it.each([
    [0, '0 %'],
    [0.001, '1 %'],
    [0.5, '50 %'],
    [0.999, '99 %'],
    [1, '100 %'],
  ])('%f is %s', (share, text) => expect(percent(share)).toBe(text.replace(' ', '\u00a0')));
});

import { expect, it } from 'vitest';
import { appRulesOf } from '#lint/checks/question-about-app.ts';
import { type CatalogueRow, cardOf } from '#model/quiz/catalogue.ts';
import type { Entry } from '#model/quiz/entry.ts';
import { catalogueOf } from '#components/quiz/buildCatalogue.ts';
import { restsOnAppRules } from '#quiz/types/aboutApp.ts';
import { generate } from '#quiz/generators/index.ts';
import { cardsOf } from '#quiz/review/reviewDay.ts';
import { runAll } from '#quiz/lib/chunkedFold.ts';
import { loadItem } from '#state/quiz/bank.ts';
import { contentOf } from '../support/content.ts';

const content = contentOf();
const appRules = appRulesOf(content);
const bank = new Map(
  content.questions.flatMap(({ parsed }) => (parsed.ok ? [[parsed.value.id, parsed.value] as const] : [])),
);
const catalogue = catalogueOf([]);

it('nothing that practice, review or an exam can draw asks what only this app decides', () => {
  expect([...appRules]).toEqual(expect.arrayContaining(['CY-11', 'FI-37', 'RT-25']));
  const asksOf = (row: CatalogueRow) => (row.generated ? null : (bank.get(row.id) ?? null));
  const about = catalogue.items.filter((row) => {
    const question = asksOf(row);
    return question === null ? appRules.has(row.rules[0] ?? '') : restsOnAppRules(question, appRules);
  });
  expect(about.map((row) => row.id)).toEqual([]);
  const kept = [...bank.values()].filter((question) => question.about_app).map(({ id }) => id);
  expect(kept.sort()).toEqual(['cycle-refused-here', 'empty-downstream', 'second-trigger-same-pair']);
});

it('a card that only such a question could ask is never due, and its answers stay in the log', () => {
  const answer = (family: string, rule: string): Entry => ({
    ...{ kind: 'answer', id: `${family}-${rule}`, at: 1, day: 1, card: `${family}/${rule}`, rating: 'again' },
    ...{
      strict: false,
      partial: [0, 1],
      certainty: null,
      ms: null,
      mode: 'review',
      item: family,
      seed: null,
    },
    ...{
      contentVersion: '',
      scoring: 1,
      objective: '6a',
      topic: 'firing',
      rules: [rule],
      beliefs: [],
      session: null,
    },
  });
  const row = catalogue.items[0];
  if (row === undefined) throw new Error('an empty catalogue');
  const log = [
    answer('why-no-run', 'CY-11'),
    answer('same-pair', 'RT-25'),
    answer(row.family, row.rules[0] ?? ''),
  ];
  const cards = runAll(cardsOf(log, catalogue));
  expect(cards.has('same-pair/RT-25')).toBe(false);
  expect(cards.has('why-no-run/CY-11')).toBe(false);
  expect(cards.get(cardOf(row))?.reps).toBe(1);
});

it('a reference from before the families asked otherwise names an item that is gone', async () => {
  const ref = {
    family: 'who-may-what',
    seed: 7,
    topic: 'permissions',
    objective: '6b',
    card: 'who-may-what/PM-01',
  };
  expect(await loadItem('', { ...ref, id: 'who-may-what-7' })).toEqual({ ok: true, value: null });
  const now = generate('who-may-what', 7);
  expect(await loadItem('', { ...ref, id: now?.question.id ?? '' })).toEqual({ ok: true, value: now });
});

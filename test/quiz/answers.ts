import fc from 'fast-check';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import type { AnswerEntry } from '#model/quiz/entry.ts';

let count = 0;

export const answer = (more: Partial<AnswerEntry> = {}): AnswerEntry => {
  const strict = more.strict ?? true;
  const day = more.day ?? 100;
  count++;
  return {
    kind: 'answer',
    id: `a${count}`,
    at: day * 86_400_000 + count,
    day,
    card: 'f/A-1',
    rating: strict ? 'good' : 'again',
    strict,
    partial: [strict ? 1 : 0, 1],
    certainty: null,
    ms: 1000,
    mode: 'practice',
    item: 'i',
    seed: null,
    contentVersion: '',
    scoring: 1,
    objective: '6a',
    topic: 't',
    rules: ['A-1'],
    beliefs: [],
    session: 's',
    ...more,
  };
};

const anyAnswer = fc
  .record({
    day: fc.integer({ min: 60, max: 100 }),
    card: fc.constantFrom('f/A-1', 'f/B-1', 'g/C-1', null),
    strict: fc.boolean(),
    topic: fc.constantFrom('t', 'u', null),
    rules: fc.subarray(['A-1', 'B-1', 'C-1']),
    objective: fc.constantFrom('6a', '6b', null),
    ms: fc.option(fc.nat(2_000_000)),
    mode: fc.constantFrom('practice', 'exam', 'review'),
  })
  .map((made) => answer(made as Partial<AnswerEntry>));

export const anyLog = fc
  .array(anyAnswer, { maxLength: 40 })
  .map((log) => [...log].sort((a, b) => a.day - b.day || a.at - b.at));

export const row = (id: string, rule: string, topic = 't') => ({
  id,
  type: 'single' as const,
  objective: '6a',
  topic,
  family: id,
  rules: [rule],
  difficulty: 1 as const,
  enemies: [],
  generated: false,
  title: '',
});

export const catalogue: Catalogue = {
  version: 'v',
  items: Array.from({ length: 30 }, (_, i) => row(`q${i}`, `R-${i}`, `t${i % 3}`)),
  lessons: [{ id: 'first', title: 'First', objectives: [], facts: [] }],
  levels: [{ id: '01', title: 'One', rules: ['R-1'] }],
};

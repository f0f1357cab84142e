import { describe, expect, it } from 'vitest';
import { type Entry, parseEntry } from '#model/quiz/entry.ts';
import { statementsOf } from '#quiz/exchange/statements.ts';

function entry(input: Record<string, unknown>): Entry {
  const parsed = parseEntry({ id: 'e', at: 0, ...input });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}
const ANSWER = {
  kind: 'answer',
  ...{ day: 1, strict: false, partial: [1, 2], item: 'which run', seed: 7, scoring: 1 },
  ...{ rules: [], beliefs: [], ms: 61_234 },
};
const EXAM = {
  kind: 'exam',
  session: 's',
  blueprint: 'full',
  version: 1,
  asked: 40,
  right: 30,
  day: 1,
  scoring: 1,
};
const LEVEL = { kind: 'level', level: '01-first-spark', stars: 2, edits: 1, hints: 0, passed: true };
const isoOf = (at: number) => new Date(at).toISOString();
const of = (...inputs: Record<string, unknown>[]) =>
  statementsOf(inputs.map(entry), 'ada@example.org', isoOf);
const verbOf = (input: Record<string, unknown>) => of(input)[0]?.verb.id;

describe('statements', () => {
  it('say of an answer what was asked, how right it was and how long it took', () => {
    expect(of(ANSWER)).toEqual([
      {
        id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
        actor: { objectType: 'Agent', mbox: 'mailto:ada@example.org' },
        verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'en-US': 'answered' } },
        object: {
          objectType: 'Activity',
          id: 'urn:runchain:item:which%20run',
          definition: {
            type: 'http://adlnet.gov/expapi/activities/question',
            name: { 'en-US': 'A question from the simulator' },
          },
        },
        result: { success: false, score: { scaled: 0.5 }, duration: 'PT61.23S' },
        context: {
          platform: 'Runchain',
          extensions: { 'urn:runchain:mode': 'practice', 'urn:runchain:seed': 7 },
        },
        timestamp: '1970-01-01T00:00:00.000Z',
      },
    ]);
  });

  it('pass an exam from the line on', () => {
    expect(of(EXAM)[0]).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/passed' },
      result: { success: true, completion: true, score: { scaled: 0.75, raw: 30, min: 0, max: 40 } },
    });
    expect(verbOf({ ...EXAM, right: 29 })).toBe('http://adlnet.gov/expapi/verbs/failed');
    expect(of({ ...EXAM, asked: 0, right: 0 })).toEqual([]);
  });

  it('pass a level only without its solution', () => {
    expect(of(LEVEL)[0]).toMatchObject({ result: { success: true, score: { scaled: 2 / 3, raw: 2 } } });
    expect(verbOf({ ...LEVEL, shown: true })).toBe('http://adlnet.gov/expapi/verbs/attempted');
    expect(verbOf({ ...LEVEL, passed: false, stars: 0 })).toBe('http://adlnet.gov/expapi/verbs/attempted');
  });

  it('complete a lesson, and are silent where it is unread again, and about cards and settings', () => {
    expect(verbOf({ kind: 'lesson', lesson: 'run-triggers' })).toBe(
      'http://adlnet.gov/expapi/verbs/completed',
    );
    expect(
      of(
        { kind: 'lesson', lesson: 'run-triggers', mark: 'unread' },
        { kind: 'setting', key: 'k', value: 1 },
        { kind: 'flag', item: 'i', on: true },
        { kind: 'card', card: 'f/R', suspended: true },
        { kind: 'easy', answer: 'a' },
      ),
    ).toEqual([]);
  });

  it('have ids that follow from the log and the learner, each its own', () => {
    const entries = Array.from({ length: 5000 }, (_, i) => entry({ ...ANSWER, id: `e${i}` }));
    const ids = (mail: string) => statementsOf(entries, mail, isoOf).map(({ id }) => id);
    expect(ids('ada@example.org')).toEqual(ids('ada@example.org'));
    expect(new Set([...ids('ada@example.org'), ...ids('grace@example.org')]).size).toBe(10_000);
  });
});

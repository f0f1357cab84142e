import { describe, expect, it } from 'vitest';
import { pageKind } from '#components/search/pageKind.ts';
import { rank, titleBonus } from '#components/search/rank.ts';
import { queryOf } from '#components/search/searchQuery.ts';

const KNOWN = new Set(
  'auto_apply auto_apply_run_trigger run runs trigger triggers triggered wait waits workspace workspaces policy override policies cycle speculative plan concurrency output outputs share sharing confirm confirmation vcs 409'.split(
    ' ',
  ),
);
const words = (text: string) => queryOf(text, KNOWN).words;
const corrected = (text: string) =>
  queryOf(text, KNOWN).corrected.map(({ from, to }) => `${from} → ${to || 'nothing'}`);

describe('what is looked for', () => {
  it.each([
    ['why does my triggered run wait', ['triggered', 'run', 'wait']],
    ['Who can override a policy?', ['override', 'policy']],
    ['share output between workspaces', ['share', 'output', 'workspaces']],
    ['how to', ['how', 'to']],
    ['run, run & RUN', ['run']],
    ['', []],
  ])('in “%s”', (text, expected) => {
    expect(queryOf(text, new Set()).words).toEqual(expected);
  });

  it.each([
    ['auto_aply', ['auto_apply'], 'auto_aply → auto_apply'],
    ['auto-aply', ['auto_apply'], 'auto-aply → auto_apply'],
    ['auto-apply', ['auto_apply'], 'auto-apply → auto_apply'],
    ['autoapply', ['auto_apply'], 'autoapply → auto_apply'],
    ['auto_apply_run_triger', ['auto_apply_run_trigger'], 'auto_apply_run_triger → auto_apply_run_trigger'],
    ['workpsace', ['workspace'], 'workpsace → workspace'],
    ['concurency', ['concurrency'], 'concurency → concurrency'],
    ['kubernetes run', ['run'], 'kubernetes → nothing'],
    ['kubernetes', [], 'kubernetes → nothing'],
  ])('a word that no page has: %s', (text, expected, note) => {
    expect(words(text)).toEqual(expected);
    expect(corrected(text)).toEqual([note]);
  });

  it.each(['polic', 'trig', 'confirmed', 'overrides', 'planned', 'vc', '409'])(
    'a word of which pages have another form, or the rest, is left alone: %s',
    (text) => {
      expect(words(text)).toEqual([text]);
      expect(corrected(text)).toEqual([]);
    },
  );

  it('an error message is also looked for as it stands', () => {
    expect(queryOf('This object does not have an attribute named', KNOWN).phrase).toBe(
      'This object does not have an attribute named',
    );
    expect(queryOf('cycle', KNOWN).phrase).toBe(null);
  });
});

describe('the order of pages', () => {
  const hits = (text: string) => text.split(' ').map((id) => ({ id, score: 1, result: id }));
  const order = (found: string[], phrase = '') =>
    rank(found.map(hits), phrase === '' ? [] : hits(phrase), 100).map(({ id, matched }) => `${id}${matched}`);

  it('is by how many of the words they have, and no page is lost for one that it lacks', () => {
    expect(order(['a b c', 'b c', 'c d'])).toEqual(['c3', 'b2', 'd1', 'a1']);
  });

  it('lets a word that few pages have tell more than one that many have', () => {
    expect(order(['a b c d e f g h', 'x'])[0]).toBe('x1');
  });

  it('puts the whole phrase first', () => {
    expect(order(['a b', 'a b'], 'b')).toEqual(['b2', 'a2']);
  });

  it('knows when a title is about the words', () => {
    const title = 'Overriding is an organization permission';
    expect(titleBonus(title, ['permission'])).toBeGreaterThan(titleBonus('Sharing state', ['permission']));
    expect(titleBonus('Cycle', ['cycles'])).toBe(1);
    expect(titleBonus('', [])).toBe(0);
  });
});

it.each([
  ['lessons/run-modes/', 'Lesson'],
  ['rules/fi-37/', 'Rule'],
  ['rules/', 'Page'],
  ['rules/coverage/', 'Page'],
  ['sandbox/levels/01-first-spark/', 'Level'],
  ['glossary/', 'Glossary'],
  ['about/', 'Page'],
])('%s is a %s', (path, kind) => {
  expect(pageKind(path)).toBe(kind);
});

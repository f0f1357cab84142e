import { describe, expect, it } from 'vitest';
import { contentOf, readable } from '../support/content.ts';
import { elementsOf, lessons, textOf } from './lessons.ts';

const glossary = readable(contentOf().glossary).flatMap(({ value }) => value);

describe('the glossary', () => {
  it('has each id and each word once, in order of the words', () => {
    expect(new Set(glossary.map((entry) => entry.id)).size).toBe(glossary.length);
    const terms = glossary.map((entry) => entry.term.toLowerCase());
    expect(terms).toEqual(terms.toSorted());
    expect(new Set(terms).size).toBe(terms.length);
  });

  it.each(glossary.map((entry) => [entry.term, entry] as const))(
    '%s is taught where it says',
    (_term, entry) => {
      const lesson = lessons.find((other) => other.parsed.ok && other.parsed.value.id === entry.lesson);
      const taught = lesson?.parsed.ok ? lesson.parsed.value.facts : [];
      expect(entry.facts.some((id) => taught.includes(id))).toBe(true);
    },
  );

  it('explains every word that a lesson marks, once in a lesson', () => {
    for (const lesson of lessons) {
      const marked = elementsOf(lesson, 'Term').map((element) => textOf(element, 'id'));
      expect(new Set(marked).size, lesson.slug).toBe(marked.length);
      for (const id of marked) expect(glossary.map((entry) => entry.id)).toContain(id);
    }
  });
});

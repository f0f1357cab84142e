import { markOf } from '#model/content/evidenceMark.ts';
import type { Item } from '../types/item.ts';

interface Explained {
  explanation: string;
  facts: readonly string[];
}

/** The explanation, and after it which of its facts the vendor does not document. Ids tell them apart. */
function marked<T extends Explained>(of: T, statusOf: (fact: string) => string): T {
  const sentences = new Map<string, string[]>();
  for (const fact of new Set(of.facts)) {
    const sentence = markOf(statusOf(fact))?.sentence;
    if (sentence !== undefined) sentences.set(sentence, [...(sentences.get(sentence) ?? []), fact]);
  }
  const marks = [...sentences].map(([sentence, facts]) => `${facts.join(', ')}: ${sentence}`);
  return marks.length === 0 ? of : { ...of, explanation: [of.explanation.trim(), ...marks].join(' ') };
}

/**
 * An item for a program that shows explanations alone: on our pages the mark is beside the fact, which does not go along.
 * @param statusOf what kind of evidence a fact has
 */
export function withEvidence(item: Item, statusOf: (fact: string) => string): Item {
  const { question } = item;
  const all = <T extends Explained>(list: readonly T[]): T[] => list.map((of) => marked(of, statusOf));
  if ('options' in question) return { ...item, question: { ...question, options: all(question.options) } };
  if ('rows' in question) return { ...item, question: { ...question, rows: all(question.rows) } };
  if ('things' in question) return { ...item, question: { ...question, things: all(question.things) } };
  if ('explanation' in question) return { ...item, question: marked(question, statusOf) };
  // Changes of a board have no form elsewhere.
  return item;
}

import type { Layout } from './layout.ts';

/** One thing on a board: its plain name, and phrases about it in the small part of Markdown that questions use. */
export interface BoardRow {
  name: string;
  /** Phrases without a full stop; none where every setting is the default. */
  says: readonly string[];
}

/** Things of one kind. A kind with nothing to say is left out. */
export interface BoardSection {
  id: keyof Layout;
  title: string;
  /** What one of them is called, before its name in a list without headings: `Workspace`. */
  one: string;
  rows: readonly BoardRow[];
}

/** A board and what is done on it, in words: what a question, a figure, paper and exported files all show. */
export interface BoardDescription {
  sections: readonly BoardSection[];
  /** Sentences without a full stop, in order. They say what people do, never what happens as a result. */
  done: readonly string[];
  /** A sentence about everything that is not listed. */
  note: string;
}

/** What a row says if nothing differs from the defaults. */
export const DEFAULT_SETTINGS = 'default settings';

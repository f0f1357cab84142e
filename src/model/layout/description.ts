import type { Layout } from './layout.ts';

/** One thing on a board: its name as it is, and what is said of it, in the little Markdown of questions. */
export interface BoardRow {
  name: string;
  /** Phrases without a full stop; none where every setting is the default. */
  says: readonly string[];
}

/** Things of one kind. A kind of which there is nothing to say is left out. */
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
  /** Sentences without a full stop, in order. They say what people do, never what comes of it. */
  done: readonly string[];
  /** What holds of everything that is not listed, a sentence. */
  note: string;
}

/** What a row says where it has nothing of its own to say. */
export const DEFAULT_SETTINGS = 'default settings';

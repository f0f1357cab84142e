/** Something that the learner gave, in the little Markdown of questions, and whether it is right. */
export interface GivenItem {
  text: string;
  right: boolean;
}

/** One row of a table or of partners: what the learner gave for it, null where nothing, and what is right. */
interface ComparedRow {
  id: string;
  asked: string;
  given: string | null;
  key: string;
  right: boolean;
}

/** What a learner answered beside what is right. The two are never mixed: `given` is theirs, `key` is ours. */
export type Comparison =
  /** Options, none where nothing was chosen. */
  | { form: 'options'; given: readonly GivenItem[]; key: readonly string[] }
  | { form: 'rows'; rows: readonly ComparedRow[] }
  /** Things from first to last; one is right where it is in its place. */
  | { form: 'order'; given: readonly GivenItem[]; key: readonly string[] }
  /** A text as it was typed, empty where nothing was; each form of the key is right. */
  | { form: 'text'; given: string; key: readonly string[] }
  /** Changes of a board, right together or not at all; `key` is one way of several. */
  | { form: 'changes'; given: readonly string[]; key: readonly string[] };

/** True where nothing at all was answered. */
export const isEmpty = (compared: Comparison): boolean =>
  compared.form === 'rows' ? compared.rows.every(({ given }) => given === null) : compared.given.length === 0;

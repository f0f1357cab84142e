/**
 * What a reader must see beside a statement that is not the vendor's own, by the kind of evidence behind it
 * (`status` of a fact). What the vendor documents carries no mark.
 */
export interface EvidenceMark {
  /** Beside the id of the fact. */
  short: string;
  /** As a sentence of its own. */
  sentence: string;
}

const MARKS: Readonly<Record<string, EvidenceMark>> = {
  app_rule: { short: 'app rule', sentence: 'Not documented: this is how Runchain handles it.' },
  inference: {
    short: 'our conclusion',
    sentence: 'The vendor does not say this in so many words: we conclude it from its pages.',
  },
};

export const markOf = (status: string): EvidenceMark | null => MARKS[status] ?? null;

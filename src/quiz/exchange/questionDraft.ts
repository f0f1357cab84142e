import type { Problem, Result } from '#model/parse/problem.ts';

/** An option as it comes from elsewhere: its explanation may be missing, and it has no facts. */
export interface DraftOption {
  id: string;
  text: string;
  correct: boolean;
  explanation: string;
  facts: string[];
}

/**
 * A question from another format. It is no question of the bank yet: `draft` is a key that the bank's schema does
 * not have, so that it stays out of exams until somebody has explained each option, named facts and taken it off.
 */
export interface QuestionDraft {
  draft: true;
  id: string;
  type: 'single' | 'multi' | 'truefalse' | 'match' | 'fill' | 'number';
  stem: string;
  objective: '';
  topic: string;
  rules: string[];
  difficulty: 2;
  family: string;
  options?: DraftOption[];
  choices?: { id: string; text: string }[];
  rows?: { id: string; text: string; correct: string; explanation: string; facts: string[] }[];
  accepted?: string[];
  answer?: number;
  explanation?: string;
  facts?: string[];
}

/** One question that was read, or what is wrong with it; its reader knows the line. */
export type ReadDraft = Result<QuestionDraft, { message: string }>;
export const draftRead = (value: QuestionDraft): ReadDraft => ({ ok: true, value });
export const notRead = (message: string): ReadDraft => ({ ok: false, message });

export interface ImportedQuestions {
  drafts: QuestionDraft[];
  problems: Problem[];
}

/** What a draft has whatever its type. */
export const draftOf = (
  id: string,
  topic: string,
  type: QuestionDraft['type'],
  stem: string,
): QuestionDraft => ({
  draft: true,
  id,
  type,
  stem,
  objective: '',
  topic,
  rules: [],
  difficulty: 2,
  family: id,
});

/** An id from a text: lower-case words joined by hyphens, with a number where it is taken already. */
export function idFrom(text: string, taken: Set<string>, fallback: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .split('-')
    .slice(0, 6)
    .join('-');
  const base = words === '' ? fallback : words;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}

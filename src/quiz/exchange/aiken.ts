import type { Problem } from '#model/parse/problem.ts';
import {
  draftOf,
  draftRead,
  idFrom,
  type ImportedQuestions,
  notRead,
  type QuestionDraft,
  type ReadDraft,
} from './questionDraft.ts';

const OPTION = /^([A-Z])[.)]\s*(\S.*)$/;
const ANSWER = /^ANSWER:\s*(.*)$/;

/** Reads Aiken: a question, options `A.` to `Z.`, and `ANSWER: B`. Lines of problems count from 1. */
export function importAiken(text: string): ImportedQuestions {
  const drafts: QuestionDraft[] = [];
  const problems: Problem[] = [];
  const taken = new Set<string>();
  let stem: string[] = [];
  let options: { letter: string; text: string }[] = [];
  let from = 1;
  const problem = (line: number, message: string) => problems.push({ path: '', line, message });
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [i, raw] of lines.entries()) {
    const line = raw.trim();
    const number = i + 1;
    const answer = ANSWER.exec(line);
    const option = OPTION.exec(line);
    if (line === '') continue;
    if (answer !== null) {
      const key = answer[1]?.trim() ?? '';
      const found = finish(stem, options, key, taken);
      if (found.ok) drafts.push(found.value);
      else problem(number, found.message);
      stem = [];
      options = [];
    } else if (option !== null && stem.length > 0) {
      options.push({ letter: option[1] ?? '', text: option[2] ?? '' });
    } else if (options.length > 0) {
      problem(number, 'is between options and ANSWER, must be an option such as "C. text" or "ANSWER: C"');
      stem = [line];
      options = [];
      from = number;
    } else {
      if (stem.length === 0) from = number;
      stem.push(line);
    }
  }
  if (stem.length > 0) problem(from, 'the question has no line "ANSWER: …"');
  if (drafts.length === 0 && problems.length === 0) problem(1, 'has no question, must be GIFT or Aiken');
  return { drafts, problems };
}

function finish(
  stem: readonly string[],
  options: readonly { letter: string; text: string }[],
  key: string,
  taken: Set<string>,
): ReadDraft {
  if (stem.length === 0) return notRead('the answer belongs to no question');
  const letters = options.map((o) => o.letter);
  if (options.length < 2) return notRead('the question has fewer than two options such as "A. text"');
  if (new Set(letters).size !== letters.length) return notRead('two options have the same letter');
  if (!letters.includes(key)) return notRead(`ANSWER is "${key}", must be one of ${letters.join(', ')}`);
  const text = stem.join('\n');
  const draft = draftOf(idFrom(text, taken, 'question'), '', 'single', text);
  const ids = new Set<string>();
  draft.options = options.map((o) => ({
    id: idFrom(o.text, ids, 'option'),
    text: o.text,
    correct: o.letter === key,
    explanation: '',
    facts: [],
  }));
  return draftRead(draft);
}

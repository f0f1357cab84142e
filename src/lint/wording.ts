import type { Question } from '#model/quiz/question.ts';
import { typeOf } from '#quiz/types/index.ts';

/** A text as it is read: without the marks of Markdown. */
export const plainWording = (text: string): string => text.replace(/[`*]/g, '').replace(/\s+/g, ' ').trim();

/** Words that mean next to nothing for whether two texts are about the same. */
const FILLERS = new Set(
  'the and for that with which what are was has have does not its one this from into who when where only after before can may about these statements true choose every following question answer'.split(
    ' ',
  ),
);

/** The telling words of a text, in lower case. */
export const tellingWords = (text: string): Set<string> =>
  new Set(
    (
      plainWording(text)
        .toLowerCase()
        .match(/[a-z0-9_]{3,}/g) ?? []
    ).filter((word) => !FILLERS.has(word)),
  );

/** How much of two sets of words is common to both, from 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

/** Words that leave no exception: a distractor with one of them can be struck out without knowing anything. */
export const ABSOLUTE = /\b(always|never|under (?:no|any) circumstances|in (?:no|any) case|at all times)\b/i;
/** Words that do so in most sentences, but belong to many that are true. */
export const SWEEPING = /\b(all|only|every|none|nobody|any|at all|always|never)\b/i;
/** Options that speak of the other options. */
export const ABOUT_OTHERS =
  /\b(all|none|both|neither|any) of (?:the |these )?(above|other answers|answers|options)\b/i;
/** A negation on which the answer turns. */
export const NEGATION = /(?<!\*)\b(not|except|cannot|never)\b(?!\*)/i;

/** The sentence in which a stem asks or tells what to do: its last question, or else its last sentence. */
export function askingIn(stem: string): string {
  const sentences = stem.replace(/\s+/g, ' ').match(/[^.?!]+[.?!]*/g) ?? [stem];
  return sentences.findLast((sentence) => sentence.includes('?')) ?? sentences.at(-1) ?? stem;
}

/** Words by which a text itself says that what it tells is a choice of this app, or that the vendor is silent. */
export const SAYS_OURS =
  /\b(?:(?:this|the) (?:app|simulator|sandbox|board)|Runchain|app rule|(?:not|nowhere) documented|documents? no|(?:vendor|docs|documentation|pages?) (?:is|are|does|do) (?:silent|not)|no (?:vendor )?page|our (?:choice|rule|own)|of ours)\b/i;

export type ChoiceQuestion = Extract<Question, { options: unknown }>;
/** Whether the options of a question can be compared in length and words: not those of true and false. */
export const isChoice = (question: Question): question is ChoiceQuestion => {
  const picked = pickOf(question);
  return picked === 'one' || picked === 'several';
};

/** How many of its options are right, or `truth` for true and false; null where there are none. */
export function pickOf(question: Question): 'one' | 'several' | 'truth' | null {
  const form = typeOf(question).form(question);
  return form.form === 'options' ? form.pick : null;
}

import { importAiken } from './aiken.ts';
import type { ImportedQuestions } from './questionDraft.ts';
import { importGift } from './giftImport.ts';

/** Reads GIFT or Aiken, whichever it is: an Aiken text has answers on lines of their own and no braces. */
export function importQuestions(text: string): ImportedQuestions {
  const isAiken = /^\s*ANSWER:/m.test(text) && !/(?<!\\)\{/.test(text);
  return isAiken ? importAiken(text) : importGift(text);
}

import { rulePage, useLevel } from './useLevel.ts';

/** A fact by its ID, linked to its page in the rule book where it has one. */
export function RuleRef({ fact }: { fact: string }) {
  const href = rulePage(useLevel().links, fact);
  return href === null ? <code>{fact}</code> : <a href={href}>{fact}</a>;
}

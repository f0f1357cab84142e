import type { ReviewDay } from './reviewDay.ts';

/** `5 due and 10 new today`: how every page says what the review asks. */
export function describeDue({ due, fresh }: Pick<ReviewDay, 'due' | 'fresh'>): string {
  const parts = [due > 0 ? `${due} due` : '', fresh > 0 ? `${fresh} new` : ''].filter((part) => part !== '');
  return parts.length === 0 ? 'Nothing to review today' : `${parts.join(' and ')} today`;
}

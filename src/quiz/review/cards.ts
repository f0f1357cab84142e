import { ruleOfCard } from '#model/quiz/catalogue.ts';
import type { AnswerEntry, Entry, ReviewRating } from '#model/quiz/entry.ts';
import { type Card, LEECH_LAPSES } from './queue.ts';
import { review } from './schedule.ts';
import { type Steps, through } from '../lib/chunkedFold.ts';

/** A card as the log leaves it: a cache, which replaying the log rebuilds exactly. */
export interface CardState extends Card {
  reps: number;
  /** Item and seed that were asked last: the next review asks another. */
  last: { item: string; seed: number | null } | null;
  /** Day of the last answer, review or practice. */
  answeredDay: number;
}

/** What an entry of kind `level` means for cards: the rules that a level teaches. */
export type LevelRules = ReadonlyMap<string, readonly string[]>;

/**
 * Every card that the log knows. The first answer to a card on a day is a review, later ones are practice. Passing a
 * level that teaches the rule of a leech lets it be asked again.
 * @param entries in the order in which they happened
 */
export function* replay(
  entries: readonly Entry[],
  levels: LevelRules = new Map(),
): Steps<Map<string, CardState>> {
  // An answer that turned out to be too easy was a review like that from the start.
  const easy = new Set<string>();
  yield* through(entries, (entry) => {
    if (entry.kind === 'easy') easy.add(entry.answer);
  });
  const cards = new Map<string, CardState>();
  yield* through(entries, (entry) => {
    if (entry.kind === 'card') {
      const card = cards.get(entry.card) ?? blankCard(entry.card, '');
      const lapses = entry.suspended ? card.lapses : 0;
      cards.set(card.id, { ...card, suspended: entry.suspended, lapses });
    } else if (entry.kind === 'level' && entry.passed) {
      const rules = levels.get(entry.level) ?? [];
      for (const card of cards.values()) {
        if (card.lapses >= LEECH_LAPSES && rules.includes(ruleOfCard(card.id)))
          cards.set(card.id, { ...card, lapses: 0 });
      }
    } else if (entry.kind === 'answer' && entry.card !== null && entry.rating !== null) {
      const before = cards.get(entry.card) ?? blankCard(entry.card, entry.topic ?? '');
      const rating = entry.rating !== 'again' && easy.has(entry.id) ? 'easy' : entry.rating;
      cards.set(before.id, answered(before, entry, rating));
    }
  });
  return cards;
}

function answered(before: CardState, entry: AnswerEntry, rating: ReviewRating): CardState {
  const card = {
    ...before,
    topic: entry.topic ?? before.topic,
    last: { item: entry.item, seed: entry.seed },
    answeredDay: entry.day,
  };
  // A day that lies before the last one, as a clock that was set back gives, is no review either.
  if (card.memory !== null && entry.day <= card.memory.lastDay) return card;
  const lapsed = card.memory !== null && rating === 'again';
  return {
    ...card,
    memory: review(card.memory, entry.day, rating),
    reps: card.reps + 1,
    lapses: card.lapses + (lapsed ? 1 : 0),
  };
}

/** A card that was never answered. */
export const blankCard = (id: string, topic: string): CardState => ({
  id,
  topic,
  memory: null,
  lapses: 0,
  suspended: false,
  reps: 0,
  last: null,
  answeredDay: Number.NEGATIVE_INFINITY,
});

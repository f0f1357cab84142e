import { ruleOfCard } from '#model/catalogue.ts';
import type { Entry } from '#model/entry.ts';
import { type Card, LEECH_LAPSES } from './queue.ts';
import { review } from './schedule.ts';

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
export function replay(entries: readonly Entry[], levels: LevelRules = new Map()): Map<string, CardState> {
  const easy = new Set(entries.flatMap((entry) => (entry.kind === 'easy' ? [entry.answer] : [])));
  const cards = new Map<string, CardState>();
  for (const entry of entries) {
    if (entry.kind === 'card') {
      const card = cards.get(entry.card) ?? blankCard(entry.card, '');
      const lapses = entry.suspended ? card.lapses : 0;
      cards.set(card.id, { ...card, suspended: entry.suspended, lapses });
    }
    if (entry.kind === 'level' && entry.passed) {
      const rules = levels.get(entry.level) ?? [];
      for (const card of cards.values()) {
        if (card.lapses >= LEECH_LAPSES && rules.includes(ruleOfCard(card.id)))
          cards.set(card.id, { ...card, lapses: 0 });
      }
    }
    if (entry.kind !== 'answer' || entry.card === null || entry.rating === null) continue;
    const before = cards.get(entry.card) ?? blankCard(entry.card, entry.topic ?? '');
    const card = {
      ...before,
      topic: entry.topic ?? before.topic,
      last: { item: entry.item, seed: entry.seed },
      answeredDay: entry.day,
    };
    // A day that lies before the last one, as a clock that was set back gives, is no review either.
    if (card.memory !== null && entry.day <= card.memory.lastDay) {
      cards.set(card.id, card);
      continue;
    }
    const rating = entry.rating !== 'again' && easy.has(entry.id) ? 'easy' : entry.rating;
    const lapsed = card.memory !== null && rating === 'again';
    cards.set(card.id, {
      ...card,
      memory: review(card.memory, entry.day, rating),
      reps: card.reps + 1,
      lapses: card.lapses + (lapsed ? 1 : 0),
    });
  }
  return cards;
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

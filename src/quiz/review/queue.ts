import { interleave } from '../practice/interleave.ts';
import type { QueueSettings } from './queueSettings.ts';
import type { Random } from '../lib/random.ts';
import { type Memory, recall } from './schedule.ts';

/** A card of the review: a rule in a family, never one drawn item. */
export interface Card {
  id: string;
  topic: string;
  /** null for a card that was never answered. */
  memory: Memory | null;
  lapses: number;
  suspended: boolean;
}

/** A card that lapsed so often is a leech: asking again does not help, a lesson and a level may. */
export const LEECH_LAPSES = 4;
/** Days before the exam in which the final pass replaces the normal queue. */
export const FINAL_PASS_DAYS = 7;
const FINAL_PASS_RECALL = 0.95;

export const isLeech = (card: Pick<Card, 'lapses'>): boolean => card.lapses >= LEECH_LAPSES;

/**
 * The cards to ask today, in their order: due ones with the lowest recall first, mixed by topic, then new ones.
 * With an exam date a card due on or after it needs nothing; in the last seven days a final pass takes the
 * weakest ⌈left / days left⌉ cards a day, and no new ones.
 * @param done how many cards were asked today already, and how many of them were new
 */
export function queueFor(
  cards: readonly Card[],
  today: number,
  settings: QueueSettings,
  random: Random,
  done: { all: number; fresh: number } = { all: 0, fresh: 0 },
): Card[] {
  // By id, so that the order in which a log happens to bring the cards decides nothing: the forecast, another tab and
  // the review itself then draw the same new ones.
  const active = cards.filter((card) => !card.suspended && !isLeech(card)).sort(byId);
  const room = Math.max(0, settings.most - done.all);
  const { examDay } = settings;
  if (examDay !== null && today < examDay && examDay - today <= FINAL_PASS_DAYS) {
    return finalPass(active, today, examDay).slice(0, room);
  }
  const due = active
    .filter((card) => card.memory !== null && card.memory.dueDay <= today)
    .sort((a, b) => recallOf(a, today) - recallOf(b, today) || byId(a, b));
  const fresh = random
    .shuffle(active.filter((card) => card.memory === null))
    .slice(0, Math.max(0, settings.fresh - done.fresh));
  return [...interleave(due), ...fresh].slice(0, room);
}

const byId = (a: Card, b: Card): number => (a.id < b.id ? -1 : 1);
const recallOf = (card: Card, day: number): number => (card.memory === null ? 0 : recall(card.memory, day));

function finalPass(cards: readonly Card[], today: number, examDay: number): Card[] {
  const weak = cards
    .filter(
      (card) =>
        card.memory !== null && recallOf(card, examDay) < FINAL_PASS_RECALL && card.memory.lastDay < today,
    )
    .sort((a, b) => recallOf(a, examDay) - recallOf(b, examDay) || byId(a, b));
  return weak.slice(0, Math.ceil(weak.length / Math.max(1, examDay - today)));
}

import { type Catalogue, cardOf } from '#model/quiz/catalogue.ts';
import type { Entry } from '#model/quiz/entry.ts';
import { askableIn } from './askable.ts';
import { blankCard, type CardState, replay } from './cards.ts';
import { FINAL_PASS_DAYS, isLeech, queueFor } from './queue.ts';
import type { QueueSettings } from './queueSettings.ts';
import { randomOf } from '../lib/random.ts';
import { type ChunkedFold, pass, type Steps } from '../lib/chunkedFold.ts';

/** What the review asks on a day. Every page that says what is due takes it from here. */
export interface ReviewDay {
  /** What is to be asked, in its order: `due` cards that were asked before, then `fresh` ones. */
  queue: CardState[];
  due: number;
  fresh: number;
  /** Due as well, and left for later by the limit of a day. */
  over: number;
  leeches: CardState[];
  /** Cards that can be asked, and how many of them were ever answered. */
  all: number;
  known: number;
  /** Days to the exam when the final pass has begun, else null. */
  finalPass: number | null;
  done: { all: number; fresh: number };
  /** Each card that can be asked, as the log leaves it. */
  cards: readonly CardState[];
}

/** What the review has to ask on a day, computed from the log and from what there is to ask. */
export function* reviewDay(
  entries: readonly Entry[],
  catalogue: Catalogue,
  settings: QueueSettings,
  today: number,
): Steps<ReviewDay> {
  const cards = yield* cardsOf(entries, catalogue);
  const asked = doneOn(today);
  yield* pass(entries, asked);
  return reviewOf(cards, asked.result(), settings, today);
}

/** @param done what the review asked today already */
export function reviewOf(
  cards: ReadonlyMap<string, CardState>,
  done: ReviewDay['done'],
  settings: QueueSettings,
  today: number,
): ReviewDay {
  const all = [...cards.values()];
  const queue = queueFor(all, today, settings, randomOf(today), done).flatMap(
    (card) => cards.get(card.id) ?? [],
  );
  const active = all.filter((card) => !card.suspended && !isLeech(card));
  const due = queue.filter((card) => card.memory !== null).length;
  const left = settings.examDay === null ? null : settings.examDay - today;
  const finalPass = left !== null && left > 0 && left <= FINAL_PASS_DAYS ? left : null;
  const overdue = active.filter(({ memory }) => memory !== null && memory.dueDay <= today).length;
  return {
    queue,
    due,
    fresh: queue.length - due,
    over: finalPass === null ? overdue - due : 0,
    leeches: all.filter((card) => isLeech(card) && !card.suspended),
    all: active.length,
    known: active.filter((card) => card.memory !== null).length,
    finalPass,
    done,
    cards: all,
  };
}

/**
 * Every card that can be asked, as the log leaves it. Cards whose questions left the bank stay in the log and are not
 * among them: nobody can answer them.
 */
export function* cardsOf(entries: readonly Entry[], catalogue: Catalogue): Steps<Map<string, CardState>> {
  const known = yield* replay(entries, new Map(catalogue.levels.map((level) => [level.id, level.rules])));
  const askable = askableIn(catalogue.items);
  const cards = new Map([...known].filter(([id]) => askable(id)));
  for (const row of catalogue.items) {
    const id = cardOf(row);
    if (!cards.has(id)) cards.set(id, blankCard(id, row.topic));
  }
  return cards;
}

/** Cards that the review asked on a day, and how many of them for the first time. */
export function doneOn(day: number): ChunkedFold<{ all: number; fresh: number }> {
  const before = new Set<string>();
  const asked = new Set<string>();
  let fresh = 0;
  return {
    add(entry) {
      if (entry.kind !== 'answer' || entry.card === null) return;
      if (entry.day === day && entry.mode === 'review' && !asked.has(entry.card)) {
        asked.add(entry.card);
        if (!before.has(entry.card)) fresh++;
      }
      before.add(entry.card);
    },
    result: () => ({ all: asked.size, fresh }),
  };
}

import { type Catalogue, cardOf, ruleOfCard } from '#model/catalogue.ts';
import type { Entry } from '#model/entry.ts';
import { blankCard, type CardState, replay } from './cards.ts';
import { FINAL_PASS_DAYS, isLeech, queueFor } from './queue.ts';
import type { QueueSettings } from './queueSettings.ts';
import type { Random } from './random.ts';
import { recall } from './schedule.ts';
import { type Fold, pass, type Steps } from './steps.ts';

/** Days that the forecast looks ahead. */
const FORECAST_DAYS = 14;

export interface ReviewDay {
  /** What is to be asked, in its order. */
  queue: CardState[];
  due: number;
  fresh: number;
  leeches: CardState[];
  /** Cards that were ever answered. */
  known: number;
  /** How many fall due on each of the next days; what is overdue counts for today. */
  forecast: number[];
  /** Days to the exam when the final pass has begun, else null. */
  finalPass: number | null;
  /** Mean chance to recall a known card, on the day of the exam where one is set, else today; null without any. */
  recall: number | null;
  done: { all: number; fresh: number };
}

/** What the review has to ask on a day, computed from the log and from what there is to ask. */
export function* reviewDay(
  entries: readonly Entry[],
  catalogue: Catalogue,
  settings: QueueSettings,
  today: number,
  random: Random,
): Steps<ReviewDay> {
  const cards = yield* cardsOf(entries, catalogue);
  const all = [...cards.values()];
  const asked = doneOn(today);
  yield* pass(entries, asked);
  const done = asked.result();
  const queue = queueFor(all, today, settings, random, done).flatMap((card) => cards.get(card.id) ?? []);
  const known = all.filter((card) => card.memory !== null);
  const active = known.filter((card) => !card.suspended && !isLeech(card));
  const forecast = Array.from(
    { length: FORECAST_DAYS },
    (_, i) =>
      active.filter(({ memory }) => {
        const day = Math.max(today, memory?.dueDay ?? 0);
        return day === today + i;
      }).length,
  );
  const { examDay } = settings;
  const left = examDay === null ? null : examDay - today;
  const at = examDay !== null && examDay > today ? examDay : today;
  const recalls = active.flatMap(({ memory }) => (memory === null ? [] : [recall(memory, at)]));
  return {
    queue,
    due: queue.filter((card) => card.memory !== null).length,
    fresh: queue.filter((card) => card.memory === null).length,
    leeches: all.filter((card) => isLeech(card) && !card.suspended),
    known: known.length,
    forecast,
    finalPass: left !== null && left > 0 && left <= FINAL_PASS_DAYS ? left : null,
    recall: recalls.length === 0 ? null : recalls.reduce((a, b) => a + b, 0) / recalls.length,
    done,
  };
}

/** Every card that was ever asked or can be, as the log leaves it. */
export function* cardsOf(entries: readonly Entry[], catalogue: Catalogue): Steps<Map<string, CardState>> {
  const cards = yield* replay(entries, new Map(catalogue.levels.map((level) => [level.id, level.rules])));
  for (const row of catalogue.items) {
    const id = cardOf(row);
    if (!cards.has(id)) cards.set(id, blankCard(id, row.topic));
  }
  // What nothing asks any longer stays in the log and counts in progress, and is never due.
  const asks = asksOf(catalogue);
  for (const id of cards.keys()) if (!asks(id)) cards.delete(id);
  return cards;
}

/** Tells whether an item of the catalogue can be asked for a card: one of its family, or any of the bank about its rule. */
function asksOf({ items }: Catalogue): (card: string) => boolean {
  const own = new Set(items.flatMap(({ family, rules }) => rules.map((rule) => `${family}/${rule}`)));
  const bank = new Set(items.flatMap((row) => (row.generated ? [] : row.rules)));
  return (card) => own.has(card) || bank.has(ruleOfCard(card));
}

/** Cards that the review asked on a day, and how many of them for the first time. */
export function doneOn(day: number): Fold<{ all: number; fresh: number }> {
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

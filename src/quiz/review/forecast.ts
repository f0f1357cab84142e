import { type Card, FINAL_PASS_DAYS, isLeech, queueFor } from './queue.ts';
import type { QueueSettings } from './queueSettings.ts';
import { randomOf } from '../lib/random.ts';
import { review } from './schedule.ts';

/** Days that are looked at where no exam is set. */
const WITHOUT_EXAM = 28;
/** No more than that, however far the exam is. */
const FURTHEST = 120;

interface ForecastDay {
  /** The learner's day. */
  day: number;
  /** Cards that were answered before. */
  due: number;
  /** Cards that are asked for the first time. */
  fresh: number;
  /** The last days before the exam, with a queue of their own. */
  finalPass: boolean;
}

export interface Forecast {
  days: ForecastDay[];
  /** The day of the exam that it leads up to; null without one, or where it is over. */
  examDay: number | null;
  /** The exam is further away than the days that are shown. */
  cut: boolean;
  /** Cards that were answered at least once, `reached` is at the end; `all` is what is asked at all. */
  begun: { now: number; reached: number; all: number };
  /** Cards that were forgotten too often: they wait until a level on their rule is passed. */
  waiting: number;
}

/**
 * What the review will ask on each day from today on, up to the day before the exam: the queue of that day, when
 * every queue before it is done and right. A miss adds its card to the next day.
 * @param done what the review asked today already
 */
export function forecast(
  cards: readonly Card[],
  today: number,
  settings: QueueSettings,
  done: { all: number; fresh: number } = { all: 0, fresh: 0 },
): Forecast {
  const examDay = settings.examDay !== null && settings.examDay > today ? settings.examDay : null;
  const wanted = examDay === null ? WITHOUT_EXAM : examDay - today;
  const length = Math.min(wanted, FURTHEST);
  const left = new Map(cards.map((card) => [card.id, card]));
  const days: ForecastDay[] = [];
  for (let day = today; day < today + length; day++) {
    const queue = queueFor(
      [...left.values()],
      day,
      settings,
      randomOf(day),
      day === today ? done : undefined,
    );
    const fresh = queue.filter((card) => card.memory === null).length;
    const finalPass = examDay !== null && examDay - day <= FINAL_PASS_DAYS;
    days.push({ day, due: queue.length - fresh, fresh, finalPass });
    for (const card of queue) left.set(card.id, { ...card, memory: review(card.memory, day, 'good') });
  }
  const asked = cards.filter((card) => !card.suspended && !isLeech(card));
  const after = [...left.values()].filter(
    (card) => card.memory !== null && !card.suspended && !isLeech(card),
  );
  return {
    days,
    examDay,
    cut: length < wanted,
    begun: {
      now: asked.filter((card) => card.memory !== null).length,
      reached: after.length,
      all: asked.length,
    },
    waiting: cards.filter((card) => !card.suspended && isLeech(card)).length,
  };
}

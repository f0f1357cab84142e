import type { Catalogue } from '#model/catalogue.ts';
import type { AnswerEntry, Entry } from '#model/entry.ts';
import { activity, type ActiveDay } from './activity.ts';
import { type Standing, standing } from './course.ts';
import { type Forecast, forecast } from './forecast.ts';
import {
  byRule,
  byTopic,
  firstAnswers,
  type Mastery,
  masteryBy,
  type WeakRule,
  weakestRules,
} from './mastery.ts';
import type { QueueSettings } from './queueSettings.ts';
import { cardsOf, doneOn } from './reviewDay.ts';

/** Weeks of activity that are shown. */
const WEEKS = 8;

/** Everything on the page of progress that takes a pass over the log, made once for a log and a day. */
export interface Dashboard {
  topics: ReadonlyMap<string, Mastery>;
  rules: ReadonlyMap<string, Mastery>;
  weakest: WeakRule[];
  forecast: Forecast;
  activity: ActiveDay[];
  standing: Standing;
  /** First answers of a card and day, in order. */
  firsts: readonly AnswerEntry[];
}

/** @param dayOf the learner's day of a time */
export function dashboard(
  entries: readonly Entry[],
  catalogue: Catalogue,
  settings: QueueSettings,
  today: number,
  dayOf: (at: number) => number,
): Dashboard {
  const firsts = firstAnswers(entries);
  const rules = masteryBy(firsts, today, byRule);
  const cards = cardsOf(entries, catalogue);
  return {
    topics: masteryBy(firsts, today, byTopic),
    rules,
    weakest: weakestRules(rules),
    forecast: forecast([...cards.values()], today, settings, doneOn(entries, today)),
    activity: activity(entries, today - 7 * WEEKS + 1, today, dayOf),
    standing: standing(entries, today, cards.values()),
    firsts,
  };
}

import type { Catalogue } from '#model/quiz/catalogue.ts';
import type { Certainty, Entry, EntryOf } from '#model/quiz/entry.ts';
import { activity, type ActiveDay } from './activity.ts';
import { type CourseMarks, marks } from './course.ts';
import { type Forecast, forecast } from '../review/forecast.ts';
import {
  byRule,
  byTopic,
  firstAnswers,
  type Mastery,
  masteryBy,
  type WeakRule,
  weakestRules,
} from './mastery.ts';
import type { QueueSettings } from '../review/queueSettings.ts';
import { cardsOf, doneOn, type ReviewDay, reviewOf } from '../review/reviewDay.ts';
import { type BeliefRow, beliefRows, certainAnswers, type ItemRow, itemRows } from './statistics.ts';
import { type ChunkedFold, pass, type Steps } from '../lib/chunkedFold.ts';

/** Weeks of activity that are shown. */
const WEEKS = 8;

/** Everything on the page of progress that takes a pass over the log, made once for a log and a day. */
export interface DashboardData extends CourseMarks {
  topics: ReadonlyMap<string, Mastery>;
  rules: ReadonlyMap<string, Mastery>;
  weakest: WeakRule[];
  review: ReviewDay;
  forecast: Forecast;
  activity: ActiveDay[];
  /** How many first answers of a card and day there are. */
  firsts: number;
  /** How many answers were right in full. */
  right: number;
  /** Mock exams in order. */
  exams: EntryOf<'exam'>[];
  items: ItemRow[];
  beliefs: BeliefRow[];
  certain: { certainty: Certainty; right: boolean }[];
}

function examsOf(): ChunkedFold<EntryOf<'exam'>[]> {
  const exams: EntryOf<'exam'>[] = [];
  return {
    add(entry) {
      if (entry.kind === 'exam') exams.push(entry);
    },
    result: () => exams,
  };
}

/**
 * In steps, since a log of years takes long.
 * @param dayOf the learner's day of a time
 */
export function* dashboard(
  entries: readonly Entry[],
  catalogue: Catalogue,
  settings: QueueSettings,
  today: number,
  dayOf: (at: number) => number,
): Steps<DashboardData> {
  const [byTopics, byRules] = [masteryBy(today, byTopic), masteryBy(today, byRule)];
  const firsts = firstAnswers(byTopics, byRules);
  const days = activity(today - 7 * WEEKS + 1, today, dayOf);
  const [gone, done, exams] = [marks(), doneOn(today), examsOf()];
  const [items, beliefs, certain] = [itemRows(), beliefRows(), certainAnswers()];
  yield* pass(entries, firsts, days, gone, done, exams, items, beliefs, certain);
  const cards = yield* cardsOf(entries, catalogue);
  const review = reviewOf(cards, done.result(), settings, today);
  const rules = byRules.result();
  const rows = items.result();
  return {
    ...gone.result(),
    topics: byTopics.result(),
    rules,
    weakest: weakestRules(rules),
    review,
    forecast: forecast(review.cards, today, settings, review.done),
    activity: days.result(),
    firsts: firsts.result().length,
    right: rows.reduce((sum, row) => sum + row.right, 0),
    exams: exams.result(),
    items: rows,
    beliefs: beliefs.result(),
    certain: certain.result(),
  };
}

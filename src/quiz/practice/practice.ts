import { type CatalogueRow, cardOf } from '#model/quiz/catalogue.ts';
import type { AnswerEntry, Entry } from '#model/quiz/entry.ts';
import { flagsIn } from '../progress/flagged.ts';
import { interleave } from './interleave.ts';
import type { KeptSession } from './openSessions.ts';
import type { Random } from '../lib/random.ts';
import { largestRemainder } from '../exam/largestRemainder.ts';

export const SELECTIONS = ['all', 'unseen', 'missed', 'flagged', 'exam-flags', 'sure'] as const;
/** `exam-flags` were flagged in an exam, `sure` were wrong though the learner was sure. */
export type ItemSelection = (typeof SELECTIONS)[number];

export interface Filter {
  /** Empty means every one. */
  objectives: readonly string[];
  topics: readonly string[];
  /** An item fits when it asks about one of them; of a generated one that is the rule of its card. */
  rules: readonly string[];
  selection: ItemSelection;
  /** Among how many of the last answers `missed` looks. */
  last: number;
  source: 'both' | 'bank' | 'simulator';
}

/** What the log says about items, for filters and order; made once for a log. */
export interface SeenItems {
  /** Key → the last answer. */
  last: ReadonlyMap<string, AnswerEntry>;
  flagged: ReadonlySet<string>;
  /** Those of them that were flagged in an exam. */
  examFlagged: ReadonlySet<string>;
  /** Every answer, in order. */
  answers: readonly AnswerEntry[];
}

/** Generated items are new each time, so what is remembered of them is their card. */
export const itemKey = (row: Pick<CatalogueRow, 'generated' | 'id' | 'family' | 'rules'>): string =>
  row.generated ? cardOf(row) : row.id;
const keyOfAnswer = (answer: AnswerEntry): string =>
  answer.seed === null ? answer.item : (answer.card ?? answer.item);

/** @param sessions exams among them, since they hold their own flags */
export function seenIn(entries: readonly Entry[], sessions: readonly KeptSession[]): SeenItems {
  const answers = entries.filter((entry) => entry.kind === 'answer');
  const { all, exam } = flagsIn(entries, sessions);
  return {
    last: new Map(answers.map((answer) => [keyOfAnswer(answer), answer])),
    flagged: all,
    examFlagged: exam,
    answers,
  };
}

/** The items that a filter lets through: their number is what is shown before the start. */
export function matching(rows: readonly CatalogueRow[], filter: Filter, seen: SeenItems): CatalogueRow[] {
  const missed = new Set(
    seen.answers
      .slice(-filter.last)
      .filter((answer) => !answer.strict)
      .map(keyOfAnswer),
  );
  return rows.filter((row) => {
    if (filter.objectives.length > 0 && !filter.objectives.includes(row.objective)) return false;
    if (filter.topics.length > 0 && !filter.topics.includes(row.topic)) return false;
    const about = row.generated ? row.rules.slice(0, 1) : row.rules;
    if (filter.rules.length > 0 && !about.some((rule) => filter.rules.includes(rule))) return false;
    if (filter.source !== 'both' && row.generated !== (filter.source === 'simulator')) return false;
    const key = itemKey(row);
    const last = seen.last.get(key);
    const selected: Readonly<Record<ItemSelection, boolean>> = {
      all: true,
      unseen: last === undefined,
      // What was put right since is not asked for again.
      missed: missed.has(key) && last?.strict === false,
      flagged: seen.flagged.has(key),
      'exam-flags': seen.examFlagged.has(key),
      sure: last?.strict === false && last.certainty === 'high',
    };
    return selected[filter.selection];
  });
}

/** The least share that a topic gets, against one that is not known at all. */
const FLOOR = 0.25;

/**
 * Which items are asked, and in what order: places go to topics by weakness with a floor for each, inside a topic
 * first what was sure but wrong, then what was never asked, then what was asked longest ago; no three of a topic in a
 * row where the pool allows.
 * @param mastery topic → 0 to 1
 */
export function serve(
  rows: readonly CatalogueRow[],
  length: number,
  seen: SeenItems,
  mastery: ReadonlyMap<string, number>,
  random: Random,
): CatalogueRow[] {
  const place = (row: CatalogueRow): number => {
    const last = seen.last.get(itemKey(row));
    if (last === undefined) return 0;
    return !last.strict && last.certainty === 'high' ? -1 : last.at;
  };
  const groups = Map.groupBy(random.shuffle(rows), (row) => row.topic);
  for (const [topic, mine] of groups)
    groups.set(
      topic,
      [...mine].sort((a, b) => place(a) - place(b)),
    );
  const wanted = Math.min(length, rows.length);
  const chosen: CatalogueRow[] = [];
  while (chosen.length < wanted) {
    const open = [...groups].filter(([, mine]) => mine.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
    const weights = Object.fromEntries(
      open.map(([topic]) => [
        topic,
        Math.round(100 * (FLOOR + (1 - FLOOR) * (1 - (mastery.get(topic) ?? 0.5)))),
      ]),
    );
    const given = largestRemainder(weights, wanted - chosen.length);
    for (const [topic, mine] of open) chosen.push(...mine.splice(0, given[topic] ?? 0));
  }
  return interleave(random.shuffle(chosen));
}

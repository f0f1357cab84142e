import type { Certainty } from '#model/quiz/entry.ts';
import type { ChunkedFold } from '../lib/chunkedFold.ts';

export interface ItemRow {
  item: string;
  topic: string;
  asked: number;
  right: number;
  /** Whether the very first answer was right. */
  first: boolean;
}

/** Items with their answers, those that were missed most first; generated items count under their card. */
export function itemRows(): ChunkedFold<ItemRow[]> {
  const rows = new Map<string, ItemRow>();
  return {
    add(entry) {
      if (entry.kind !== 'answer') return;
      const item = entry.seed === null ? entry.item : (entry.card ?? entry.item);
      const { topic, strict } = entry;
      const row = rows.get(item) ?? { item, topic: topic ?? '', asked: 0, right: 0, first: strict };
      rows.set(item, row);
      row.asked++;
      if (strict) row.right++;
    },
    result: () =>
      [...rows.values()].sort(
        (a, b) => b.asked - b.right - (a.asked - a.right) || (a.item < b.item ? -1 : 1),
      ),
  };
}

export interface BeliefRow {
  belief: string;
  times: number;
}

/** Misconceptions that were chosen, the most frequent first. */
export function beliefRows(): ChunkedFold<BeliefRow[]> {
  const times = new Map<string, number>();
  return {
    add(entry) {
      if (entry.kind !== 'answer') return;
      for (const belief of entry.beliefs) times.set(belief, (times.get(belief) ?? 0) + 1);
    },
    result: () =>
      [...times]
        .map(([belief, n]) => ({ belief, times: n }))
        .sort((a, b) => b.times - a.times || (a.belief < b.belief ? -1 : 1)),
  };
}

/** Answers with how sure the learner was, in order. */
export function certainAnswers(): ChunkedFold<{ certainty: Certainty; right: boolean }[]> {
  const given: { certainty: Certainty; right: boolean }[] = [];
  return {
    add(entry) {
      if (entry.kind === 'answer' && entry.certainty !== null)
        given.push({ certainty: entry.certainty, right: entry.strict });
    },
    result: () => given,
  };
}

import type { AnswerEntry, Entry } from '#model/entry.ts';

export interface ItemRow {
  item: string;
  topic: string;
  asked: number;
  right: number;
  /** Whether the very first answer was right. */
  first: boolean;
}

/** Items with their answers, those that were missed most first; generated items count under their card. */
export function itemRows(entries: readonly Entry[]): ItemRow[] {
  const answers = entries.filter((entry): entry is AnswerEntry => entry.kind === 'answer');
  const groups = Map.groupBy(answers, (a) => (a.seed === null ? a.item : (a.card ?? a.item)));
  return [...groups]
    .map(([item, mine]) => ({
      item,
      topic: mine[0]?.topic ?? '',
      asked: mine.length,
      right: mine.filter((a) => a.strict).length,
      first: mine[0]?.strict === true,
    }))
    .sort((a, b) => b.asked - b.right - (a.asked - a.right) || (a.item < b.item ? -1 : 1));
}

/** Misconceptions that were chosen, the most frequent first. */
export function beliefRows(entries: readonly Entry[]): { belief: string; times: number }[] {
  const times = new Map<string, number>();
  for (const entry of entries)
    if (entry.kind === 'answer')
      for (const belief of entry.beliefs) times.set(belief, (times.get(belief) ?? 0) + 1);
  return [...times]
    .map(([belief, n]) => ({ belief, times: n }))
    .sort((a, b) => b.times - a.times || (a.belief < b.belief ? -1 : 1));
}

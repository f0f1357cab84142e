import { useCallback, useEffect, useState } from 'react';
import type { Question } from '#model/quiz/question.ts';
import type { ItemRef } from '#model/quiz/session.ts';
import type { Judge } from '#quiz/scoring/grading.ts';
import { typeOf } from '#quiz/types/index.ts';
import type { Item } from '#quiz/types/item.ts';
import { loadItem, loadJudge } from '#state/quiz/bank.ts';

const needsJudge = (question: Question): boolean => typeOf(question).form(question).form === 'changes';

export interface LoadedItem {
  /** Words where it could not be loaded, `gone` where the bank no longer has it, null while it is loading. */
  item: Item | string | 'gone' | null;
  /** For questions that are built; null until it is there or where it is not needed. */
  judge: Judge | null;
  retry: () => void;
}

/** The item of a reference, with the simulator where it needs one. */
export function useItem(bank: string, ref: ItemRef): LoadedItem {
  const [found, setFound] = useState<{ key: string; item: Item | string; judge: Judge | null } | null>(null);
  const [tries, setTries] = useState(0);
  const key = `${ref.id}/${ref.seed}/${tries}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which item is meant.
  useEffect(() => {
    let wanted = true;
    void (async () => {
      const item = (await loadItem(bank, ref).catch(() => 'This question could not be loaded.')) ?? 'gone';
      const judge = typeof item !== 'string' && needsJudge(item.question) ? await loadJudge() : null;
      if (wanted) setFound({ key, item, judge });
    })();
    return () => {
      wanted = false;
    };
  }, [bank, key]);
  const retry = useCallback(() => setTries((n) => n + 1), []);
  return found?.key === key ? { ...found, retry } : { item: null, judge: null, retry };
}

import { useCallback, useEffect, useState } from 'react';
import type { Question } from '#model/quiz/question.ts';
import type { ItemRef } from '#model/quiz/session.ts';
import type { Judge } from '#quiz/scoring/grading.ts';
import { typeOf } from '#quiz/types/index.ts';
import type { Item } from '#quiz/types/item.ts';
import { type Loaded, loadItem, loadJudge } from '#state/quiz/bank.ts';

const needsJudge = (question: Question): boolean => typeOf(question).form(question).form === 'changes';

export interface LoadedItem {
  /** What came of loading it: null within where the bank no longer has it. Null while it is loading. */
  found: Loaded<Item | null> | null;
  /** The item, where it is there. */
  item: Item | null;
  /** For questions that are built; null until it is there or where it is not needed. */
  judge: Judge | null;
  retry: () => void;
}

/** The item of a reference, with the simulator where it needs one. */
export function useItem(bank: string, ref: ItemRef): LoadedItem {
  const [known, setKnown] = useState<(Omit<LoadedItem, 'retry'> & { key: string }) | null>(null);
  const [tries, setTries] = useState(0);
  const key = `${ref.id}/${ref.seed}/${tries}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which item is meant.
  useEffect(() => {
    let wanted = true;
    void (async () => {
      const found = await loadItem(bank, ref).catch(
        (): Loaded<null> => ({ ok: false, problem: { code: 'question_failed' } }),
      );
      const item = found.ok ? found.value : null;
      const judge = item !== null && needsJudge(item.question) ? await loadJudge() : null;
      if (wanted) setKnown({ key, found, item, judge });
    })();
    return () => {
      wanted = false;
    };
  }, [bank, key]);
  const retry = useCallback(() => setTries((n) => n + 1), []);
  return known?.key === key ? { ...known, retry } : { found: null, item: null, judge: null, retry };
}

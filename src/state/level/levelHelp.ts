import * as z from 'zod/mini';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseWith, record, wholeFrom } from '#model/parse/schema.ts';
import { type KeyValue, levelKey } from '../boards/boardStorage.ts';

/*
 * What helped in the current attempt at a level, kept beside its board under `runchain.sandbox.level.<id>.help`:
 *   { attempt, hints, shown, predicted }: how many resets came before, how many hints were opened, whether the solution
 *   was shown, and how many predictions were right, of how many. A reset begins another attempt.
 */
const shape = record({
  attempt: z._default(wholeFrom(0), 0),
  hints: wholeFrom(0),
  shown: z.boolean(),
  predicted: z.nullable(record({ right: wholeFrom(0), of: wholeFrom(0) })),
});
type Help = z.output<typeof shape>;
const NONE: Help = { attempt: 0, hints: 0, shown: false, predicted: null };

export interface HelpState extends Help {
  hinted: () => void;
  show: () => void;
  predict: (right: number, of: number) => void;
  restart: () => void;
}

/**
 * What helped, kept with the board so that it outlives the page. If another tab has written meanwhile, everything that
 * helped in one attempt counts, and an attempt that the other tab has reset does not come back.
 */
export function createHelp(storage: KeyValue | null, level: string): StoreApi<HelpState> {
  const key = `${levelKey(level)}.help`;
  return createStore<HelpState>((set, get) => {
    const keep = (next: Partial<Help>) => {
      const { attempt, hints, shown, predicted } = get();
      const own: Help = { attempt, hints, shown, predicted, ...next };
      const kept = read(storage, key);
      const both = kept.attempt === own.attempt ? merged(kept, own) : own;
      set(both);
      if (kept.attempt > own.attempt) return;
      try {
        storage?.setItem(key, JSON.stringify(both));
      } catch {
        // The board reports already that nothing can be kept.
      }
    };
    return {
      ...read(storage, key),
      hinted: () => keep({ hints: get().hints + 1 }),
      show: () => keep({ shown: true }),
      // Only the first prediction of an attempt counts, because after it the outcome is known.
      predict: (right, of) => {
        if (get().predicted === null) keep({ predicted: { right, of } });
      },
      restart: () => keep({ ...NONE, attempt: Math.max(get().attempt, read(storage, key).attempt) + 1 }),
    };
  });
}

/** Joins two records of one attempt: the larger value of each, and the first prediction. */
const merged = (first: Help, then: Help): Help => ({
  attempt: first.attempt,
  hints: Math.max(first.hints, then.hints),
  shown: first.shown || then.shown,
  predicted: first.predicted ?? then.predicted,
});

function read(storage: KeyValue | null, key: string): Help {
  try {
    const parsed = parseWith(shape, JSON.parse(storage?.getItem(key) ?? 'null'));
    return parsed.ok ? parsed.value : NONE;
  } catch {
    return NONE;
  }
}

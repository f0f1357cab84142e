import * as z from 'zod/mini';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseWith, record, wholeFrom } from '#model/schema.ts';
import { type KeyValue, levelKey } from './boardStore.ts';

/*
 * What helped in the current attempt at a level, beside its board under `runchain.sandbox.level.<id>.help`:
 *   { hints, shown, predicted }: how many rungs of the ladder were opened, whether the solution was shown, and how
 *   many predictions were right, of how many. A reset begins another attempt.
 */
const shape = record({
  hints: wholeFrom(0),
  shown: z.boolean(),
  predicted: z.nullable(record({ right: wholeFrom(0), of: wholeFrom(0) })),
});
type Help = z.output<typeof shape>;
const NONE: Help = { hints: 0, shown: false, predicted: null };

export interface HelpState extends Help {
  hinted: () => void;
  show: () => void;
  predict: (right: number, of: number) => void;
  restart: () => void;
}

/** What helped, kept with the board so that closing the page forgets none of it. */
export function createHelp(storage: KeyValue | null, level: string): StoreApi<HelpState> {
  const key = `${levelKey(level)}.help`;
  return createStore<HelpState>((set, get) => {
    const keep = (next: Partial<Help>) => {
      set(next);
      const { hints, shown, predicted } = get();
      try {
        storage?.setItem(key, JSON.stringify({ hints, shown, predicted }));
      } catch {
        // The board itself says that nothing can be kept.
      }
    };
    return {
      ...read(storage, key),
      hinted: () => keep({ hints: get().hints + 1 }),
      show: () => keep({ shown: true }),
      // The first prediction of an attempt counts: later ones have seen the outcome.
      predict: (right, of) => {
        if (get().predicted === null) keep({ predicted: { right, of } });
      },
      restart: () => keep(NONE),
    };
  });
}

function read(storage: KeyValue | null, key: string): Help {
  try {
    const parsed = parseWith(shape, JSON.parse(storage?.getItem(key) ?? 'null'));
    return parsed.ok ? parsed.value : NONE;
  } catch {
    return NONE;
  }
}

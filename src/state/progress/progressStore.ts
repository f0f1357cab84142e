import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Entry, inOrderOf } from '#model/quiz/entry.ts';
import { type Backend, newTo, type SessionRecord } from './backend.ts';
import type { ImportPlan } from './exchangeFile.ts';
import { createRepository, type RefusedStorage, type Surroundings } from './repository.ts';
import { listIn, partition, type PartitionedProgress } from './partition.ts';

/** An entry without the id and the time, which the store adds. */
type Bare<T> = T extends unknown ? Omit<T, 'id' | 'at'> : never;
export type NewEntry = Bare<Entry>;

/**
 * Progress is an append-only log and the sessions that are going on. Cards, mastery and readiness are computed from it.
 * What cannot be read stays where it is or is set aside, and the learner is told.
 */
export interface ProgressState {
  /** In the order in which they happened. */
  entries: readonly Entry[];
  sessions: readonly SessionRecord[];
  aside: readonly unknown[];
  /** What the learner must know about their stored progress, or null. */
  notice: string | null;
  /** Where things are that could not be stored yet; null if everything is stored. */
  refused: RefusedStorage | null;
  /** Where it is kept; null until it is loaded. */
  kept: Backend['name'] | null;
  /** Whether the browser has promised not to clear it when space is short; null until it is known. */
  lasting: boolean | null;
  /** Reads what is kept; safe to call more than once. */
  load: () => Promise<void>;
  /** Adds to the log. The entries show at once; the promise resolves when they are kept. */
  append: (...entries: NewEntry[]) => Promise<Entry[]>;
  /** Adds entries that already have ids and times. Entries that are there already stay as they are. */
  add: (entries: readonly Entry[]) => Promise<void>;
  /** Reads again what other tabs left, including closed ones. */
  refresh: () => Promise<void>;
  /** Tries again to write what was refused. */
  retry: () => Promise<void>;
  saveSession: (session: SessionRecord) => Promise<void>;
  merge: (plan: ImportPlan) => Promise<void>;
  /** Deletes everything that is kept, in every tab. Offer an export before calling it. */
  reset: () => Promise<void>;
}

export function createProgress(around: Surroundings): StoreApi<ProgressState> {
  return createStore<ProgressState>((set, get) => {
    /** Takes things into memory, wherever they come from. What is there already stays as it is. */
    const take = ({ entries, sessions, aside }: PartitionedProgress) => {
      const state = get();
      const ids = new Set(state.entries.map((entry) => entry.id));
      const fresh = entries.filter((entry) => !ids.has(entry.id) && ids.add(entry.id));
      const later = sessions.filter(
        (s) => !state.sessions.some((o) => o.id === s.id && o.revision >= s.revision),
      );
      const odd = aside.length === 0 ? [] : newTo(state.aside, aside);
      if (fresh.length + later.length + odd.length === 0) return;
      const laterIds = new Set(later.map((s) => s.id));
      set({
        entries: fresh.length === 0 ? state.entries : [...state.entries, ...fresh].sort(inOrderOf),
        sessions: [...state.sessions.filter((s) => !laterIds.has(s.id)), ...later],
        aside: odd.length === 0 ? state.aside : [...state.aside, ...odd],
      });
    };
    const repository = createRepository(around, {
      held: get,
      found: take,
      tell: (notice, unless) => {
        if (unless === undefined || get().notice === null) set({ notice });
      },
      refused: (refused) => {
        // Nothing is refused any more, so the notice about it goes too.
        if (refused === null && get().refused !== null) set({ refused, notice: null });
        else set({ refused });
      },
      kept: (kept) => set({ kept }),
      lasting: (lasting) => set({ lasting }),
    });
    const write = (
      entries: readonly Entry[],
      sessions: readonly SessionRecord[],
      aside: readonly unknown[] = [],
    ) => {
      const kept = repository.write(entries, sessions, aside);
      take({ entries: [...entries], sessions: [...sessions], aside: [...aside] });
      return kept;
    };
    around.channel?.listen((message) => {
      if (typeof message !== 'object' || message === null) return;
      if (Reflect.get(message, 'reset') === true) set({ entries: [], sessions: [], aside: [] });
      // What this version cannot read was sent by another version, which keeps it.
      else take({ ...partition(listIn(message, 'entries'), listIn(message, 'sessions')), aside: [] });
    });
    return {
      entries: [],
      sessions: [],
      aside: [],
      notice: null,
      refused: null,
      kept: null,
      lasting: null,
      load: repository.load,
      append: async (...bare) => {
        const at = around.now();
        const entries = bare.map((entry): Entry => ({ ...entry, id: around.newId(), at }));
        await write(entries, []);
        return entries;
      },
      add: (entries) => write(entries, []),
      refresh: repository.refresh,
      retry: repository.retry,
      saveSession: (session) => write([], [session]),
      merge: (plan) => write(plan.entries, plan.sessions, plan.aside),
      reset: async () => {
        await repository.clear();
        set({ entries: [], sessions: [], aside: [], notice: null, refused: null });
        around.channel?.post({ reset: true });
      },
    };
  });
}

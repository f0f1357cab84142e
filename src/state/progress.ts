import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Entry, inOrderOf } from '#model/entry.ts';
import type { AnswerFacts } from '#quiz/answerEntry.ts';
import { dayOf, now, today } from './clock.ts';
import { type Backend, memoryBackend, type SessionRecord, textBackend } from './progressBackend.ts';
import { databaseBackend } from './progressDatabase.ts';
import type { ImportPlan } from './progressFile.ts';
import { createJournal } from './progressJournal.ts';
import { fromVersion1, parseJson, V1_KEY } from './progressMigration.ts';
import { listIn, sorted } from './progressSorted.ts';
import { browserStorage, isLasting, type KeyedStorage, scoped, storageWorks } from './storage.ts';

/** Entries without what the store adds to each: an id and the time. */
type Bare<T> = T extends unknown ? Omit<T, 'id' | 'at'> : never;
export type NewEntry = Bare<Entry>;

/**
 * Progress is an append-only log and the sessions that are going on; cards, mastery and readiness are computed
 * from it. What cannot be read stays where it is or is set aside, and the learner is told.
 */
export interface ProgressState {
  /** In the order in which they happened. */
  entries: readonly Entry[];
  sessions: readonly SessionRecord[];
  aside: readonly unknown[];
  /** What the learner must know about their stored progress, or null. */
  notice: string | null;
  /** Where it is kept; null until it is loaded. */
  kept: Backend['name'] | null;
  /** Whether the browser has promised not to clear it when space is short; null until it is known. */
  lasting: boolean | null;
  /** Reads what is kept; safe to call more than once. */
  load: () => Promise<void>;
  /** Adds to the log. What it is told is shown at once; the promise is about when it is kept. */
  append: (...entries: NewEntry[]) => Promise<Entry[]>;
  /** Adds entries that have ids and times of their own; what is there already stays. */
  add: (entries: readonly Entry[]) => Promise<void>;
  /** Reads again what other tabs left, killed ones among them. */
  refresh: () => Promise<void>;
  saveSession: (session: SessionRecord) => Promise<void>;
  merge: (plan: ImportPlan) => Promise<void>;
  /** Deletes everything that is kept, in every tab. Export first. */
  reset: () => Promise<void>;
}

const LOST =
  'Your browser keeps nothing here: what you do is lost when you leave. Export it on the progress page.';
const FULL =
  'Your browser could not store the last change: its storage is full or blocked. Export your progress.';
const CLOSED = 'A newer version of this app is open in another tab. Reload this page.';

/** What the store needs of its surroundings. */
export interface Surroundings {
  storage: KeyedStorage;
  /** null where there is no database */
  open: (onClosed: () => void) => Promise<Backend | null>;
  now: () => number;
  newId: () => string;
  dayOf: (at: number) => number;
  /** Whether the browser has promised to keep what is stored, also when space is short; asks for it where told so. */
  lasting: (ask: boolean) => Promise<boolean>;
  /** To the other tabs and from them. */
  channel: { post: (message: unknown) => void; listen: (hear: (message: unknown) => void) => void } | null;
}

export function createProgress(around: Surroundings): StoreApi<ProgressState> {
  const journal = createJournal(around.storage, around.newId());
  let backend: Backend = memoryBackend();
  let loading: Promise<void> | null = null;
  let asked = false;
  /** Writes happen one after another. */
  let queue: Promise<void> = Promise.resolve();

  const store = createStore<ProgressState>((set, get) => {
    const tell = (notice: string) => set({ notice });
    /** Takes into memory what came from anywhere; what is here already stays. */
    const take = (entries: readonly Entry[], sessions: readonly SessionRecord[]) => {
      const state = get();
      const ids = new Set(state.entries.map((entry) => entry.id));
      const fresh = entries.filter((entry) => !ids.has(entry.id) && ids.add(entry.id));
      const later = sessions.filter(
        (s) => !state.sessions.some((o) => o.id === s.id && o.revision >= s.revision),
      );
      if (fresh.length === 0 && later.length === 0) return;
      const laterIds = new Set(later.map((s) => s.id));
      set({
        entries: fresh.length === 0 ? state.entries : [...state.entries, ...fresh].sort(inOrderOf),
        sessions: [...state.sessions.filter((s) => !laterIds.has(s.id)), ...later],
      });
    };
    const write = (entries: readonly Entry[], session: SessionRecord | null): Promise<void> => {
      journal.add(entries, session);
      take(entries, session === null ? [] : [session]);
      queue = queue.then(async () => {
        await get().load();
        try {
          // What was refused before is tried again with it.
          const all = journal.pending();
          if (all.entries.length > 0) await backend.append(all.entries);
          for (const pending of all.sessions) await backend.putSession(pending);
          journal.done(all);
          around.channel?.post(all);
          if (get().notice === FULL) set({ notice: null });
        } catch {
          // It stays in the journal, and is tried again with the next change or when a page of the app is opened.
          tell(FULL);
        }
        if (asked || backend.name === 'memory') return;
        asked = true;
        void around.lasting(true).then((lasting) => set({ lasting }));
      });
      return queue;
    };
    const migrate = async () => {
      const text = around.storage.read(V1_KEY);
      if (text === null) return;
      const old = fromVersion1(parseJson(text), around.dayOf);
      if (old === null) {
        await backend.setAside([text]);
        tell('Stored progress could not be read. It is set aside, and in every export.');
      } else await backend.append(old);
      if (around.storage.write(`${V1_KEY}.v1`, text)) around.storage.remove(V1_KEY);
    };
    /** What an earlier visit kept as text, because the database could not be opened then. */
    const absorb = async () => {
      if (backend.name !== 'indexeddb') return;
      const text = textBackend(around.storage);
      const kept = await text.read();
      const { entries, sessions, unread } = sorted(kept.entries, kept.sessions);
      const aside = [...kept.aside, ...unread];
      if (entries.length + sessions.length + aside.length === 0) return;
      await backend.append(entries);
      for (const session of sessions) await backend.putSession(session);
      await backend.setAside(aside);
      await text.clear();
    };
    const read = async () => {
      const kept = await backend.read();
      const { entries, sessions, unread } = sorted(kept.entries, kept.sessions);
      take(entries, sessions);
      const aside = [...kept.aside, ...unread];
      set({ aside });
      if (aside.length > 0 && get().notice === null) {
        const n = aside.length === 1 ? '1 record' : `${aside.length} records`;
        tell(
          `${n} of your progress could not be read. Nothing is deleted: every export holds what was set aside.`,
        );
      }
    };
    const recover = async () => {
      const { found, forget } = journal.left();
      await backend.append(found.entries);
      for (const session of found.sessions) await backend.putSession(session);
      if (found.aside.length > 0) await backend.setAside(found.aside);
      if (backend.name !== 'memory') forget();
    };
    const load = async () => {
      const opened = await around.open(() => tell(CLOSED));
      if (opened !== null) backend = opened;
      // Full storage takes nothing more, and is still read.
      else if (storageWorks(around.storage) || around.storage.keys().length > 0)
        backend = textBackend(around.storage);
      else tell(LOST);
      try {
        await absorb();
        await migrate();
        await recover();
        await read();
      } catch {
        tell(FULL);
        await read().catch(() => tell('Your stored progress could not be read. Nothing was changed.'));
      }
      set({ kept: backend.name });
      if (backend.name !== 'memory') void around.lasting(false).then((lasting) => set({ lasting }));
    };
    around.channel?.listen((message) => {
      if (typeof message !== 'object' || message === null) return;
      if (Reflect.get(message, 'reset') === true) {
        set({ entries: [], sessions: [], aside: [] });
        return;
      }
      const { entries, sessions } = sorted(listIn(message, 'entries'), listIn(message, 'sessions'));
      take(entries, sessions);
    });
    return {
      entries: [],
      sessions: [],
      aside: [],
      notice: null,
      kept: null,
      lasting: null,
      load: () => {
        loading ??= load();
        return loading;
      },
      append: async (...bare) => {
        const at = around.now();
        const entries = bare.map((entry): Entry => ({ ...entry, id: around.newId(), at }));
        await write(entries, null);
        return entries;
      },
      add: (entries) => write(entries, null),
      refresh: async () => {
        await get().load();
        try {
          await recover();
          await read();
        } catch {
          tell(FULL);
        }
      },
      saveSession: (session) => write([], session),
      merge: async (plan) => {
        await write(plan.entries, null);
        for (const session of plan.sessions) await write([], session);
        try {
          await backend.setAside(plan.aside);
          set({ aside: [...get().aside, ...plan.aside] });
        } catch {
          tell(FULL);
        }
      },
      reset: async () => {
        await queue;
        await backend.clear();
        journal.clear();
        for (const key of around.storage.keys()) if (key.startsWith(V1_KEY)) around.storage.remove(key);
        set({ entries: [], sessions: [], aside: [], notice: null });
        around.channel?.post({ reset: true });
      },
    };
  });
  return store;
}

/** An id that no other has; `randomUUID` is missing where the page is not served securely. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(36).padStart(2, '0')).join('');
}

function browserChannel(): Surroundings['channel'] {
  if (typeof BroadcastChannel === 'undefined' || typeof window === 'undefined') return null;
  const channel = new BroadcastChannel(scoped('runchain.progress'));
  return {
    post: (message) => channel.postMessage(message),
    listen: (hear) => {
      channel.onmessage = (event) => hear(event.data);
    },
  };
}

/** The store of this page: the one for answers, lessons, levels and settings. */
export const progressStore = createProgress({
  storage: browserStorage,
  open: databaseBackend,
  lasting: isLasting,
  now,
  newId,
  dayOf,
  channel: browserChannel(),
});

/** Appends an answer with the time and day of now. @returns the entry as it stands in the log */
export function recordAnswer(answer: AnswerFacts): Entry {
  const entry: Entry = { kind: 'answer', id: newId(), at: now(), day: today(), ...answer };
  void progressStore.getState().add([entry]);
  return entry;
}

/** A seed that nothing else decides. */
export const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

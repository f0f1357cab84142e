import * as z from 'zod/mini';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { parseWith, record } from '#model/schema.ts';
import { browserStorage, type Storage } from './storage.ts';

/**
 * Progress is the log of answers and nothing else: `{ version: 1, answers: [...] }` under `runchain.progress`,
 * append-only. What follows from it (cards, mastery) is computed. Text that cannot be read is kept under
 * `runchain.progress.backup` and the learner is told.
 */
const KEY = 'runchain.progress';
const BACKUP = 'runchain.progress.backup';

const answerSchema = record({
  item: z.string(),
  seed: z.nullable(z.int()),
  /** Milliseconds since 1970. */
  at: z.number(),
  strict: z.boolean(),
  /** Top and bottom of the exact fraction. */
  partial: z.tuple([z.int(), z.int()]),
  scoring: z.int(),
});
export type StoredAnswer = z.output<typeof answerSchema>;
const progressSchema = record({ version: z.literal(1), answers: z.array(answerSchema) });

export interface ProgressState {
  answers: StoredAnswer[];
  /** What the learner must know about their stored progress, or null. */
  notice: string | null;
  load: () => void;
  add: (answer: StoredAnswer) => void;
}

export function createProgressStore(storage: Storage): StoreApi<ProgressState> {
  const read = (): { answers: StoredAnswer[]; notice: string | null } => {
    const text = storage.read(KEY);
    if (text === null) return { answers: [], notice: null };
    const parsed = parseStored(text);
    if (parsed !== null) return { answers: parsed, notice: null };
    storage.write(BACKUP, text);
    return { answers: [], notice: `Stored progress could not be read. It is kept under ${BACKUP}.` };
  };
  return createStore<ProgressState>((set, get) => ({
    answers: [],
    notice: null,
    load: () => set(read()),
    add: (answer) => {
      // Another tab may have added answers since: append to what is stored now, not to what was read once.
      const stored = read();
      const answers = [
        ...(stored.answers.length >= get().answers.length ? stored.answers : get().answers),
        answer,
      ];
      const kept = storage.write(KEY, JSON.stringify({ version: 1, answers }));
      const notice = kept
        ? (stored.notice ?? get().notice)
        : 'Your browser keeps nothing here: answers are lost when you leave.';
      set({ answers, notice });
    },
  }));
}

function parseStored(text: string): StoredAnswer[] | null {
  try {
    const parsed = parseWith(progressSchema, JSON.parse(text));
    return parsed.ok ? parsed.value.answers : null;
  } catch {
    return null;
  }
}

/** The store of this page. */
export const progressStore = createProgressStore(browserStorage);

/** Appends an answer with the time of now. */
export function recordAnswer(answer: Omit<StoredAnswer, 'at'>): void {
  progressStore.getState().add({ ...answer, at: Date.now() });
}

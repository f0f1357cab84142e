import * as z from 'zod/mini';
import type { Entry } from '#model/quiz/entry.ts';
import { listOf, parseWith, record } from '#model/parse/schema.ts';
import { newTo, type SessionRecord } from './backend.ts';
import { parseJson } from './migration.ts';
import { nothing, partition, type PartitionedProgress } from './partition.ts';
import type { KeyedStorage } from '../storage/port.ts';

const PREFIX = 'runchain.journal.';
const journalSchema = record({
  entries: z.array(z.unknown()),
  sessions: z.array(z.unknown()),
  aside: listOf(z.unknown()),
});

/**
 * Notes in local storage what is on its way to the database. A database writes some time after it is told to, and a tab
 * that is closed before that must not lose the last answer; local storage writes at once. Each tab has a key of its own.
 */
export function createJournal(storage: KeyedStorage, tab: string) {
  const key = `${PREFIX}${tab}`;
  let pending: PartitionedProgress = nothing();
  let noted = true;
  const write = () => {
    const { entries, sessions, aside } = pending;
    if (entries.length + sessions.length + aside.length === 0) {
      storage.remove(key);
      noted = true;
    } else noted = storage.write(key, JSON.stringify(pending));
  };
  return {
    add(entries: readonly Entry[], sessions: readonly SessionRecord[], aside: readonly unknown[] = []) {
      const changed = new Set(sessions.map(({ id }) => id));
      pending = {
        entries: [...pending.entries, ...entries],
        sessions: [...pending.sessions.filter(({ id }) => !changed.has(id)), ...sessions],
        aside: [...pending.aside, ...newTo(pending.aside, aside)],
      };
      write();
    },
    /** Everything that is not in the database yet, including what was refused before. */
    pending: (): PartitionedProgress => pending,
    /** Whether all of that outlives the page; false if local storage had no room for it either. */
    isNoted: (): boolean => noted,
    /** Removes what is in the database now. */
    done({ entries, sessions, aside }: PartitionedProgress) {
      const ids = new Set(entries.map((entry) => entry.id));
      pending = {
        entries: pending.entries.filter((entry) => !ids.has(entry.id)),
        sessions: pending.sessions.filter(
          (s) => !sessions.some((kept) => kept.id === s.id && kept.revision >= s.revision),
        ),
        aside: newTo(aside, pending.aside),
      };
      write();
    },
    clear() {
      pending = nothing();
      noted = true;
      for (const other of storage.keys()) if (other.startsWith(PREFIX)) storage.remove(other);
    },
    /** What other tabs left, including closed ones. `forget` removes what has not changed since. */
    left(): { found: PartitionedProgress; forget: () => void } {
      const found = nothing();
      const texts = new Map<string, string>();
      for (const other of storage.keys()) {
        const text = other.startsWith(PREFIX) && other !== key ? storage.read(other) : null;
        if (text === null) continue;
        texts.set(other, text);
        const read = parseJournal(text);
        found.entries.push(...read.entries);
        found.sessions.push(...read.sessions);
        found.aside.push(...read.aside);
      }
      const forget = () => {
        for (const [other, text] of texts) if (storage.read(other) === text) storage.remove(other);
      };
      return { found, forget };
    },
  };
}

/** Hands on unchanged what cannot be read because it is incomplete, damaged, or from a newer version. */
function parseJournal(text: string): PartitionedProgress {
  const parsed = parseWith(journalSchema, parseJson(text));
  if (!parsed.ok) return { ...nothing(), aside: [text] };
  const read = partition(parsed.value.entries, parsed.value.sessions);
  return { ...read, aside: [...read.aside, ...parsed.value.aside] };
}

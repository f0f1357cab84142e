import * as z from 'zod/mini';
import { type Entry, parseEntry } from '#model/entry.ts';
import { parseWith, record } from '#model/schema.ts';
import { parseSession, type SessionRecord } from './progressBackend.ts';
import { parseJson } from './progressMigration.ts';
import type { KeyedStorage } from './storage.ts';

const PREFIX = 'runchain.journal.';
const journalSchema = record({ entries: z.array(z.unknown()), sessions: z.array(z.unknown()) });

export interface Pending {
  entries: Entry[];
  sessions: SessionRecord[];
}
/** What was found, and what of it cannot be read. */
export type Left = Pending & { aside: unknown[] };

/**
 * What is on its way to the database, written down first: a database writes later than it is told to, and a tab
 * that is killed in between must not lose the last answer. Local storage writes at once. One key a tab.
 */
export function createJournal(storage: KeyedStorage, tab: string) {
  const key = `${PREFIX}${tab}`;
  let pending: Pending = { entries: [], sessions: [] };
  const write = () => {
    if (pending.entries.length === 0 && pending.sessions.length === 0) storage.remove(key);
    else storage.write(key, JSON.stringify(pending));
  };
  return {
    add(entries: readonly Entry[], session: SessionRecord | null) {
      const others = pending.sessions.filter((s) => s.id !== session?.id);
      pending = {
        entries: [...pending.entries, ...entries],
        sessions: session === null ? pending.sessions : [...others, session],
      };
      write();
    },
    /** Everything that is not in the database yet, what was refused before among it. */
    pending: (): Pending => pending,
    /** These are in the database now. */
    done({ entries, sessions }: Pending) {
      const ids = new Set(entries.map((entry) => entry.id));
      pending = {
        entries: pending.entries.filter((entry) => !ids.has(entry.id)),
        sessions: pending.sessions.filter(
          (s) => !sessions.some((kept) => kept.id === s.id && kept.revision >= s.revision),
        ),
      };
      write();
    },
    clear() {
      pending = { entries: [], sessions: [] };
      for (const other of storage.keys()) if (other.startsWith(PREFIX)) storage.remove(other);
    },
    /** What other tabs, dead ones among them, left; `forget` takes off what has not changed since. */
    left(): { found: Left; forget: () => void } {
      const found: Left = { entries: [], sessions: [], aside: [] };
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

/** What cannot be read is handed on as it is: cut off while it was written, damaged, or from a newer version. */
function parseJournal(text: string): Left {
  const left: Left = { entries: [], sessions: [], aside: [] };
  const parsed = parseWith(journalSchema, parseJson(text));
  if (!parsed.ok) return { ...left, aside: [text] };
  for (const thing of parsed.value.entries) {
    const entry = parseEntry(thing);
    if (entry.ok) left.entries.push(entry.value);
    else left.aside.push(thing);
  }
  for (const thing of parsed.value.sessions) {
    const session = parseSession(thing);
    if (session !== null) left.sessions.push(session);
    else left.aside.push(thing);
  }
  return left;
}

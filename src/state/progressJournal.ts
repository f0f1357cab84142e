import * as z from 'zod/mini';
import { type Entry, parseEntry } from '#model/entry.ts';
import { parseWith, record } from '#model/schema.ts';
import { parseSession, type SessionRecord } from './progressBackend.ts';
import type { KeyedStorage } from './storage.ts';

const PREFIX = 'runchain.journal.';
const journalSchema = record({ entries: z.array(z.unknown()), sessions: z.array(z.unknown()) });

export interface Pending {
  entries: Entry[];
  sessions: SessionRecord[];
}

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
    /** These are in the database now. */
    done(entries: readonly Entry[], session: SessionRecord | null) {
      const ids = new Set(entries.map((entry) => entry.id));
      pending = {
        entries: pending.entries.filter((entry) => !ids.has(entry.id)),
        sessions: pending.sessions.filter((s) => s.id !== session?.id || s.revision > session.revision),
      };
      write();
    },
    clear() {
      pending = { entries: [], sessions: [] };
      for (const other of storage.keys()) if (other.startsWith(PREFIX)) storage.remove(other);
    },
    /** What other tabs, dead ones among them, left; `forget` takes off what has not changed since. */
    left(): { found: Pending; forget: () => void } {
      const found: Pending = { entries: [], sessions: [] };
      const texts = new Map<string, string>();
      for (const other of storage.keys()) {
        const text = other.startsWith(PREFIX) && other !== key ? storage.read(other) : null;
        if (text === null) continue;
        texts.set(other, text);
        const read = parseJournal(text);
        found.entries.push(...read.entries);
        found.sessions.push(...read.sessions);
      }
      const forget = () => {
        for (const [other, text] of texts) if (storage.read(other) === text) storage.remove(other);
      };
      return { found, forget };
    },
  };
}

function parseJournal(text: string): Pending {
  try {
    const parsed = parseWith(journalSchema, JSON.parse(text));
    if (!parsed.ok) return { entries: [], sessions: [] };
    return {
      entries: parsed.value.entries.flatMap((entry) => {
        const read = parseEntry(entry);
        return read.ok ? [read.value] : [];
      }),
      sessions: parsed.value.sessions.flatMap((session) => parseSession(session) ?? []),
    };
  } catch {
    // Cut off while it was written: what it was about is lost with the tab, everything before is kept.
    return { entries: [], sessions: [] };
  }
}

import { type Entry, parseEntry } from '#model/entry.ts';
import { parseSession, type SessionRecord } from './progressBackend.ts';

/** The list under a key of a message, or nothing. */
export const listIn = (message: object, key: string): unknown[] => {
  const list: unknown = Reflect.get(message, key);
  return Array.isArray(list) ? list : [];
};

/** What can be read, and what cannot: from a newer version, or damaged. */
export function sorted(things: readonly unknown[], records: readonly unknown[]) {
  const entries: Entry[] = [];
  const sessions: SessionRecord[] = [];
  const unread: unknown[] = [];
  for (const thing of things) {
    const parsed = parseEntry(thing);
    if (parsed.ok) entries.push(parsed.value);
    else unread.push(thing);
  }
  for (const thing of records) {
    const session = parseSession(thing);
    if (session !== null) sessions.push(session);
    else unread.push(thing);
  }
  return { entries, sessions, unread };
}

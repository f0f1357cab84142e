import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry } from '#model/quiz/entry.ts';
import { type Backend, isLater, isReadable, newTo, parseSession, type SessionRecord } from './backend.ts';
import { scoped } from '../storage/learnerScope.ts';

const NAME = 'runchain';
/** Version 1 has the log, sessions, and what could not be read. A later version adds a step below. */
const VERSION = 1;
/** How many entries are read at a time. */
const PAGE = 1_000;

interface Schema extends DBSchema {
  log: { key: string; value: Entry };
  sessions: { key: string; value: SessionRecord };
  aside: { key: number; value: unknown };
}

/**
 * The browser's database, or null if there is none or it cannot be opened.
 * @param onClosed called when a newer version of the app in another tab takes the database over
 */
export async function databaseBackend(onClosed: () => void): Promise<Backend | null> {
  try {
    // If storage is blocked, even naming it may throw.
    if (typeof indexedDB === 'undefined') return null;
    const db = await openDB<Schema>(scoped(NAME), VERSION, {
      upgrade(database, from) {
        if (from < 1) {
          database.createObjectStore('log', { keyPath: 'id' });
          database.createObjectStore('sessions', { keyPath: 'id' });
          database.createObjectStore('aside', { autoIncrement: true });
        }
      },
      blocking(_from, _to, event) {
        if (event.target instanceof IDBDatabase) event.target.close();
        onClosed();
      },
      terminated: onClosed,
    });
    return backendOf(db);
  } catch {
    return null;
  }
}

function backendOf(db: IDBPDatabase<Schema>): Backend {
  return {
    name: 'indexeddb',
    async read() {
      const tx = db.transaction(['log', 'sessions', 'aside']);
      const entries: Entry[] = [];
      // Reads in pages, because everything that one request reads arrives as one task.
      for (let after: IDBKeyRange | null = null; ; ) {
        const page = await tx.objectStore('log').getAll(after, PAGE);
        entries.push(...page);
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE) break;
        after = IDBKeyRange.lowerBound(last.id, true);
      }
      const sessions = await tx.objectStore('sessions').getAll();
      const aside = await tx.objectStore('aside').getAll();
      return { entries, sessions, aside };
    },
    async append(entries) {
      const tx = db.transaction(['log', 'aside'], 'readwrite');
      const log = tx.objectStore('log');
      const before = await Promise.all(entries.map((entry) => log.get(entry.id)));
      const broken = before.filter((row) => row !== undefined && !isReadable(row));
      const fresh = entries.filter((_, i) => before[i] === undefined || broken.includes(before[i]));
      // Awaited together with `done`: a failed write rejects both, and both rejections must be handled.
      await Promise.all([
        ...broken.map((row) => tx.objectStore('aside').add(row)),
        ...fresh.map((entry) => log.put(entry)),
        tx.done,
      ]);
    },
    async putSession(session) {
      const tx = db.transaction(['sessions', 'aside'], 'readwrite');
      const sessions = tx.objectStore('sessions');
      const before = await sessions.get(session.id);
      const broken = before !== undefined && parseSession(before) === null;
      const later = isLater(session, before);
      await Promise.all([
        ...(broken ? [tx.objectStore('aside').add(before)] : []),
        ...(later ? [sessions.put(session)] : []),
        tx.done,
      ]);
    },
    async setAside(things) {
      const tx = db.transaction('aside', 'readwrite');
      const fresh = newTo(things.length === 0 ? [] : await tx.store.getAll(), things);
      await Promise.all([...fresh.map((thing) => tx.store.add(thing)), tx.done]);
    },
    async clear() {
      const tx = db.transaction(['log', 'sessions', 'aside'], 'readwrite');
      await Promise.all([
        tx.objectStore('log').clear(),
        tx.objectStore('sessions').clear(),
        tx.objectStore('aside').clear(),
        tx.done,
      ]);
    },
  };
}

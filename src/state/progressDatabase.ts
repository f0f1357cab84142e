import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry } from '#model/entry.ts';
import { type Backend, isLater, type SessionRecord } from './progressBackend.ts';
import { scoped } from './storage.ts';

const NAME = 'runchain';
/** Version 1: the log, sessions, and what could not be read. A later version adds a step below. */
const VERSION = 1;

interface Schema extends DBSchema {
  log: { key: string; value: Entry };
  sessions: { key: string; value: SessionRecord };
  aside: { key: number; value: unknown };
}

/**
 * The browser's database, or null where there is none or it cannot be opened.
 * @param onClosed called when a newer version of the app in another tab takes the database over
 */
export async function databaseBackend(onClosed: () => void): Promise<Backend | null> {
  if (typeof indexedDB === 'undefined') return null;
  try {
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
      const [entries, sessions, aside] = await Promise.all([
        tx.objectStore('log').getAll(),
        tx.objectStore('sessions').getAll(),
        tx.objectStore('aside').getAll(),
      ]);
      return { entries, sessions, aside };
    },
    async append(entries) {
      const tx = db.transaction('log', 'readwrite');
      const known = await Promise.all(entries.map((entry) => tx.store.getKey(entry.id)));
      const fresh = entries.filter((_, i) => known[i] === undefined);
      // Together with `done`: a failed write rejects both, and neither may go unheard.
      await Promise.all([...fresh.map((entry) => tx.store.add(entry)), tx.done]);
    },
    async putSession(session) {
      const tx = db.transaction('sessions', 'readwrite');
      const later = isLater(session, await tx.store.get(session.id));
      await Promise.all([...(later ? [tx.store.put(session)] : []), tx.done]);
    },
    async setAside(things) {
      const tx = db.transaction('aside', 'readwrite');
      await Promise.all([...things.map((thing) => tx.store.add(thing)), tx.done]);
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

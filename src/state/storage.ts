/** Where something is kept. Reading and writing may fail: storage can be blocked, full or hold rubbish. */
export interface Storage {
  read(key: string): string | null;
  /** @returns false where it could not be written */
  write(key: string, value: string): boolean;
}

/** Storage whose keys can be listed and removed. */
export interface KeyedStorage extends Storage {
  keys(): string[];
  remove(key: string): void;
}

const SCOPE = 'runchain.learner';

/**
 * Whose progress this tab is about: empty but where a learning system started the app, since there one browser may
 * serve several learners.
 */
function storageScope(): string {
  try {
    return sessionStorage.getItem(SCOPE) ?? '';
  } catch {
    return '';
  }
}

/** From now on this tab, and what it opens, has the progress of that learner. */
export function scopeStorage(learner: string): void {
  try {
    if (learner === '') sessionStorage.removeItem(SCOPE);
    else sessionStorage.setItem(SCOPE, encodeURIComponent(learner));
  } catch {
    // Blocked storage keeps nothing, for nobody.
  }
}

/** A name of something that is kept, for the learner of this tab. */
export const scoped = (name: string): string => {
  const scope = storageScope();
  return scope === '' ? name : `${scope}/${name}`;
};

/** The browser's local storage; blocked storage reads as empty and refuses to write. */
export const browserStorage: KeyedStorage = {
  keys() {
    try {
      const prefix = scoped('');
      return Object.keys(localStorage).flatMap((key) =>
        key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
      );
    } catch {
      return [];
    }
  },
  remove(key) {
    try {
      localStorage.removeItem(scoped(key));
    } catch {
      // What cannot be reached cannot be removed either.
    }
  },
  read(key) {
    try {
      return localStorage.getItem(scoped(key));
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(scoped(key), value);
      return true;
    } catch {
      return false;
    }
  },
};

/** Whether anything can be kept at all. */
export function storageWorks(storage: Storage): boolean {
  return storage.write('runchain.probe', '1') && storage.read('runchain.probe') === '1';
}

/**
 * Whether the browser has promised to keep what this site stores, also when space is short.
 * @param ask for the promise where there is none; some browsers then ask the learner, so wait until there is something
 */
export async function isLasting(ask: boolean): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (ask && (await navigator.storage.persist()));
  } catch {
    return false;
  }
}

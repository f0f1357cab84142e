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

/** The browser's local storage; blocked storage reads as empty and refuses to write. */
export const browserStorage: KeyedStorage = {
  keys() {
    try {
      return Object.keys(localStorage);
    } catch {
      return [];
    }
  },
  remove(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // What cannot be reached cannot be removed either.
    }
  },
  read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, value);
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

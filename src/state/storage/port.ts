/*
 * What a part of the app needs of whatever keeps its things. `browser.ts` gives it the browser's, under the names of
 * `scope.ts`; tests give it a map.
 */

/** Where something is kept. Reading and writing may fail: storage can be blocked, full or hold rubbish. */
interface Storage {
  read(key: string): string | null;
  /** @returns false where it could not be written */
  write(key: string, value: string): boolean;
}

/** Storage whose keys can be listed and removed. */
export interface KeyedStorage extends Storage {
  keys(): string[];
  remove(key: string): void;
}

/** Storage with the browser's own names and errors: a write that does not fit throws. */
export interface StorageArea {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

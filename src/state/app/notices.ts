/** What a person must know of how their things are kept, wherever they are in the app. */
export interface Notice {
  text: string;
  /** Tries again what was refused; null: there is nothing to try. */
  retry: (() => void) | null;
  /** Everything as a file, so that it is not lost; null: a file does not help. */
  file: (() => { name: string; text: string }) | null;
  /** Whether leaving the page loses something. */
  onlyHere: boolean;
}

/** From where, such as `progress`; each says one thing at a time. */
const told = new Map<string, Notice>();
const listeners = new Set<(notices: readonly Notice[]) => void>();

/** @param notice null takes back what was told from there */
export function setNotice(from: string, notice: Notice | null): void {
  if (notice === null && !told.has(from)) return;
  if (notice === null) told.delete(from);
  else told.set(from, notice);
  for (const listener of listeners) listener([...told.values()]);
}

/** Hears what there is, now and from now on. @returns what ends it */
export function watchNotices(listener: (notices: readonly Notice[]) => void): () => void {
  listeners.add(listener);
  listener([...told.values()]);
  return () => listeners.delete(listener);
}

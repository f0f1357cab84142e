/** Something that learners must know about how their things are kept, on whatever page they are. */
export interface Notice {
  text: string;
  /** Tries again what was refused; null if there is nothing to try. */
  retry: (() => void) | null;
  /** Gives everything as a file, so that it is not lost; null if a file does not help. */
  file: (() => { name: string; text: string }) | null;
  /** Whether something is lost when the page is left. */
  onlyHere: boolean;
}

/** The notices by source, such as `progress`. Each source has one notice at a time. */
const told = new Map<string, Notice>();
const listeners = new Set<(notices: readonly Notice[]) => void>();

/** @param notice null removes the notice of that source */
export function setNotice(from: string, notice: Notice | null): void {
  if (notice === null && !told.has(from)) return;
  if (notice === null) told.delete(from);
  else told.set(from, notice);
  for (const listener of listeners) listener([...told.values()]);
}

/** Calls back with the notices now and at each change. @returns a function that stops this */
export function watchNotices(listener: (notices: readonly Notice[]) => void): () => void {
  listeners.add(listener);
  listener([...told.values()]);
  return () => listeners.delete(listener);
}

import { browserStorage } from '../storage/browser.ts';

/** Lessons that were read, from the copy that `src/state/progress/readLessons.ts` keeps for pages that do not load the log. */
export function readLessons(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(browserStorage.read('runchain.read') ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

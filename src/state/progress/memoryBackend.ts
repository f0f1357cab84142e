import { type Backend, type KeptProgress, mergeInto, newTo } from './backend.ts';

/** Keeps everything in memory, until the page is closed. */
export function memoryBackend(): Backend {
  const kept: KeptProgress = { entries: [], sessions: [], aside: [] };
  return {
    name: 'memory',
    read: async () => structuredClone(kept),
    append: async (entries) => mergeInto(kept, entries, []),
    putSession: async (session) => mergeInto(kept, [], [session]),
    setAside: async (things) => {
      kept.aside.push(...newTo(kept.aside, things));
    },
    clear: async () => {
      kept.entries = [];
      kept.sessions = [];
      kept.aside = [];
    },
  };
}

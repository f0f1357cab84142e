import type { Entry } from '#model/quiz/entry.ts';
import type { Backend, SessionRecord } from '#state/progress/backend.ts';
import type { Surroundings } from '#state/progress/repository.ts';
import { createProgress, type NewEntry } from '#state/progress/progressStore.ts';
import type { KeyedStorage } from '#state/storage/port.ts';

type Kept = KeyedStorage & { kept: Map<string, string> };
export function texts(start: Record<string, string> = {}, writable = true): Kept {
  const kept = new Map(Object.entries(start));
  return {
    kept,
    keys: () => [...kept.keys()],
    read: (key) => kept.get(key) ?? null,
    remove: (key) => void kept.delete(key),
    write: (key, value) => {
      if (writable) kept.set(key, value);
      return writable;
    },
  };
}

/** Tabs that hear each other, as with a BroadcastChannel: not themselves, and copies. */
export function channels() {
  const ears: ((message: unknown) => void)[] = [];
  return (): NonNullable<Surroundings['channel']> => {
    let own: ((message: unknown) => void) | null = null;
    return {
      post: (message) => {
        for (const ear of ears) if (ear !== own) ear(structuredClone(message));
      },
      listen: (hear) => {
        own = hear;
        ears.push(hear);
      },
    };
  };
}

let clock = 1_000;
let ids = 0;
export const surroundings = (
  storage: Kept,
  backend: Backend | null,
  channel: Surroundings['channel'] = null,
): Surroundings => ({
  storage,
  open: async () => backend,
  now: () => clock++,
  newId: () => `id${ids++}`,
  lasting: async () => true,
  dayOf: (at) => Math.floor(at / 86_400_000),
  channel,
  pause: async () => {},
});
export const tab = (...given: Parameters<typeof surroundings>) => createProgress(surroundings(...given));
export const lesson = (name: string): NewEntry => ({ kind: 'lesson', lesson: name, mark: 'read' });
export const names = (entries: readonly Entry[]) =>
  entries.map((e) => (e.kind === 'lesson' ? e.lesson : e.kind));
export const session = (id: string, revision: number): SessionRecord => ({
  id,
  kind: 'exam',
  version: 1,
  revision,
  updatedAt: 1,
  data: { revision },
});

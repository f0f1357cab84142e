import * as z from 'zod/mini';
import { parseWith, record } from '#model/parse/schema.ts';
import type { KeyedStorage } from '../storage/port.ts';
import { type Backend, type KeptProgress, mergeInto, newTo } from './backend.ts';

const KEY = 'runchain.log';
const keptSchema = record({
  version: z.literal(2),
  entries: z.array(z.unknown()),
  sessions: z.array(z.unknown()),
  aside: z.array(z.unknown()),
});

/**
 * Keeps one text under `runchain.log`. It is read again before each write, so that no tab overwrites another. A text that
 * cannot be read is moved to `runchain.log.aside.<n>`, and `read` returns what is there too.
 */
export function textBackend(storage: KeyedStorage): Backend {
  const load = (): KeptProgress => {
    const text = storage.read(KEY);
    const asideKeys = storage.keys().filter((key) => key.startsWith(`${KEY}.aside.`));
    const aside = asideKeys.map((key) => storage.read(key));
    if (text === null) return { entries: [], sessions: [], aside };
    const parsed = parseText(text);
    if (parsed !== null) return { ...parsed, aside: [...parsed.aside, ...aside] };
    // The text is removed only once it is safe elsewhere.
    if (storage.write(`${KEY}.aside.${asideKeys.length + 1}`, text)) storage.remove(KEY);
    return { entries: [], sessions: [], aside: [...aside, text] };
  };
  const change = async (how: (kept: KeptProgress) => void) => {
    load();
    const text = storage.read(KEY);
    const kept = (text === null ? null : parseText(text)) ?? { entries: [], sessions: [], aside: [] };
    how(kept);
    if (!storage.write(KEY, JSON.stringify({ version: 2, ...kept })))
      throw new Error('storage is full or blocked');
  };
  return {
    name: 'localstorage',
    read: async () => load(),
    append: (entries) => change((kept) => mergeInto(kept, entries, [])),
    putSession: (session) => change((kept) => mergeInto(kept, [], [session])),
    setAside: (things) => change((kept) => kept.aside.push(...newTo(kept.aside, things))),
    clear: async () => {
      for (const key of storage.keys())
        if (key === KEY || key.startsWith(`${KEY}.aside.`)) storage.remove(key);
    },
  };
}

function parseText(text: string): KeptProgress | null {
  try {
    const parsed = parseWith(keptSchema, JSON.parse(text));
    if (!parsed.ok) return null;
    const { entries, sessions, aside } = parsed.value;
    return { entries, sessions, aside };
  } catch {
    return null;
  }
}

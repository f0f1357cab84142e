import * as z from 'zod/mini';
import { nonEmpty, parseWith, record, wholeFrom } from '#model/parse/schema.ts';
import { type Entry, parseEntry } from '#model/quiz/entry.ts';

const sessionSchema = record({
  id: nonEmpty,
  /** What `data` is: `exam`, `practice` or `review`. */
  kind: nonEmpty,
  /** Version of the form of `data`. */
  version: wholeFrom(1),
  /** Grows by one with every change, so an older state never overwrites a later one. */
  revision: wholeFrom(0),
  updatedAt: z.number(),
  data: z.unknown(),
});
/** A session that is going on, or an exam that is over. The record is written after every change. */
export type SessionRecord = z.output<typeof sessionSchema>;

export function parseSession(input: unknown): SessionRecord | null {
  const parsed = parseWith(sessionSchema, input);
  return parsed.ok ? parsed.value : null;
}

/** What a backend holds, unparsed. The store parses it and reports what it cannot read. */
export interface KeptProgress {
  entries: unknown[];
  sessions: unknown[];
  aside: unknown[];
}

/**
 * Where progress is kept. Entries are only ever added. If the id of one is there already, what is there stays, unless it
 * cannot be read: then it is set aside, and the new entry takes its place.
 */
export interface Backend {
  name: 'indexeddb' | 'localstorage' | 'memory';
  read(): Promise<KeptProgress>;
  /** Rejects if nothing could be written. */
  append(entries: readonly Entry[]): Promise<void>;
  /** Writes the session unless a later revision of it is kept. */
  putSession(session: SessionRecord): Promise<void>;
  /** Keeps what could not be read, unchanged and without duplicates. */
  setAside(things: readonly unknown[]): Promise<void>;
  clear(): Promise<void>;
}

export const isLater = (session: SessionRecord, kept: unknown): boolean => {
  const before = parseSession(kept);
  return before === null || session.revision > before.revision;
};

const idOf = (thing: unknown): unknown =>
  typeof thing === 'object' && thing !== null ? Reflect.get(thing, 'id') : undefined;

export const isReadable = (thing: unknown): boolean => parseEntry(thing).ok;

/** The things that are not among the others yet. */
export function newTo(others: readonly unknown[], things: readonly unknown[]): unknown[] {
  const texts = new Set(others.map((other) => JSON.stringify(other)));
  return things.filter((thing) => {
    const text = JSON.stringify(thing);
    return !texts.has(text) && texts.add(text);
  });
}

/** Adds to what is kept, in place. The backends without a database use it. */
export function mergeInto(
  kept: KeptProgress,
  entries: readonly Entry[],
  sessions: readonly SessionRecord[],
): void {
  const places = new Map(kept.entries.map((entry, at) => [idOf(entry), at]));
  for (const entry of entries) {
    const at = places.get(entry.id);
    if (at === undefined) places.set(entry.id, kept.entries.push(entry) - 1);
    else if (!isReadable(kept.entries[at])) kept.aside.push(...kept.entries.splice(at, 1, entry));
  }
  for (const session of sessions) {
    const at = kept.sessions.findIndex((other) => idOf(other) === session.id);
    const before = kept.sessions[at];
    if (at < 0) kept.sessions.push(session);
    else if (isLater(session, before)) {
      if (parseSession(before) === null) kept.aside.push(before);
      kept.sessions[at] = session;
    }
  }
}

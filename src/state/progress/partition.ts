import { type Entry, parseEntry } from '#model/quiz/entry.ts';
import { runAll, type Steps, through } from '#quiz/lib/chunkedFold.ts';
import { parseSession, type SessionRecord } from './backend.ts';

/** What can be read of progress, and what cannot, because it is damaged or from a newer version. */
export interface PartitionedProgress {
  entries: Entry[];
  sessions: SessionRecord[];
  aside: unknown[];
}

export const nothing = (): PartitionedProgress => ({ entries: [], sessions: [], aside: [] });

/** The list under a key of a message, or an empty one. */
export const listIn = (message: object, key: string): unknown[] => {
  const list: unknown = Reflect.get(message, key);
  return Array.isArray(list) ? list : [];
};

/** Separates what can be read from what cannot, in steps, since a long log takes a while. */
export function* partitioning(
  log: readonly unknown[],
  records: readonly unknown[],
): Steps<PartitionedProgress> {
  const things = nothing();
  yield* through(log, (thing) => {
    const parsed = parseEntry(thing);
    if (parsed.ok) things.entries.push(parsed.value);
    else things.aside.push(thing);
  });
  for (const thing of records) {
    const session = parseSession(thing);
    if (session !== null) things.sessions.push(session);
    else things.aside.push(thing);
  }
  return things;
}

export const partition = (log: readonly unknown[], records: readonly unknown[]): PartitionedProgress =>
  runAll(partitioning(log, records));

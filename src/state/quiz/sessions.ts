import { DISCARDED } from '#quiz/practice/openSessions.ts';
import { newId, progressStore } from '../progress/progress.ts';
import type { SessionRecord } from '../progress/backend.ts';

/** Makes a new session, which is kept at once. */
export function createSession(kind: string, version: number, data: unknown): SessionRecord {
  const record: SessionRecord = { id: newId(), kind, version, revision: 0, updatedAt: Date.now(), data };
  void progressStore.getState().saveSession(record);
  return record;
}

/** Makes the next revision of a session, which is kept at once. */
export function reviseSession(record: SessionRecord, data: unknown): SessionRecord {
  const next = { ...record, revision: record.revision + 1, updatedAt: Date.now(), data };
  void progressStore.getState().saveSession(next);
  return next;
}

export const sessionOf = (id: string): SessionRecord | undefined =>
  progressStore.getState().sessions.find((session) => session.id === id);

/**
 * Throws a session away. Its answers stay in the log, and the rest is gone. A later revision without content takes its
 * place, since a deleted record would come back from another tab or an old export.
 * @returns a function that brings it back
 */
export function discardSession(id: string): () => void {
  const before = sessionOf(id);
  if (before === undefined || before.kind === DISCARDED) return () => {};
  reviseSession({ ...before, kind: DISCARDED }, null);
  return () => {
    const mark = sessionOf(id);
    if (mark?.kind === DISCARDED) reviseSession({ ...mark, kind: before.kind }, before.data);
  };
}

/** Sessions of a kind, the latest change first. */
export const sessionsOf = (sessions: readonly SessionRecord[], kind: string): SessionRecord[] =>
  sessions.filter((session) => session.kind === kind).sort((a, b) => b.updatedAt - a.updatedAt);

/**
 * Reserves a session for this tab as long as the page is open; a second tab may only look. When the first tab closes or
 * crashes, the browser passes the session on.
 * @param onChange is told whether this tab has it
 * @returns a function that releases it
 */
export function holdSession(id: string, onChange: (mine: boolean) => void): () => void {
  const name = `runchain.session.${id}`;
  let letGo = () => {};
  let over = false;
  const waiting = new AbortController();
  const held = () => {
    onChange(true);
    return new Promise<void>((resolve) => {
      letGo = resolve;
      if (over) resolve();
    });
  };
  // Without locks (on pages that are not served securely) no tab can know; later revisions still win.
  if (typeof navigator === 'undefined' || navigator.locks === undefined) onChange(true);
  else
    void navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (over) return;
      if (lock !== null) return held();
      onChange(false);
      navigator.locks
        .request(name, { signal: waiting.signal }, async () => {
          await progressStore.getState().refresh();
          await held();
        })
        .catch(() => {});
    });
  return () => {
    over = true;
    waiting.abort();
    letGo();
  };
}

const MARK = '#session=';

/** The session that the address names, so that going to the sandbox and back returns to it. */
export const addressedSession = (): string | null =>
  location.hash.startsWith(MARK) ? decodeURIComponent(location.hash.slice(MARK.length)) : null;

/** What the address says if it names no session: a link from another page says there what to practise. */
export const addressedChoice = (): string => (addressedSession() === null ? location.hash.slice(1) : '');

export const sessionHash = (id: string): string => `${MARK}${encodeURIComponent(id)}`;

export function addressSession(id: string | null): void {
  const { pathname, search } = location;
  history.replaceState(null, '', id === null ? `${pathname}${search}` : sessionHash(id));
}

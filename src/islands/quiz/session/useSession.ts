import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Parsed } from '#model/parse/problem.ts';
import { DISCARDED } from '#quiz/practice/openSessions.ts';
import { holdSession, reviseSession, sessionOf } from '#state/quiz/sessions.ts';
import { useProgress } from './useProgress.ts';

export interface Session<T> {
  data: T;
  /** False while another tab has it: this one may only look. */
  mine: boolean;
  /** Replaces what is kept by what the function makes of the latest state. */
  change: (how: (data: T) => T) => void;
}

/**
 * A session that is kept after every change.
 * @returns `loading`, `missing`, words where it cannot be read, or the session
 */
export function useSession<T>(
  id: string,
  parse: (input: unknown) => Parsed<T>,
): Session<T> | 'loading' | 'missing' | { unreadable: string } {
  const loaded = useProgress((state) => state.kept !== null);
  const record = useProgress((state) => state.sessions.find((session) => session.id === id));
  const [mine, setMine] = useState<boolean | null>(null);
  useEffect(() => holdSession(id, setMine), [id]);
  const parsed = useMemo(() => (record === undefined ? null : parse(record.data)), [record, parse]);
  const change = useCallback(
    (how: (data: T) => T) => {
      const latest = sessionOf(id);
      const read = latest === undefined ? null : parse(latest.data);
      if (latest === undefined || read?.ok !== true) return;
      const next = how(read.value);
      if (next !== read.value) reviseSession(latest, next);
    },
    [id, parse],
  );
  if (!loaded || mine === null) return 'loading';
  if (parsed === null || record?.kind === DISCARDED) return 'missing';
  if (!parsed.ok) return { unreadable: parsed.problems[0]?.message ?? '' };
  return { data: parsed.value, mine, change };
}

import { useMemo } from 'react';
import { type OpenThing, openIn } from '#quiz/practice/openSessions.ts';
import { now } from '#state/app/clock.ts';
import { useProgress } from './useProgress.ts';

/** What was begun and is not over, the one used last first. */
export function useOpen(): OpenThing[] {
  const sessions = useProgress((state) => state.sessions);
  return useMemo(() => openIn(sessions, now()), [sessions]);
}

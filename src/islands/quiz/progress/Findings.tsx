import { type ReactNode, useCallback } from 'react';
import type { Entry } from '#model/quiz/entry.ts';
import { dashboard } from '#quiz/progress/dashboard.ts';
import { dayOf } from '#state/app/clock.ts';
import { quizSettings } from '#state/quiz/quizSettings.ts';
import { useSteps } from '../session/useSteps.ts';
import { Dashboard, type DashboardProps } from './Dashboard.tsx';

interface Props extends Omit<DashboardProps, 'found'> {
  /** The learner's day. */
  today: number;
  entries: readonly Entry[];
  /** What is there until everything is added up. */
  pending: ReactNode;
}

/** The dashboard, once the log has been gone through. */
export default function Findings({ entries, pending, today, ...shown }: Props) {
  const { catalogue } = shown;
  const found = useSteps(
    useCallback(
      () => dashboard(entries, catalogue, quizSettings(entries).queue, today, dayOf),
      [entries, catalogue, today],
    ),
  );
  return found === null ? pending : <Dashboard {...shown} found={found} />;
}

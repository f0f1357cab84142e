import { useCallback } from 'react';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import type { ReviewDay } from '#quiz/review/reviewDay.ts';
import { today } from '#state/app/clock.ts';
import { withPauses } from '#state/app/pauses.ts';
import { quizSettings } from '#state/quiz/quizSettings.ts';
import { useFound } from '../session/useFound.ts';
import { useProgress } from '../session/useProgress.ts';

/** What the review asks today; null until it is there. The scheduler is loaded with it. */
export function useReviewDay(catalogue: Catalogue): ReviewDay | null {
  const entries = useProgress((state) => state.entries);
  const day = today();
  return useFound(
    useCallback(async () => {
      const { reviewDay } = await import('#quiz/review/reviewDay.ts');
      return withPauses(reviewDay(entries, catalogue, quizSettings(entries).queue, day));
    }, [entries, catalogue, day]),
  );
}

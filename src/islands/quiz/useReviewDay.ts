import { useCallback } from 'react';
import type { Catalogue } from '#model/catalogue.ts';
import type { ReviewDay } from '#quiz/reviewDay.ts';
import { today } from '#state/clock.ts';
import { withPauses } from '#state/pauses.ts';
import { quizSettings } from '#state/quizSettings.ts';
import { useFound } from './useFound.ts';
import { useProgress } from './useProgress.ts';

/** What the review asks today; null until it is there. The scheduler is loaded with it. */
export function useReviewDay(catalogue: Catalogue): ReviewDay | null {
  const entries = useProgress((state) => state.entries);
  const day = today();
  return useFound(
    useCallback(async () => {
      const { reviewDay } = await import('#quiz/reviewDay.ts');
      return withPauses(reviewDay(entries, catalogue, quizSettings(entries).queue, day));
    }, [entries, catalogue, day]),
  );
}

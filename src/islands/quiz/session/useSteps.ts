import { useCallback } from 'react';
import type { Steps } from '#quiz/lib/chunkedFold.ts';
import { withPauses } from '#state/app/pauses.ts';
import { useFound } from './useFound.ts';

/**
 * What long work gives, done so that the page stays alive. While it is done anew, the former result stays.
 * @param begin the same function as long as the work is the same
 * @returns null until it is there
 */
export const useSteps = <T>(begin: () => Steps<T>): T | null =>
  useFound(useCallback(() => withPauses(begin()), [begin]));

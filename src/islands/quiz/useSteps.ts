import { startTransition, useEffect, useState } from 'react';
import type { Steps } from '#quiz/steps.ts';
import { withPauses } from '#state/pauses.ts';

/**
 * What long work gives, done so that the page stays alive. While it is done anew, the former result stands.
 * @param begin the same function as long as the work is the same
 * @returns null until it is there
 */
export function useSteps<T>(begin: () => Steps<T>): T | null {
  const [result, setResult] = useState<{ of: T } | null>(null);
  useEffect(() => {
    let wanted = true;
    void withPauses(begin()).then((of) => {
      // What is shown of it is built in slices too.
      if (wanted) startTransition(() => setResult({ of }));
    });
    return () => {
      wanted = false;
    };
  }, [begin]);
  return result === null ? null : result.of;
}

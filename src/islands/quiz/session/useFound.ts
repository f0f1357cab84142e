import { startTransition, useEffect, useState } from 'react';

/**
 * What comes later, built in slices when it comes, so that the page stays alive. While it is looked for anew, the former
 * stays.
 * @param find the same function as long as the same is looked for
 * @returns null until it is there
 */
export function useFound<T>(find: () => Promise<T>): T | null {
  const [result, setResult] = useState<{ of: T } | null>(null);
  useEffect(() => {
    let wanted = true;
    void find().then((of) => {
      if (wanted) startTransition(() => setResult({ of }));
    });
    return () => {
      wanted = false;
    };
  }, [find]);
  return result === null ? null : result.of;
}

import { startTransition, useCallback, useEffect, useState } from 'react';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import { type Loaded, loadCatalogue } from '#state/quiz/bank.ts';

/** What there is to ask; null while it is loading. */
export function useCatalogue(bank: string): { catalogue: Loaded<Catalogue> | null; retry: () => void } {
  const [catalogue, setCatalogue] = useState<Loaded<Catalogue> | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` is what makes it load again.
  useEffect(() => {
    let wanted = true;
    void loadCatalogue(bank).then((found) => {
      // In slices: the whole page is built of it.
      if (wanted) startTransition(() => setCatalogue(found));
    });
    return () => {
      wanted = false;
    };
  }, [bank, tries]);
  const retry = useCallback(() => {
    setCatalogue(null);
    setTries((n) => n + 1);
  }, []);
  return { catalogue, retry };
}

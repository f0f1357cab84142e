import type { ReactNode } from 'react';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import { LoadFailed } from './LoadFailed.tsx';
import { useCatalogue } from './useCatalogue.ts';
import { useProgress } from './useProgress.ts';
import '../quiz.css';

/** What every page of questions has: the catalogue and the log, loaded or not. */
export function Frame({ bank, children }: { bank: string; children: (catalogue: Catalogue) => ReactNode }) {
  const { catalogue, retry } = useCatalogue(bank);
  const loaded = useProgress((state) => state.kept !== null);
  return (
    <>
      {typeof catalogue === 'string' && <LoadFailed why={catalogue} retry={retry} />}
      {(catalogue === null || !loaded) && typeof catalogue !== 'string' && <p role="status">Loading …</p>}
      {catalogue !== null && typeof catalogue !== 'string' && loaded && children(catalogue)}
    </>
  );
}

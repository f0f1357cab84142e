import type { ReactNode } from 'react';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import { describeLoadProblem } from '#state/quiz/bank.ts';
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
      {catalogue?.ok === false && <LoadFailed why={describeLoadProblem(catalogue.problem)} retry={retry} />}
      {(catalogue === null || (catalogue.ok && !loaded)) && <p role="status">Loading …</p>}
      {catalogue?.ok === true && loaded && children(catalogue.value)}
    </>
  );
}

import { type ReactNode, Suspense, useEffect } from 'react';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import { Frame } from './Frame.tsx';
import type { QuizSite } from '../quizSite.ts';
import { useAddress } from './useAddress.ts';

type Open = (id: string | null) => void;

interface Props {
  site: QuizSite;
  /** What is waited for, as in "Loading the exam". */
  waits: string;
  /** Brings what `session` shows, while somebody still chooses. The same function each time. */
  load: () => Promise<unknown>;
  start: (catalogue: Catalogue, open: Open) => ReactNode;
  session: (id: string, catalogue: Catalogue, open: Open) => ReactNode;
}

/** A page on which something is chosen and then worked on: its start where the address names none, else what it names. */
export function Addressed({ site, waits, load, start, session }: Props) {
  const [id, open] = useAddress();
  useEffect(() => void load(), [load]);
  return (
    <Frame bank={site.bank}>
      {(catalogue) =>
        id === null ? (
          start(catalogue, open)
        ) : (
          <Suspense fallback={<p role="status">Loading {waits} …</p>}>
            {session(id, catalogue, open)}
          </Suspense>
        )
      }
    </Frame>
  );
}

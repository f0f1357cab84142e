import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import type { Catalogue } from '#model/catalogue.ts';
import { startDrill } from '#state/playStart.ts';
import { Frame } from './Frame.tsx';
import type { QuizSite } from './quizSite.ts';
import { useAddress } from './useAddress.ts';

/** Comes while somebody chooses what to be asked. */
const loadSession = () => import('./PlaySession.tsx');
const PlaySession = lazy(async () => ({ default: (await loadSession()).PlaySession }));

/** A page that starts sessions: its own start where the address names none, else the session and its end. */
export function Sessions({
  site,
  start,
}: {
  site: QuizSite;
  start: (catalogue: Catalogue, open: (id: string | null) => void) => ReactNode;
}) {
  const [id, open] = useAddress();
  useEffect(() => void loadSession(), []);
  return (
    <Frame bank={site.bank}>
      {(catalogue) =>
        id === null ? (
          start(catalogue, open)
        ) : (
          <Suspense fallback={<p role="status">Loading the session …</p>}>
            <PlaySession
              key={id}
              id={id}
              site={site}
              catalogue={catalogue}
              onLeave={() => open(null)}
              onDrill={(refs) => open(startDrill(refs, catalogue.version))}
            />
          </Suspense>
        )
      }
    </Frame>
  );
}

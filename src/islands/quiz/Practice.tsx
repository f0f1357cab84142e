import type { ItemRef } from '#model/session.ts';
import { startDrill } from '#state/playStart.ts';
import { Frame } from './Frame.tsx';
import { PlaySession } from './PlaySession.tsx';
import { PracticeStart } from './PracticeStart.tsx';
import type { QuizSite } from './quizSite.ts';
import { useAddress } from './useAddress.ts';

/** Practice: choosing what to be asked, the session, and its end. */
export default function Practice({ site }: { site: QuizSite }) {
  const [id, open] = useAddress();
  return (
    <Frame bank={site.bank}>
      {(catalogue) =>
        id === null ? (
          <PracticeStart catalogue={catalogue} onOpen={open} />
        ) : (
          <PlaySession
            key={id}
            id={id}
            site={site}
            catalogue={catalogue}
            onLeave={() => open(null)}
            onDrill={(refs: readonly ItemRef[]) => open(startDrill(refs, catalogue.version))}
          />
        )
      }
    </Frame>
  );
}

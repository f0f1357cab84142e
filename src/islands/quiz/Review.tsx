import type { ItemRef } from '#model/session.ts';
import { startDrill } from '#state/playStart.ts';
import { Frame } from './Frame.tsx';
import { PlaySession } from './PlaySession.tsx';
import type { QuizSite } from './quizSite.ts';
import { ReviewStart } from './ReviewStart.tsx';
import { useAddress } from './useAddress.ts';

/** Spaced review: what is due today, and the session that asks it. */
export default function Review({ site }: { site: QuizSite }) {
  const [id, open] = useAddress();
  return (
    <Frame bank={site.bank}>
      {(catalogue) =>
        id === null ? (
          <ReviewStart catalogue={catalogue} site={site} onOpen={open} />
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

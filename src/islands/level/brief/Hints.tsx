import { counted } from '#model/wording/counted.ts';
import { Suspense } from 'react';
import { later } from '#islands/status/lazyPart.tsx';
import { useLevel } from '../useLevel.ts';

/** Loaded with the first hint. */
const HintLadder = later(() => import('./HintLadder.tsx').then(({ HintLadder: shown }) => shown));

/** The ladder of hints, once the first one is asked for. */
export function Hints() {
  const { rung, nextHint, helped } = useLevel();
  return (
    <section className="hints" aria-label="Hints">
      <h3 tabIndex={-1} data-hints>
        Hints
      </h3>
      {rung > 0 ? (
        <Suspense>
          <HintLadder />
        </Suspense>
      ) : (
        <button type="button" className="button" onClick={nextHint}>
          Give me a hint
        </button>
      )}
      {helped.hints > 0 && (
        <p className="faint">You opened {counted(helped.hints, 'hint')} in this attempt.</p>
      )}
    </section>
  );
}

import { Suspense } from 'react';
import { later } from '#islands/status/lazyPart.tsx';
import { useSeen } from '#islands/workbench/context/useSandbox.ts';
import { useLevel } from '../useLevel.ts';

/** Loaded with the first change. */
const OwnChangeList = later(() => import('./OwnChangeList.tsx').then(({ OwnChangeList: shown }) => shown));

/** What the learner has changed so far, a line each, each of which can be taken back. */
export function OwnChanges() {
  const { level } = useLevel();
  const untouched = useSeen(
    ({ state: { scenario } }) => scenario.actions.length === 0 && scenario.layout === level.layout,
  );
  return (
    <section className="own-changes" aria-label="Your changes">
      <h3>Your changes</h3>
      {untouched ? (
        <p className="faint">None yet.</p>
      ) : (
        <Suspense>
          <OwnChangeList />
        </Suspense>
      )}
    </section>
  );
}

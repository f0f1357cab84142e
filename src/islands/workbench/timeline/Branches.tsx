import '#islands/status/popups.ts';
import { Suspense } from 'react';
import { later } from '#islands/status/lazyPart.tsx';
import { useSeen } from '../context/useSandbox.ts';

/** Loaded with the first attempt that is kept. */
const AttemptList = later(() => import('./BranchList.tsx').then(({ BranchList: shown }) => shown));

/** What was left by going back and doing something else, where there is any. */
export function Branches() {
  const attempts = useSeen(({ state }) => state.attempts);
  if (attempts.length === 0) return null;
  return (
    <details className="start-options attempts" data-popup>
      <summary className="button">Attempts ({attempts.length})</summary>
      <div>
        <p className="faint">What came later when you went back and did something else.</p>
        <Suspense>
          <AttemptList />
        </Suspense>
      </div>
    </details>
  );
}

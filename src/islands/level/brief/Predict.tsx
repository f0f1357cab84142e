import { Suspense, useState } from 'react';
import { later } from '#islands/status/lazyPart.tsx';
import { useLevel } from '../useLevel.ts';

/** Loaded when it is first opened. */
const PredictForm = later(() => import('./PredictForm.tsx').then(({ PredictForm: shown }) => shown));

/** Where each workspace will end, said before Play. */
export function Predict() {
  const { level } = useLevel();
  const [opened, setOpened] = useState(false);
  const [outcome, setOutcome] = useState<string | null>(null);
  if (level.predict.length === 0) return null;
  return (
    <details
      className="predict"
      open={outcome !== null || undefined}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary data-predict>{outcome ?? 'Predict before you press Play'}</summary>
      {opened && (
        <Suspense>
          <PredictForm tell={setOutcome} />
        </Suspense>
      )}
    </details>
  );
}

import { timesBelieved } from '#quiz/progress/grounds.ts';
import { assumptionOf } from '#quiz/misconceptions/sentence.ts';
import { RichLine } from './RichText.tsx';
import { useProgress } from '../session/useProgress.ts';

/** What somebody with this answer may have assumed, as a sentence; nothing where a misconception has none. */
export function Belief({ id }: { id: string }) {
  const times = timesBelieved(
    useProgress((state) => state.entries),
    id,
  );
  const assumption = assumptionOf(id);
  if (assumption === null) return null;
  return (
    <p className="quiz-belief">
      <RichLine text={assumption} />
      {times > 1 && <strong> You’ve answered this way {times} times.</strong>}
    </p>
  );
}

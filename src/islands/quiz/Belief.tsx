import { beliefWords } from '#quiz/beliefWords.ts';
import { timesBelieved } from '#quiz/evidence.ts';
import { RichLine } from './RichText.tsx';
import { useProgress } from './useProgress.ts';

/** What somebody with this answer may have assumed, in sentences; nothing where a misconception has none. */
export function Belief({ id }: { id: string }) {
  const times = timesBelieved(
    useProgress((state) => state.entries),
    id,
  );
  const words = beliefWords(id);
  if (words === null) return null;
  return (
    <p className="quiz-belief">
      You may have assumed this:{' '}
      <em>
        “<RichLine text={words.assumed} />
        .”
      </em>{' '}
      <RichLine text={words.truth} />
      {times > 1 && <strong> You’ve answered this way {times} times.</strong>}
    </p>
  );
}

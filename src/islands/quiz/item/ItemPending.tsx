import type { Item } from '#quiz/types/item.ts';
import { describeLoadProblem, type Loaded } from '#state/quiz/bank.ts';
import { LoadFailed } from '../session/LoadFailed.tsx';

/**
 * What is shown in place of a question that is not there: it is on its way, it is gone from the bank, or it could not be
 * loaded. Nothing, once it is there.
 * @param gone what follows from its absence, a sentence
 */
export function ItemPending({
  found,
  gone,
  retry,
}: {
  found: Loaded<Item | null> | null;
  gone: string;
  retry: () => void;
}) {
  if (found === null) return <p role="status">Loading the question …</p>;
  if (!found.ok) return <LoadFailed why={describeLoadProblem(found.problem)} retry={retry} />;
  return found.value === null ? <p>This question is no longer in the bank. {gone}</p> : null;
}

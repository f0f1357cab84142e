import type { Item } from '#quiz/types/item.ts';
import { LoadFailed } from '../session/LoadFailed.tsx';

/**
 * What stands in place of a question that is not there: it is on its way, it is gone from the bank, or it could not be
 * loaded. Nothing, once it is there.
 * @param gone what follows from its absence, a sentence
 */
export function ItemPending({
  item,
  gone,
  retry,
}: {
  item: Item | string | null;
  gone: string;
  retry: () => void;
}) {
  if (item === null) return <p role="status">Loading the question …</p>;
  if (item === 'gone') return <p>This question is no longer in the bank. {gone}</p>;
  if (typeof item !== 'string') return null;
  return <LoadFailed why={item} retry={retry} />;
}

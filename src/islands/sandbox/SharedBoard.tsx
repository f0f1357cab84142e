import { useEffect, useState } from 'react';
import type { Boards } from '#state/boards/boards.ts';
import { takeShared } from '#state/boards/takeShared.ts';
import { useView } from '#islands/workbench/context/useSandbox.ts';

/** The levels that a link may be of. */
export type KnownLevels = readonly { id: string; title: string; href: string }[];
/** What became of a link. */
interface Outcome extends ReturnType<typeof takeShared> {
  /** The id of the level that the board is of. */
  level?: string | undefined;
}

const LINK = '#s=';
const readLink = async (link: string) => {
  const { decodeShare } = await import('#state/boards/shareLink.ts');
  return decodeShare(link);
};
/** Read from the start where the page came by a link, so that its board does not wait for an own one to be drawn. */
const first =
  typeof location !== 'undefined' && location.hash.startsWith(LINK)
    ? { link: location.hash, read: readLink(location.hash) }
    : null;

/**
 * Opens the board of a share link, of the page or of one that is put into its address later, as a board of its own
 * beside the others: no own board is touched.
 * @returns `waiting` until the link with which the page was opened is read
 */
export function useSharedBoard(boards: Boards) {
  const [shared, setShared] = useState<Outcome | null>(null);
  const [waiting, setWaiting] = useState(first !== null);
  useEffect(() => {
    let left = false;
    const open = async () => {
      const link = location.hash;
      if (!link.startsWith(LINK)) return setWaiting(false);
      const read = await (first?.link === link ? first.read : readLink(link));
      // Another link may have been put in its place meanwhile, and the first effect of a strict tree is ended at once.
      if (left || location.hash !== link) return;
      history.replaceState(null, '', location.pathname + location.search);
      setWaiting(false);
      setShared(
        read.ok
          ? { ...takeShared(boards, read.value), level: read.value.level?.id }
          : { words: problemWords(read.problems), copy: null },
      );
    };
    void open();
    const onChange = () => void open();
    addEventListener('hashchange', onChange);
    return () => {
      left = true;
      removeEventListener('hashchange', onChange);
    };
  }, [boards]);
  return { shared, waiting, close: () => setShared(null) };
}

const problemWords = ([problem]: readonly { message: string }[]): string =>
  `The link could not be opened: it ${problem?.message ?? 'is not readable'}.`;

interface Props {
  shared: Outcome;
  close: () => void;
  levels: KnownLevels;
}

/** Says what became of a link and which level it is of; a copy is kept, or taken off the list again. */
export function SharedBoard({ shared, close, levels }: Props) {
  const { sandbox, boards } = useView();
  useEffect(() => sandbox.say(shared.words), [sandbox, shared]);
  const { copy } = shared;
  const level = copy === null ? undefined : levels.find(({ id }) => id === shared.level);
  const discard = () => {
    if (copy !== null) {
      boards?.remove(copy.id);
      boards?.select(copy.before);
    }
    close();
  };
  return (
    <p className="banner">
      {shared.words}{' '}
      {level !== undefined && (
        <>
          It was played in the level <a href={level.href}>{level.title}</a>.{' '}
        </>
      )}
      {copy !== null && (
        <button type="button" className="button" onClick={discard}>
          Discard, back to my board
        </button>
      )}
      <button type="button" className="button" onClick={close}>
        {copy === null ? 'Close' : 'Keep'}
      </button>
    </p>
  );
}

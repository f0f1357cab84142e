import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Scenario } from '#model/action.ts';
import { createBoards } from '#state/boards.ts';
import { browserStorage, tabStorage } from '#state/boardStore.ts';
import { hclDrafts } from '#state/hclDrafts.ts';
import { createSandboxStore } from '#state/sandboxStore.ts';
import { Opening } from './files/Opening.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useOtherTabs } from './useOtherTabs.ts';
import { BOARD_TABS, useBoardView, useView, ViewContext } from './useSandbox.ts';
import { Workbench } from './Workbench.tsx';

/** The free board: wire, run, and read why. */
export function Sandbox() {
  const boards = useMemo(() => createBoards(browserStorage(), tabStorage()), []);
  useSyncExternalStore(boards.subscribe, boards.version);
  const slot = boards.slot(boards.current().id);
  const sandbox = useMemo(() => createSandboxStore(slot), [slot]);
  const drafts = useMemo(() => hclDrafts(slot), [slot]);
  useOtherTabs(boards, slot);
  const { view, tab } = useBoardView(sandbox, 'board');
  return (
    <ViewContext value={{ ...view, boards, drafts }}>
      <Workbench
        key={boards.current().id}
        tab={tab}
        tabs={BOARD_TABS}
        tools={(openKeys) => <Toolbar openKeys={openKeys} />}
      >
        <SharedBoard />
        <Opening />
      </Workbench>
    </ViewContext>
  );
}
export default Sandbox;

const readLink = async (link: string) => {
  const { decodeShare } = await import('#state/shareLink.ts');
  return decodeShare(link);
};
/** Read from the start where the page came by a link, so that its board does not wait for an own one to be drawn. */
const first =
  typeof location !== 'undefined' && location.hash.startsWith('#s=')
    ? { link: location.hash, read: readLink(location.hash) }
    : null;

/** Opens the board of a share link as a copy: undo or Discard brings the own one back. */
function SharedBoard() {
  const { sandbox } = useView();
  const [shared, setShared] = useState<{ words: string; scenario: Scenario | null } | null>(null);
  useEffect(() => {
    const link = location.hash;
    if (!link.startsWith('#s=')) return;
    void (first?.link === link ? first.read : readLink(link)).then((read) => {
      history.replaceState(null, '', location.pathname + location.search);
      if (read.ok) {
        sandbox.open(read.value, 'A shared board was opened as a copy.');
        setShared({ words: 'This board came by link and was opened as a copy.', scenario: read.value });
      } else {
        const [problem] = read.problems;
        setShared({
          words: `The link could not be opened: it ${problem?.message ?? 'is not readable'}.`,
          scenario: null,
        });
      }
    });
  }, [sandbox]);
  if (shared === null) return null;
  const close = () => setShared(null);
  return (
    <p className="banner" role="status">
      {shared.words}{' '}
      {shared.scenario !== null && (
        <button
          type="button"
          className="button"
          onClick={() => {
            sandbox.undo();
            close();
          }}
        >
          Discard, back to my board
        </button>
      )}
      <button type="button" className="button" onClick={close}>
        {shared.scenario === null ? 'Close' : 'Keep'}
      </button>
    </p>
  );
}

import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { createBoards } from '#state/boards.ts';
import { browserStorage, tabStorage } from '#state/boardStore.ts';
import { hclDrafts } from '#state/hclDrafts.ts';
import type { OpenedBoard } from '#state/openFiles.ts';
import { createSandboxStore } from '#state/sandboxStore.ts';
import { type TakenBoards, takeOpened } from '#state/takeOpened.ts';
import { OpenedBanner, Opening } from './files/Opening.tsx';
import { type KnownLevels, SharedBoard, useSharedBoard } from './SharedBoard.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useOtherTabs } from './useOtherTabs.ts';
import { BOARD_TABS, useBoardView, ViewContext } from './useSandbox.ts';
import { Workbench } from './Workbench.tsx';

/** The free board: wire, run, and read why. */
function Sandbox({ levels }: { levels: KnownLevels }) {
  const boards = useMemo(() => createBoards(browserStorage(), tabStorage()), []);
  useSyncExternalStore(boards.subscribe, boards.version);
  const { shared, waiting, close } = useSharedBoard(boards);
  const slot = boards.slot(boards.current().id);
  const sandbox = useMemo(() => createSandboxStore(slot), [slot]);
  const drafts = useMemo(() => hclDrafts(slot), [slot]);
  useOtherTabs(boards, slot);
  const { view, tab } = useBoardView(sandbox, 'board');
  const [taken, setTaken] = useState<TakenBoards | null>(null);
  const take = useCallback(
    (opened: readonly OpenedBoard[]) => setTaken(takeOpened(boards, opened)),
    [boards],
  );
  if (waiting) return <p>Opening the board of the link …</p>;
  return (
    <ViewContext value={{ ...view, boards, drafts }}>
      <Workbench
        key={boards.current().id}
        tab={tab}
        tabs={BOARD_TABS}
        tools={(openKeys) => <Toolbar openKeys={openKeys} />}
        notices={
          <>
            {shared !== null && <SharedBoard shared={shared} close={close} levels={levels} />}
            {taken !== null && <OpenedBanner taken={taken} show={setTaken} />}
          </>
        }
      >
        <Opening take={take} />
      </Workbench>
    </ViewContext>
  );
}
export default Sandbox;

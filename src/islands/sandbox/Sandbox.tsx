import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { createBoards } from '#state/boards/boards.ts';
import { browserBoardStorage, tabStorage } from '#state/boards/boardStorage.ts';
import { hclDrafts } from '#state/boards/hclDrafts.ts';
import type { OpenedBoard } from '#state/boards/openFiles.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { type TakenBoards, takeOpened } from '#state/boards/takeOpened.ts';
import { OpenedBanner, Opening } from './files/Opening.tsx';
import { type KnownLevels, SharedBoard, useSharedBoard } from './SharedBoard.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useOtherTabs } from '#islands/workbench/context/useOtherTabs.ts';
import { BOARD_TABS, useBoardView, ViewContext } from '#islands/workbench/context/useSandbox.ts';
import { Workbench } from '#islands/workbench/Workbench.tsx';

/** The free board: wire, run, and read why. */
function Sandbox({ levels }: { levels: KnownLevels }) {
  const boards = useMemo(() => createBoards(browserBoardStorage(), tabStorage()), []);
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

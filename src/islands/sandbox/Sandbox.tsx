import { useMemo, useSyncExternalStore } from 'react';
import { createBoards } from '#state/boards.ts';
import { browserStorage, tabStorage } from '#state/boardStore.ts';
import { hclDrafts } from '#state/hclDrafts.ts';
import { createSandboxStore } from '#state/sandboxStore.ts';
import { Opening } from './files/Opening.tsx';
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
  if (waiting) return <p>Opening the board of the link …</p>;
  return (
    <ViewContext value={{ ...view, boards, drafts }}>
      <Workbench
        key={boards.current().id}
        tab={tab}
        tabs={BOARD_TABS}
        tools={(openKeys) => <Toolbar openKeys={openKeys} />}
        notices={shared !== null && <SharedBoard shared={shared} close={close} levels={levels} />}
      >
        <Opening />
      </Workbench>
    </ViewContext>
  );
}
export default Sandbox;

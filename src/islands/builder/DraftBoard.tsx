import {
  BOARD_TABS,
  useBoardView,
  useSeen,
  useView,
  ViewContext,
} from '#islands/workbench/context/useSandbox.ts';
import { Workbench } from '#islands/workbench/Workbench.tsx';
import '#islands/sandbox/toolbar.css';
import { useBuilder } from './useBuilder.ts';

/** The board of the draft: the free board's own panels. */
export function DraftBoard() {
  const { sandbox } = useBuilder();
  const { view, tab } = useBoardView(sandbox, 'board');
  return (
    <ViewContext value={view}>
      <Workbench tab={tab} tabs={BOARD_TABS} tools={(openKeys) => <Tools openKeys={openKeys} />} />
    </ViewContext>
  );
}

function Tools({ openKeys }: { openKeys: () => void }) {
  const { sandbox } = useView();
  const { done, undone, began } = useSeen(({ state }) => ({
    done: state.past.length > 0,
    undone: state.future.length > 0,
    began: state.scenario.actions.length > 0,
  }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own
    <div className="toolbar" role="group" aria-label="Whole board">
      <button type="button" className="button" onClick={sandbox.undo} disabled={!done}>
        Undo on the board
      </button>
      <button type="button" className="button" onClick={sandbox.redo} disabled={!undone}>
        Redo on the board
      </button>
      <button
        type="button"
        className="button"
        onClick={() => sandbox.perform({ type: 'clear_runs' })}
        disabled={!began}
      >
        Clear runs
      </button>
      <button type="button" className="button quiet wide-only" onClick={openKeys}>
        Keys
      </button>
    </div>
  );
}

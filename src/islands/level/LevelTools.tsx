import { useSeen, useView } from '#islands/workbench/context/useSandbox.ts';
import { useLevel } from './useLevel.ts';

/** What concerns the whole level: back to the map, undo, reset, hint, check. */
export function LevelTools({ openKeys, showBrief }: { openKeys: () => void; showBrief: () => void }) {
  const { sandbox } = useView();
  const { undone, done } = useSeen(({ state }) => ({
    done: state.past.length > 0,
    undone: state.future.length > 0,
  }));
  const { links, help, check, nextHint } = useLevel();
  return (
    // biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own
    <div className="toolbar" role="group" aria-label="Whole level">
      <a className="button" href={links.map}>
        Levels
      </a>
      <button type="button" className="button wide-only" onClick={showBrief}>
        Brief
      </button>
      <button type="button" className="button" onClick={() => sandbox.undo()} disabled={!done}>
        Undo
      </button>
      <button type="button" className="button" onClick={() => sandbox.redo()} disabled={!undone}>
        Redo
      </button>
      <button
        type="button"
        className="button"
        onClick={() => {
          sandbox.perform({ type: 'reset_level' });
          help.getState().restart();
        }}
      >
        Reset level
      </button>
      <button type="button" className="button" onClick={nextHint}>
        Hint
      </button>
      <button type="button" className="button wide-only" onClick={openKeys}>
        Keys
      </button>
      <button type="button" className="button primary check" onClick={check}>
        Check
      </button>
    </div>
  );
}

import { useNow } from '../controls/useNow.ts';
import { seenNow, useSeen } from '../context/useSandbox.ts';
import { copySelected, duplicateSelected, pasteFromClipboard, removeSelected } from '../context/selection.ts';

/** What can be done with the workspaces that are chosen together. */
export function SelectedBar() {
  const now = useNow();
  const seen = () => seenNow(now);
  const selected = useSeen(({ state }) => state.selected);
  const chosen = selected.filter((id) => now.ids.includes(id));
  const all = chosen.length === now.ids.length && chosen.length > 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own
    <div className="row selected-bar" role="group" aria-label="Selected workspaces">
      <label className="row">
        <input
          type="checkbox"
          checked={all}
          onChange={() => now.sandbox.select(all ? [] : now.ids)}
          disabled={now.ids.length === 0}
        />{' '}
        All
      </label>
      <span className="faint">{chosen.length} selected</span>
      <button
        type="button"
        className="button"
        disabled={chosen.length === 0}
        onClick={() => copySelected(seen())}
      >
        Copy
      </button>
      <button type="button" className="button" onClick={() => pasteFromClipboard(seen())}>
        Paste
      </button>
      <button
        type="button"
        className="button"
        disabled={chosen.length === 0}
        onClick={() => duplicateSelected(seen())}
      >
        Duplicate
      </button>
      <button
        type="button"
        className="button danger"
        disabled={chosen.length === 0}
        onClick={() => removeSelected(seen())}
      >
        Delete selected
      </button>
    </div>
  );
}

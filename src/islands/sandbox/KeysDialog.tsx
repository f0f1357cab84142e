import { useEffect, useRef } from 'react';

const KEYS: readonly (readonly [string, string])[] = [
  ['← → ↑ ↓', 'go along the triggers, Home and End to the first and last workspace'],
  ['T', 'trigger from here; Shift+T: runs after …'],
  ['N, F2, Delete', 'new workspace, rename, remove'],
  ['Enter, Esc', 'open the settings, come back to the board'],
  ['R', 'start a run in the focused workspace'],
  ['A, D, O, C', 'confirm and apply, discard, override, cancel'],
  ['Space', 'play or pause'],
  [', and .', 'one event back or forward; with Shift to the next decision'],
  ['L', 'lock or unlock'],
  ['W', 'why?'],
  ['I', 'what if?'],
  ['Ctrl+Z, Ctrl+Shift+Z', 'undo, redo'],
  ['?', 'this list'],
];

export function KeysDialog({
  open,
  close,
  letters,
  setLetters,
}: {
  open: boolean;
  close: () => void;
  letters: boolean;
  setLetters: (on: boolean) => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title" onClose={close}>
      <h2 id="keys-title">Keys</h2>
      <p>They work while the board or the timeline has the focus.</p>
      <dl>
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="row">
        <input type="checkbox" checked={letters} onChange={(event) => setLetters(event.target.checked)} />{' '}
        Single letters do something
      </label>
      <button type="button" className="button primary" onClick={close}>
        Close
      </button>
    </dialog>
  );
}

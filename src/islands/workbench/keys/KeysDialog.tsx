import '#islands/status/popups.ts';
import { KeyList } from '#islands/status/KeyList.tsx';
import { useEffect, useRef } from 'react';
import { useView, type WorkbenchView } from '../context/useSandbox.ts';

type Row = readonly [keys: string, does: string, works?: (view: WorkbenchView) => boolean];

const inLevel = ({ sandbox }: WorkbenchView): boolean => sandbox.level !== null;
const onFreeBoard = ({ sandbox }: WorkbenchView): boolean => sandbox.level === null;

/** Every key that does something, by what it is about. Keys of a level or of a panel are here where there is one. */
const KEYS: Readonly<Record<string, readonly Row[]>> = {
  'On a workspace': [
    ['← → ↑ ↓', 'go along the triggers and among siblings; Home, End: first and last'],
    ['Enter, Esc', 'open the settings, come back to the board'],
    ['T, Shift+T', 'trigger from here, runs after …'],
    ['S', 'share state with …'],
    ['E', 'its arrows, one by one; Delete removes one'],
    ['L', 'lock or unlock'],
    ['F2, Delete', 'rename, remove', onFreeBoard],
    ['Ctrl+arrows', 'move the box on the grid; with Shift four cells'],
    ['Shift+arrows, Shift+Enter, Ctrl+A', 'select several, one more or less, all; Esc selects none'],
    ['Ctrl+C, Ctrl+V, Ctrl+D', 'copy, paste, duplicate', onFreeBoard],
  ],
  'On the board': [
    ['N', 'new workspace', onFreeBoard],
    ['/', 'find a workspace'],
    ['+, −, 0', 'zoom in, out, fit'],
    ['Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y', 'undo, redo'],
    ['?', 'this list'],
  ],
  'Runs and time': [
    ['R', 'start a run in the focused workspace'],
    ['A, D, O, C', 'confirm and apply, discard, override, cancel'],
    ['Space', 'play or pause'],
    [', and .', 'one event back or forward; with Shift to the next decision'],
    ['W', 'why?'],
    ['I', 'what if?'],
  ],
  'In the text of the HCL tab': [
    ['Tab', 'leave the text, as any field', onFreeBoard],
    ['Ctrl+F', 'find and replace; Enter: next place, Esc: back to the text', onFreeBoard],
    ['Ctrl+Shift+[, Ctrl+Shift+]', 'fold, unfold a block; with Ctrl+Alt all of them', onFreeBoard],
    ['Ctrl+/', 'make a line a comment, or code again', onFreeBoard],
    ['Ctrl+[, Ctrl+]', 'indent less, more', onFreeBoard],
    ['F8, Shift+F8', 'next mistake, the one before', onFreeBoard],
    ['Ctrl+Z, Ctrl+Y', 'undo, redo what you typed; Undo above goes back on the board', onFreeBoard],
  ],
  'In a level': [
    ['P', 'predict', inLevel],
    ['B', 'the brief, and back', inLevel],
    ['H', 'next hint', inLevel],
    ['Ctrl+Enter', 'check', inLevel],
  ],
};

export function KeysDialog({
  close,
  letters,
  setLetters,
}: {
  close: () => void;
  letters: boolean;
  setLetters: (on: boolean) => void;
}) {
  const view = useView();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title" onClose={close}>
      <h2 id="keys-title">Keys</h2>
      <p>
        They work while the board or the timeline has the focus, never in a text field, which has keys of its
        own. On a Mac, Ctrl is also ⌘.
      </p>
      {Object.entries(KEYS).map(([about, rows]) => {
        const working = rows.filter(([, , works]) => works?.(view) ?? true);
        if (working.length === 0) return null;
        return (
          <section key={about}>
            <h3>{about}</h3>
            <KeyList rows={working} />
          </section>
        );
      })}
      <label className="row">
        <input type="checkbox" checked={letters} onChange={(event) => setLetters(event.target.checked)} />{' '}
        Single letters do something
      </label>
      <button type="button" className="button primary" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}

import '#islands/status/popups.ts';
import { KeyList } from '#islands/status/KeyList.tsx';
import { useEffect, useRef } from 'react';
import { changeSetting } from '#state/quiz/quizSettings.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['1 to 9', 'choose an answer, or how sure you are'],
  ['Enter', 'check, go on'],
  ['F', 'flag this question'],
  ['N, P', 'next, previous'],
  ['R', 'in an exam: review your answers and submit'],
  ['S', 'in practice and review: stop and see your results'],
  ['O', 'open the board of an answered question in the sandbox; Back brings you here again'],
  ['?', 'this list'],
];

export function KeysHelp({ open, close, single }: { open: boolean; close: () => void; single: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && dialog.current?.open === false) dialog.current.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="quiz-keys" aria-labelledby="quiz-keys-title" onClose={close}>
      <h2 id="quiz-keys-title">Keys</h2>
      <KeyList rows={KEYS} />
      <label className="quiz-check">
        <input
          type="checkbox"
          checked={single}
          onChange={(event) => changeSetting('keys', event.target.checked)}
        />
        Use single keys as shortcuts
      </label>
      <p>
        <button type="button" className="button primary" onClick={close}>
          Close
        </button>
      </p>
    </dialog>
  );
}

/** The button that lists the keys, for those who do not know the key that does. */
export const KeysButton = ({ onClick }: { onClick: () => void }) => (
  <button type="button" className="button quiet" onClick={onClick}>
    Keys
  </button>
);

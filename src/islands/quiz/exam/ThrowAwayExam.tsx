import '#islands/status/popups.ts';
import { useEffect, useRef } from 'react';
import { counted } from '#model/wording/counted.ts';

/** Asks before an exam is thrown away. Escape keeps it. */
export function ThrowAwayExam({
  answered,
  close,
  confirm,
}: {
  answered: number;
  close: () => void;
  confirm: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="quiz-keys" aria-labelledby="exam-throw" onClose={close}>
      <h2 id="exam-throw">Throw this exam away?</h2>
      <p>
        {answered === 0
          ? 'You haven’t answered anything yet.'
          : `Your ${counted(answered, 'answer is', 'answers are')} not graded.`}{' '}
        You get no report, and nothing of it counts.
      </p>
      <p className="quiz-actions">
        <button type="button" className="button primary" onClick={close}>
          Keep it
        </button>
        <button type="button" className="button" onClick={confirm}>
          Throw it away
        </button>
      </p>
    </dialog>
  );
}

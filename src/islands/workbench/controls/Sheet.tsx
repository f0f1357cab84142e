import '#islands/status/popups.ts';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import './sheet.css';

/** A dialog that is open as long as it is there. Escape and a press outside close it (`popups.ts`), and the focus goes back where it was. */
export function Sheet({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
    // Closed before it goes, it gives the focus back to what opened it.
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={id} onClose={close}>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="button quiet" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      {children}
    </dialog>
  );
}

import { lazy, Suspense, useEffect, useState } from 'react';
import { useView } from '../useSandbox.ts';
import type { Finding } from './opening.ts';

const OpenDialog = lazy(() => import('./OpenDialog.tsx'));
/** Copied workspaces are pasted into the board; they are no board. */
const CLIP = '"runchain.workspaces"';
const CHOSEN = 'runchain:file';

/** Opens what is chosen, pasted or dropped; the code that reads it is loaded then. */
export function Opening() {
  const { sandbox } = useView();
  const [finding, setFinding] = useState<Finding | null>(null);
  const [over, setOver] = useState(false);

  useEffect(() => {
    const page = document.documentElement;
    const look = async (name: string, file: Blob | string) => {
      sandbox.say(`Reading ${name}.`);
      const { lookAt, take } = await import('./opening.ts');
      const found = await lookAt(name, file);
      if (found.opened.ok && found.opened.notes.length === 0) take(sandbox, found);
      else setFinding(found);
    };
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (event.defaultPrevented || target?.closest('input, textarea, select, dialog') != null) return;
      const [file] = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (file !== undefined) void look(file.name, file);
      else if (text.trim() !== '' && !text.slice(0, 200).includes(CLIP)) void look('What was pasted', text);
      else return;
      event.preventDefault();
    };
    const holds = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onDragOver = (event: DragEvent) => {
      if (!holds(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file === undefined) return;
      event.preventDefault();
      void look(file.name, file);
    };
    const onChosen = (event: Event) => {
      if (event instanceof CustomEvent && event.detail instanceof File)
        void look(event.detail.name, event.detail);
    };
    page.addEventListener('paste', onPaste);
    page.addEventListener('dragover', onDragOver);
    page.addEventListener('dragleave', onDragLeave);
    page.addEventListener('drop', onDrop);
    page.addEventListener(CHOSEN, onChosen);
    return () => {
      page.removeEventListener('paste', onPaste);
      page.removeEventListener('dragover', onDragOver);
      page.removeEventListener('dragleave', onDragLeave);
      page.removeEventListener('drop', onDrop);
      page.removeEventListener(CHOSEN, onChosen);
    };
  }, [sandbox]);

  return (
    <>
      {over && <p className="drop-here">Drop the file to open it here.</p>}
      {finding !== null && (
        <Suspense>
          <OpenDialog finding={finding} close={() => setFinding(null)} />
        </Suspense>
      )}
    </>
  );
}

/** A file picker; the file goes the same way as one that is dropped. */
export function OpenButton() {
  return (
    <label className="button file-button">
      Open file
      <input
        type="file"
        accept=".json,.yaml,.yml,.tf,.hcl,.tfvars,.txt,application/json"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined)
            event.target.dispatchEvent(new CustomEvent(CHOSEN, { detail: file, bubbles: true }));
          event.target.value = '';
        }}
      />
    </label>
  );
}

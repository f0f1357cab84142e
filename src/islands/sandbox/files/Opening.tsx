import { CLIPBOARD_MARK } from '#state/board/clipboard.ts';
import { Suspense, useEffect, useRef, useState } from 'react';
import { later } from '#islands/status/lazyPart.tsx';
import type { OpenedBoard } from '#state/boards/openFiles.ts';
import { type TakenBoards, undoOpening } from '#state/boards/takeOpened.ts';
import { focusStation } from '#islands/workbench/keys/useKeys.ts';
import { useFreeView } from '#islands/workbench/context/useSandbox.ts';
import type { Gathered } from './gather.ts';
import type { FoundFiles } from './openThings.ts';

const OpenDialog = later(() => import('./OpenDialog.tsx').then((part) => part.default));
const CHOSEN = 'runchain:files';

interface Props {
  /** Puts boards beside the own ones. */
  take: (opened: readonly OpenedBoard[]) => void;
}

/** Opens what is chosen, pasted or dropped: files, folders, text. The code that reads it is loaded then. */
export function Opening({ take }: Props) {
  const { sandbox } = useFreeView();
  /** Each has a dialog of its own: one tells of its closing with the next frame, when another may be there already. */
  const [finding, setFinding] = useState<{ found: FoundFiles; turn: number } | null>(null);
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState<{ read: number; of: number } | null>(null);
  /** What was asked for last: what came before it, or was stopped, is not shown any more. */
  const turn = useRef(0);

  useEffect(() => {
    const page = document.documentElement;
    const look = (what: () => Gathered | Promise<Gathered>) => {
      const mine = ++turn.current;
      read(mine, what).catch(() => {
        if (mine !== turn.current) return;
        setReading(null);
        sandbox.say('What you chose could not be read.', 'reload');
      });
    };
    const read = async (mine: number, what: () => Gathered | Promise<Gathered>) => {
      setReading({ read: 0, of: 0 });
      const gathered = await what();
      const { lookAtFiles: lookAt, isPlain } = await import('./openThings.ts');
      const of = gathered.files.length;
      if (mine === turn.current) setReading({ read: 0, of });
      const found = await lookAt(gathered, (read) => {
        if (mine === turn.current) setReading({ read, of });
      });
      if (mine !== turn.current) return;
      setReading(null);
      if (isPlain(found)) take(found.boards);
      else setFinding({ found, turn: mine });
    };
    const files = (list: Iterable<File>) =>
      import('./gather.ts').then(({ gatherFiles }) => gatherFiles(list));
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (event.defaultPrevented || target?.closest('input, textarea, select, dialog') != null) return;
      const pasted = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (pasted.length > 0) look(() => files(pasted));
      // Copied workspaces are pasted into the board; they are no board.
      else if (text.trim() !== '' && !text.slice(0, 200).includes(`"${CLIPBOARD_MARK}"`))
        look(() => ({ files: [{ name: 'Pasted text', content: text }], skipped: [] }));
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
      const { dataTransfer } = event;
      if (dataTransfer === null || !holds(event)) return;
      event.preventDefault();
      // A dropped item can be asked only while its event runs.
      const entries = [...dataTransfer.items].map((item) => item.webkitGetAsEntry());
      const dropped = [...dataTransfer.files];
      look(() => import('./gather.ts').then(({ gatherDropped }) => gatherDropped(entries, dropped)));
    };
    const onChosen = (event: Event) => {
      if (event instanceof CustomEvent && Array.isArray(event.detail)) look(() => files(event.detail));
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
  }, [take, sandbox]);

  const stop = () => {
    turn.current++;
    setReading(null);
    sandbox.say('Stopped. Nothing was opened.');
  };
  return (
    <>
      {over && <p className="drop-here">Drop files or folders to open them here.</p>}
      {reading !== null && (
        <p className="reading-files">
          <label>
            {reading.of > 1 ? `Reading ${reading.read} of ${reading.of} files` : 'Reading'}{' '}
            <progress
              {...(reading.of > 1 && reading.read < reading.of
                ? { value: reading.read, max: reading.of }
                : {})}
            />
          </label>{' '}
          <button type="button" className="button" onClick={stop}>
            Stop
          </button>
        </p>
      )}
      {finding !== null && (
        <Suspense>
          <OpenDialog key={finding.turn} finding={finding.found} take={take} close={() => setFinding(null)} />
        </Suspense>
      )}
    </>
  );
}

/** Whether the browser can choose a folder: those of phones cannot. */
const FOLDERS = typeof HTMLInputElement !== 'undefined' && 'webkitdirectory' in HTMLInputElement.prototype;

/** Pickers for files and for a folder; what is chosen goes the same way as what is dropped. */
export function OpenButtons() {
  const choose = (input: HTMLInputElement) => {
    const detail = [...(input.files ?? [])];
    if (detail.length > 0) input.dispatchEvent(new CustomEvent(CHOSEN, { detail, bubbles: true }));
    input.value = '';
  };
  return (
    <>
      <label className="button file-button">
        Open files
        <input
          type="file"
          multiple
          accept=".json,.yaml,.yml,.tf,.hcl,.tfvars,.txt,application/json"
          onChange={(event) => choose(event.target)}
        />
      </label>
      {FOLDERS && (
        <label className="button file-button">
          Open folder
          <input
            type="file"
            ref={(input) => input?.setAttribute('webkitdirectory', '')}
            onChange={(event) => choose(event.target)}
          />
        </label>
      )}
    </>
  );
}

/** Says what was opened and where the board of before is, until it is closed or undone. */
export function OpenedBanner({
  taken,
  show,
}: {
  taken: TakenBoards;
  show: (next: TakenBoards | null) => void;
}) {
  const { sandbox, boards } = useFreeView();
  useEffect(() => {
    sandbox.say(taken.words);
    focusStation(sandbox.store.getState().focused);
  }, [sandbox, taken]);
  const undo = () => {
    const words = undoOpening(boards, taken, sandbox.store.getState().past.length > 0);
    show({ ...taken, words, ids: [] });
  };
  return (
    <p className="banner">
      {taken.words}{' '}
      {taken.ids.length > 0 && (
        <button type="button" className="button" onClick={undo}>
          Undo opening
        </button>
      )}
      <button type="button" className="button" onClick={() => show(null)}>
        Close
      </button>
    </p>
  );
}

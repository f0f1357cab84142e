import '#islands/status/popups.ts';
import { useRef, useState } from 'react';
import { agrees, counted } from '#model/wording/counted.ts';
import { download } from '#islands/status/download.ts';
import { dayOf } from '#state/app/clock.ts';
import { progressFile, progressStore } from '#state/progress/progress.ts';
import {
  type ImportPlan,
  planImport,
  describeImportPlan,
  describeImportProblem,
} from '#state/progress/exchangeFile.ts';
import { useProgress } from '../session/useProgress.ts';

const KEPT = {
  indexeddb: 'It is kept in this browser’s database.',
  localstorage: 'It is kept in this browser’s local storage, since its database cannot be used here.',
  memory: 'It is kept nowhere: this browser blocks storage. Export before you leave.',
} as const;

const LASTING: Readonly<Record<string, string>> = {
  true: 'The browser has promised to keep it.',
  false: 'The browser may clear it when space is short: export now and then.',
};

/** The log out to a file, in from one, and away. */
export function YourData() {
  const kept = useProgress((state) => state.kept);
  const lasting = useProgress((state) => state.lasting);
  const n = useProgress((state) => state.entries.length);
  const aside = useProgress((state) => state.aside.length);
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const [said, setSaid] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const save = () => {
    const { name, text } = progressFile();
    download(name, text, 'application/json');
  };
  const read = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const found = planImport(await chosen.text(), progressStore.getState(), dayOf);
    setPlan(found.ok ? found.value : null);
    setSaid(found.ok ? '' : describeImportProblem(found.problem));
  };
  const merge = async () => {
    if (plan === null) return;
    // At once: another file may be chosen while this one is taken in, and its plan must stay.
    setPlan(null);
    setSaid('Importing …');
    if (file.current !== null) {
      file.current.value = '';
      file.current.focus();
    }
    await progressStore.getState().merge(plan);
    setSaid('Imported.');
  };
  return (
    <section aria-labelledby="your-data">
      <h2 id="your-data">Your data</h2>
      <div className="quiz-item quiz-form">
        <p>
          {counted(n, 'entry', 'entries')} in the log. {kept === null ? '' : KEPT[kept]}{' '}
          {lasting === null ? '' : LASTING[String(lasting)]} Nothing leaves your browser.{' '}
          {aside > 0 &&
            `${aside} could not be read and ${agrees(aside, 'is', 'are')} kept aside; an export holds them.`}
        </p>
        <p className="quiz-actions">
          <button type="button" className="button primary" onClick={save}>
            Export to a file
          </button>
          <button
            type="button"
            className="button"
            onClick={() => dialog.current?.showModal()}
            disabled={n === 0}
          >
            Delete everything
          </button>
        </p>
        <label className="quiz-text">
          <span>Import a file: it shows first what will change</span>
          <input
            ref={file}
            type="file"
            accept="application/json,.json"
            onChange={(event) => void read(event.target.files?.[0])}
          />
        </label>
        <p role="status">{said}</p>
        {plan !== null && (
          <div className="quiz-certainty">
            <ul>
              {describeImportPlan(plan).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <div>
              <button type="button" className="button primary" onClick={() => void merge()}>
                Import this
              </button>
              <button type="button" className="button" onClick={() => setPlan(null)}>
                Leave it
              </button>
            </div>
          </div>
        )}
      </div>
      <dialog ref={dialog} className="quiz-keys" aria-labelledby="reset-title">
        <h2 id="reset-title">Delete all progress?</h2>
        <p>A file with everything is saved first. Importing it brings all of it back.</p>
        <p className="quiz-actions">
          <button
            type="button"
            className="button primary"
            onClick={() => {
              save();
              dialog.current?.close();
              void progressStore
                .getState()
                .reset()
                .then(
                  () => setSaid('Deleted. The export is in your downloads.'),
                  () =>
                    setSaid('Not everything could be deleted. Close other tabs of this site and try again.'),
                );
            }}
          >
            Export, then delete
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Keep it
          </button>
        </p>
      </dialog>
    </section>
  );
}

import '#islands/status/popups.ts';
import { Suspense, useState, useSyncExternalStore } from 'react';
import { later } from '#islands/status/lazyPart.tsx';
import { OpenButtons } from './files/Opening.tsx';
import { levelsHref } from '#islands/workbench/context/ruleHref.ts';
import { useSeen, useFreeView } from '#islands/workbench/context/useSandbox.ts';
import './toolbar.css';

/** Loaded when they are first opened. */
const DIALOGS = {
  boards: later(() => import('./files/BoardsDialog.tsx').then((part) => part.default)),
  export: later(() => import('./files/ExportDialog.tsx').then((part) => part.default)),
  share: later(() => import('./files/ShareDialog.tsx').then((part) => part.default)),
  rules: later(() => import('./files/RulesDialog.tsx').then((part) => part.default)),
} as const;
type DialogName = keyof typeof DIALOGS;

const PHONE = '(max-width: 719px)';
const usePhone = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      const media = matchMedia(PHONE);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(PHONE).matches,
  );

/** What concerns the whole board. On a phone all but the board, undo and redo is in a menu. */
export function Toolbar({ openKeys }: { openKeys: () => void }) {
  const { sandbox, boards } = useFreeView();
  const { ruleset, unchanged, undone, still } = useSeen(({ state }) => ({
    ruleset: state.scenario.layout.ruleset,
    unchanged: state.past.length === 0,
    undone: state.future.length > 0,
    still: state.scenario.actions.length === 0,
  }));
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const phone = usePhone();
  const current = boards.current();
  const Dialog = dialog === null ? null : DIALOGS[dialog];
  const open = (name: DialogName) => () => setDialog(name);
  const boardsButton = (
    <button type="button" className="button quiet" onClick={open('boards')}>
      Boards
    </button>
  );
  const rest = (
    <>
      {phone && boardsButton}
      <span className="pair">
        <label>
          <span className="label-word">Rules</span>{' '}
          <select
            value={ruleset}
            onChange={(event) =>
              sandbox.perform({
                type: 'set_ruleset',
                ruleset: event.target.value === 'guide' ? 'guide' : 'hcp',
              })
            }
          >
            <option value="hcp">HCP Terraform today</option>
            <option value="guide">Study guide</option>
          </select>
        </label>
        <button type="button" className="button quiet" onClick={open('rules')}>
          Differences
        </button>
      </span>
      <button
        type="button"
        className="button"
        onClick={() => sandbox.perform({ type: 'clear_runs' })}
        disabled={still}
      >
        Clear runs
      </button>
      <span className="pair apart">
        <a className="button quiet" href={levelsHref}>
          Levels
        </a>
        <OpenButtons />
        <button type="button" className="button" onClick={open('export')}>
          Export
        </button>
        <button type="button" className="button" onClick={open('share')}>
          Share
        </button>
        <button type="button" className="button quiet wide-only" onClick={openKeys}>
          Keys
        </button>
      </span>
    </>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own
    <div className="toolbar" role="group" aria-label="Whole board">
      <span className="pair">
        <label>
          <span className="label-word">Board</span>{' '}
          <select
            className="which-board"
            value={current.id}
            onChange={(event) => boards.select(event.target.value)}
          >
            {boards.list().map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {!phone && boardsButton}
      </span>
      <span className="pair">
        <button type="button" className="button" onClick={sandbox.undo} disabled={unchanged}>
          Undo
        </button>
        <button type="button" className="button" onClick={sandbox.redo} disabled={!undone}>
          Redo
        </button>
      </span>
      {phone ? (
        <details className="more" data-popup>
          <summary className="button">More</summary>
          <div>{rest}</div>
        </details>
      ) : (
        rest
      )}
      {Dialog !== null && (
        <Suspense>
          <Dialog close={() => setDialog(null)} />
        </Suspense>
      )}
    </div>
  );
}

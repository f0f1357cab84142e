import { useState } from 'react';
import { counted } from '#model/wording/counted.ts';
import type { OpenedBoard, RefusedFile } from '#state/boards/openFiles.ts';
import type { TextProblem } from '#state/boards/openText.ts';
import { LIMIT_WORDS, type Skipped } from './gather.ts';
import type { FoundFiles } from './openThings.ts';
import { Sheet } from '#islands/workbench/controls/Sheet.tsx';

const MOST_SHOWN = 200;

/** What each kind of problem means for the board, in the order in which they are shown. */
const KINDS = [
  ['syntax', 'Left out, because the file has a syntax error'],
  ['mistake', 'Left out, because it does not fit together'],
  ['unknown', 'Cannot be known from these files'],
  ['ignored', 'Has no place on a board'],
] as const;

interface Props {
  finding: FoundFiles;
  take: (opened: readonly OpenedBoard[]) => void;
  close: () => void;
}

/** What files would put on the board and what they leave out; nothing changes before the button. */
export default function OpenDialog({ finding, take, close }: Props) {
  const { boards, refused, skipped, given } = finding;
  const [chosen, setChosen] = useState<ReadonlySet<OpenedBoard>>(() => new Set(boards));
  const several = boards.length > 1;
  const wanted = boards.filter((board) => chosen.has(board));
  const missing = refused.length > 0 || wanted.some(({ notes }) => notes.length > 0);
  const toggle = (board: OpenedBoard) => {
    const next = new Set(chosen);
    if (!next.delete(board)) next.add(board);
    setChosen(next);
  };
  return (
    <Sheet title={titleOf(finding)} close={close}>
      {boards.map((board) => (
        <section key={`${board.name} ${board.files.join()}`} className="opened-board">
          {several && (
            <label className="opened-choice">
              <input type="checkbox" checked={chosen.has(board)} onChange={() => toggle(board)} />{' '}
              {board.name}
            </label>
          )}
          <Preview board={board} />
        </section>
      ))}
      {boards.length === 0 && (
        <p>
          {given === 0
            ? 'None of this is a file that can be opened. A board is a .tf, .tfvars, .json, .yaml or .yml file.'
            : 'Your boards are as they were. Change this in the file, then open it again:'}
        </p>
      )}
      {boards.length > 0 && refused.length > 0 && <h3>Not opened</h3>}
      {refused.length > 0 && <Refused refused={refused} />}
      {skipped.length > 0 && <SkippedFiles skipped={skipped} open={boards.length === 0} />}
      <p className="row">
        {boards.length > 0 && (
          <button
            type="button"
            className="button primary"
            disabled={wanted.length === 0}
            onClick={() => {
              close();
              take(wanted);
            }}
          >
            {several ? `Open ${counted(wanted.length, 'board')}` : 'Open'}
            {missing ? ' without it' : ''}
          </button>
        )}
        <button type="button" className="button" onClick={close}>
          {boards.length > 0 ? 'Cancel' : 'Keep my board'}
        </button>
      </p>
      {boards.length > 0 && (
        <p className="faint">
          {several ? 'Each opens as a board of its own.' : 'It opens as a board of its own.'} The boards that
          you have stay under Boards.
        </p>
      )}
    </Sheet>
  );
}

function titleOf({ boards, refused, given }: FoundFiles): string {
  const [board, ...others] = boards;
  if (board !== undefined)
    return others.length > 0 ? `Open ${counted(boards.length, 'board')}?` : `Open ${board.name}?`;
  const [file, ...more] = refused;
  return file !== undefined && more.length === 0 && given === 1
    ? `${file.name} was not opened`
    : 'Nothing was opened';
}

/** What will be on the board, and what will not. */
function Preview({ board }: { board: OpenedBoard }) {
  const { form, files, notes } = board;
  const { layout } = board.scenario;
  const counts: [number, string][] = [
    [layout.workspaces.length, 'workspace'],
    [layout.run_triggers.length, 'run trigger'],
    [layout.variable_sets.length, 'variable set'],
    [layout.teams.length, 'team'],
    [board.scenario.actions.length, 'action'],
  ];
  const [workspaces, triggers, ...more] = counts.map(([n, one]) => (n === 0 ? '' : counted(n, one)));
  const words = [workspaces || 'no workspaces', triggers || 'no run triggers', ...more].filter(
    (part) => part !== undefined && part !== '',
  );
  return (
    <>
      <p>
        On the board: <strong>{words.join(', ')}</strong>. Read as {form}
        {files.length > 1 ? ` from ${counted(files.length, 'file')}` : ''}.
      </p>
      {KINDS.map(([kind, title]) => {
        const found = notes.filter((note) => note.kind === kind);
        return found.length === 0 ? null : (
          <details key={kind} open={notes.length <= 12 || kind === 'syntax'} className="opened-notes">
            <summary>
              {title} ({found.length})
            </summary>
            <Problems title={title} problems={found} named={files.length > 1} />
          </details>
        );
      })}
    </>
  );
}

function Refused({ refused }: { refused: readonly RefusedFile[] }) {
  const problems = refused.flatMap((file) => file.problems);
  const one = refused.length === 1 ? refused[0] : undefined;
  return (
    <>
      {one?.form != null && <p>It was read as {one.form}.</p>}
      <Problems title="Not opened" problems={problems} named />
    </>
  );
}

function SkippedFiles({ skipped, open }: { skipped: readonly Skipped[]; open: boolean }) {
  const count = skipped.reduce((sum, { names }) => sum + names.length, 0);
  return (
    <details open={open} className="opened-notes">
      <summary>Not looked at ({count})</summary>
      <p>{LIMIT_WORDS}</p>
      <ul className="skipped">
        {skipped.map(({ why, names }) => (
          <li key={why}>
            {why[0]?.toUpperCase()}
            {why.slice(1)}: <code>{names.slice(0, 20).join(', ')}</code>
            {names.length > 20 && ` and ${names.length - 20} more`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Problems({
  title,
  problems,
  named,
}: {
  title: string;
  problems: readonly TextProblem[];
  /** Whether each says its file. */
  named: boolean;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own
    <div className="problems" role="region" aria-label={title} tabIndex={0}>
      <ul>
        {problems.slice(0, MOST_SHOWN).map(({ file, line, column, path, message }) => (
          <li key={`${file} ${line}:${column} ${path} ${message}`}>
            {named && file !== '' && (
              <>
                <code>{file}</code>{' '}
              </>
            )}
            {line !== null && (
              <span className="hcl-line">
                line {line}
                {column === null ? '' : `, column ${column}`}:{' '}
              </span>
            )}
            {path !== '' && <code>{path}</code>} {message}
          </li>
        ))}
      </ul>
      {problems.length > MOST_SHOWN && <p>… and {problems.length - MOST_SHOWN} more.</p>}
    </div>
  );
}

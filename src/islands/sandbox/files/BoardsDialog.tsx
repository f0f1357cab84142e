import { useState } from 'react';
import { freshBoard } from '#state/board/board.ts';
import type { RemovedBoard } from '#state/boards/boards.ts';
import { TEMPLATES } from '#state/boards/templates.ts';
import { useFreeBoard } from '#islands/workbench/context/useSandbox.ts';
import { Sheet } from '#islands/workbench/controls/Sheet.tsx';

/** The name that was typed for a new board: closing the dialog does not lose it. */
let typed = '';

/** Every board of this browser: open, rename, duplicate, delete, and a new one. */
export default function BoardsDialog({ close }: { close: () => void }) {
  const { boards } = useFreeBoard();
  const [removed, setRemoved] = useState<RemovedBoard | null>(null);
  const [name, setName] = useState(typed);
  const [template, setTemplate] = useState<string>(TEMPLATES[0].id);
  const current = boards.current().id;
  const list = boards.list();
  return (
    <Sheet title="Boards" close={close}>
      <p>Kept in this browser only, each with its runs.</p>
      <ul className="board-list">
        {list.map((entry) => (
          <li key={entry.id} aria-current={entry.id === current ? 'true' : undefined}>
            <label>
              <span className="visually-hidden">Name of {entry.name}</span>
              <input
                key={entry.name}
                defaultValue={entry.name}
                maxLength={60}
                onBlur={(event) => boards.rename(entry.id, event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') event.currentTarget.blur();
                }}
              />
            </label>
            {entry.id === current ? (
              <span className="faint">shown</span>
            ) : (
              <button type="button" className="button" onClick={() => boards.select(entry.id)}>
                Open<span className="visually-hidden"> {entry.name}</span>
              </button>
            )}
            <button type="button" className="button" onClick={() => boards.duplicate(entry.id)}>
              Duplicate<span className="visually-hidden"> {entry.name}</span>
            </button>
            <button
              type="button"
              className="button"
              disabled={list.length < 2}
              onClick={() => setRemoved(boards.remove(entry.id))}
            >
              Delete<span className="visually-hidden"> {entry.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status">
        {removed !== null && (
          <>
            {removed.entry.name} was deleted.{' '}
            <button
              type="button"
              className="button"
              onClick={() => {
                boards.restore(removed);
                setRemoved(null);
              }}
            >
              Bring it back
            </button>
          </>
        )}
      </p>
      <form
        className="new-board"
        onSubmit={(event) => {
          event.preventDefault();
          const from = TEMPLATES.find(({ id }) => id === template) ?? TEMPLATES[0];
          boards.create(name || from.label, freshBoard({ layout: from.layout, actions: [] }));
          typed = '';
          close();
        }}
      >
        <h3>New board</h3>
        <label>
          Name
          <input
            value={name}
            maxLength={60}
            onChange={(event) => {
              typed = event.target.value;
              setName(typed);
            }}
          />
        </label>
        <label>
          Start from
          <select value={template} onChange={(event) => setTemplate(event.target.value)}>
            {TEMPLATES.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button primary">
          Create
        </button>
      </form>
    </Sheet>
  );
}

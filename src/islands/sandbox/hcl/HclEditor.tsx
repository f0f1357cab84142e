import { useId, useMemo, useRef } from 'react';
import { isEdit } from '#model/edits/index.ts';
import type { TextProblem } from '#state/boards/openText.ts';
import { useSandbox } from '#islands/workbench/context/useSandbox.ts';
import { HclChoice } from './HclChoice.tsx';
import { HclField, type HclFieldHandle } from './HclField.tsx';
import { useHclText } from './useHclText.ts';
import './hcl.css';

/** The board as HCL of the tfe provider: what is typed here moves it, and what moves it is written here. */
function HclEditor() {
  const { state } = useSandbox();
  const hcl = useHclText();
  const { text, state: standing, mistakes, notes, kept, leftBehind, change, leave, restore } = hcl;
  const field = useRef<HclFieldHandle>(null);
  const ids = useId();
  // What changes the board while runs go on is no part of its text.
  const dated = state.scenario.actions.some(isEdit);

  const goTo = (line: number, column: number) => field.current?.goTo(line, column);
  const marks = useMemo(() => ({ mistakes, notes, kept }), [mistakes, notes, kept]);

  return (
    <div className="hcl" data-standing={standing}>
      <HclField
        ref={field}
        text={text}
        marks={marks}
        label="HCL of the board"
        describedBy={`${ids}-standing ${ids}-keys`}
        invalid={mistakes.length > 0}
        disabled={standing === 'loading'}
        change={change}
        leave={leave}
      />
      <div className="hcl-side">
        <p id={`${ids}-standing`} className="hcl-standing" role="status">
          {standing === 'loading' && 'The text is being written.'}
          {standing === 'reading' && 'Reading …'}
          {standing === 'agrees' && 'Text and board agree.'}
          {standing === 'mistakes' &&
            `${mistakes.length === 1 ? 'One mistake' : `${mistakes.length} mistakes`}: the board stays as the text last said.`}
          {standing === 'failed' && 'The board stays as it is.'}
        </p>
        {leftBehind !== null && (
          <p className="hcl-note">
            A text with a mistake was left here, and the board has changed since.{' '}
            <button type="button" className="button" onClick={restore}>
              Bring it back
            </button>
          </p>
        )}
        {standing === 'agrees' && <HclChoice written={hcl.written} settle={hcl.settle} />}
        <Places
          title={standing === 'mistakes' ? 'Mistakes' : 'Left out of the board'}
          kind="mistake"
          problems={mistakes}
          goTo={goTo}
        />
        {standing === 'mistakes' && mistakes.every(({ kind }) => kind !== 'syntax') && (
          <p>
            <button type="button" className="button" onClick={hcl.leaveOut}>
              Show the board without these
            </button>
          </p>
        )}
        <Places title="To know" kind="note" problems={notes} goTo={goTo} />
        {kept.length > 0 && (
          <details className="hcl-kept" open={kept.length <= 6}>
            <summary>Kept as it is ({kept.length})</summary>
            <p>A board has no place for these. They stay in the text when the board changes elsewhere.</p>
            <ul>
              {kept.map((part) => (
                <li key={`${part.line} ${part.text}`}>
                  <button type="button" onClick={() => goTo(part.line, 1)}>
                    <span className="hcl-line">line {part.line}</span> <code>{firstLine(part.text)}</code>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )}
        <p id={`${ids}-keys`} className="hcl-note hcl-keys">
          Tab leaves the text. Ctrl+F finds, Ctrl+/ makes a comment, F8 goes to the next mistake.
        </p>
        {dated && (
          <p className="hcl-note">
            The text is the set-up at the start. What was changed between runs is no part of it; Clear runs
            makes it so.
          </p>
        )}
      </div>
    </div>
  );
}
export default HclEditor;

const firstLine = (text: string): string => {
  const [first = ''] = text.split('\n');
  return first.length > 48 ? `${first.slice(0, 47)}…` : first;
};

function Places({
  title,
  kind,
  problems,
  goTo,
}: {
  title: string;
  kind: 'mistake' | 'note';
  problems: readonly TextProblem[];
  goTo: (line: number, column: number) => void;
}) {
  if (problems.length === 0) return null;
  return (
    <section className="hcl-places" data-kind={kind}>
      <h3>{title}</h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.line}:${problem.column} ${problem.message}`}>
            {problem.line === null ? (
              <span>{problem.message}</span>
            ) : (
              <button type="button" onClick={() => goTo(problem.line ?? 1, problem.column ?? 1)}>
                <span className="hcl-line">
                  line {problem.line}
                  {problem.column === null ? '' : `, column ${problem.column}`}
                </span>{' '}
                {problem.message}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

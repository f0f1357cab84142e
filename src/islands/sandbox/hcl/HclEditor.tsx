import { useEffect, useId, useRef, useState } from 'react';
import { isEdit } from '#model/edits/index.ts';
import type { TextProblem } from '#state/boards/openText.ts';
import { useSandbox } from '#islands/workbench/context/useSandbox.ts';
import { lineEnd, offsetOf } from './problemRanges.ts';
import { HclChoice } from './HclChoice.tsx';
import { useHclText } from './useHclText.ts';
import './hcl.css';

/** The board as HCL of the tfe provider: what is typed here moves it, and what moves it is written here. */
function HclEditor() {
  const { state } = useSandbox();
  const hcl = useHclText();
  const { text, state: standing, mistakes, notes, kept, leftBehind, change, leave, restore } = hcl;
  const area = useRef<HTMLTextAreaElement>(null);
  const [scroll, setScroll] = useState(0);
  const ids = useId();
  const lines = text.split('\n').length;
  // What changes the board while runs go on is no part of its text.
  const dated = state.scenario.actions.some(isEdit);

  const goTo = ({ line, column }: { line: number | null; column: number | null }) => {
    const field = area.current;
    if (field === null || line === null) return;
    const from = offsetOf(text, line, column ?? 1);
    field.focus();
    field.setSelectionRange(from, Math.max(from, lineEnd(text, from)));
    const height = Number.parseFloat(getComputedStyle(field).lineHeight);
    field.scrollTop = Math.max(0, (line - 4) * height);
  };

  useEffect(() => {
    if (area.current !== null) setScroll(area.current.scrollTop);
  }, []);

  const band = (line: number, count: number, kind: string) => (
    <div
      key={`${kind} ${line}`}
      className="hcl-band"
      data-kind={kind}
      style={{ top: `calc(${line - 1} * var(--hcl-line))`, height: `calc(${count} * var(--hcl-line))` }}
    />
  );
  const places = mistakes.filter(({ line }) => line !== null);
  return (
    <div className="hcl" data-standing={standing}>
      <div className="hcl-text">
        <div className="hcl-behind" aria-hidden="true">
          <div style={{ transform: `translateY(${-scroll}px)` }}>
            {kept.map((part) => band(part.line, part.text.split('\n').length, 'kept'))}
            {notes.map((note) => note.line !== null && band(note.line, 1, 'note'))}
            {places.map((mistake) => band(mistake.line ?? 1, 1, 'mistake'))}
            <pre className="hcl-numbers">{Array.from({ length: lines }, (_, i) => i + 1).join('\n')}</pre>
          </div>
        </div>
        <textarea
          ref={area}
          value={text}
          aria-label="HCL of the board"
          aria-invalid={mistakes.length > 0}
          aria-describedby={`${ids}-standing`}
          disabled={standing === 'loading'}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          onChange={(event) => change(event.target.value)}
          onBlur={leave}
          onScroll={(event) => setScroll(event.currentTarget.scrollTop)}
        />
      </div>
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
                  <button type="button" onClick={() => goTo({ line: part.line, column: 1 })}>
                    <span className="hcl-line">line {part.line}</span> <code>{firstLine(part.text)}</code>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )}
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
  goTo: (problem: TextProblem) => void;
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
              <button type="button" onClick={() => goTo(problem)}>
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

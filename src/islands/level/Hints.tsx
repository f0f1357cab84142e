import { useEffect, useMemo, useState } from 'react';
import { hintsFor, type Place } from '#engine/hints.ts';
import { useSandbox } from '#islands/sandbox/useSandbox.ts';
import { useLevel } from './useLevel.ts';

/** The panel of the page that a hint points at. */
const GLOWS: Readonly<Record<Place['panel'], string>> = {
  settings: '.inspector-panel',
  triggers: '.board',
  sharing: '.inspector-panel',
  variables: '.inspector-panel',
  policies: '.inspector-panel',
  teams: '.board',
  runs: '.bar',
  changes: '.own-changes',
};

/** The rungs that are open, from the board as it is; the last one does its step, one at a time. */
export function Hints() {
  const { state, sandbox } = useSandbox();
  const { level, rung, nextHint, helped } = useLevel();
  const open = rung > 0;
  const hints = useMemo(() => (open ? hintsFor(level, state.scenario) : null), [open, level, state.scenario]);
  const [asked, setAsked] = useState(false);
  const where = rung >= 2 ? hints?.place : undefined;
  useGlow(where);
  if (open && hints === null)
    return (
      <section className="hints" aria-label="Hints">
        <h3>Hints</h3>
        <p>Nothing is left to do: press Check.</p>
      </section>
    );
  const rungs =
    hints === null
      ? []
      : [hints.goal, [hints.where, level.hint].filter((t) => t !== '').join(' '), hints.rule, hints.nearest];
  const last = rung >= 5;
  return (
    <section className="hints" aria-label="Hints">
      <h3 tabIndex={-1} data-hints>
        Hints
      </h3>
      <ol>
        {rungs.slice(0, rung).map((text) => (
          <li key={text}>{text}</li>
        ))}
        {last && hints !== null && asked && (
          <li>
            {hints.stepWords}.{' '}
            <button
              type="button"
              className="button"
              onClick={() => sandbox.adopt(hints.step.to, `${hints.stepWords}: done.`)}
            >
              Do this step
            </button>
          </li>
        )}
      </ol>
      {last && !asked ? (
        <p>
          The last hint is a step of a solution.{' '}
          <button type="button" className="button" onClick={() => setAsked(true)}>
            Show me the step
          </button>
        </p>
      ) : (
        !last && (
          <button type="button" className="button" onClick={nextHint}>
            {open ? 'Next hint' : 'Give me a hint'}
          </button>
        )
      )}
      {helped.hints > 0 && <p className="faint">{helped.hints} opened in this attempt.</p>}
    </section>
  );
}

/** Lets the panel and the workspace glow that the hint is about. */
function useGlow(place: Place | undefined): void {
  const { sandbox } = useSandbox();
  const panel = place?.panel;
  const workspace = place?.workspace ?? null;
  useEffect(() => {
    if (panel === undefined) return;
    if (workspace !== null) sandbox.focus(workspace);
    const element = document.querySelector(`.sandbox ${GLOWS[panel]}`);
    element?.setAttribute('data-glow', 'true');
    return () => element?.removeAttribute('data-glow');
  }, [panel, workspace, sandbox]);
}

import { useEffect, useMemo, useState } from 'react';
import { hintsFor, type HintPlace } from '#engine/levels/hints.ts';
import { useSeen, useView } from '#islands/workbench/context/useSandbox.ts';
import { useLevel } from '../useLevel.ts';

/** The panel of the page that a hint points at. */
const GLOWS: Readonly<Record<HintPlace['panel'], string>> = {
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
export function HintLadder() {
  const { sandbox } = useView();
  const scenario = useSeen(({ state }) => state.scenario);
  const { level, rung, nextHint } = useLevel();
  const hints = useMemo(() => hintsFor(level, scenario), [level, scenario]);
  const [asked, setAsked] = useState(false);
  useGlow(rung >= 2 ? hints?.place : undefined);
  if (hints === null) return <p>You have done everything. Press Check.</p>;
  const where = [hints.where, level.hint].filter((text) => text !== '').join(' ');
  const last = rung >= 5;
  return (
    <>
      <ol>
        {[hints.goal, where, hints.rule, hints.nearest]
          .slice(0, rung)
          .filter((text) => text !== '')
          .map((text) => (
            <li key={text}>{text}</li>
          ))}
        {last && asked && (
          <li>
            {hints.stepWords}.{' '}
            <button
              type="button"
              className="button"
              onClick={() =>
                sandbox.perform({
                  type: 'put_board',
                  board: { scenario: hints.step.to },
                  words: `${hints.stepWords}: done.`,
                })
              }
            >
              Do this step
            </button>
          </li>
        )}
      </ol>
      {!last && (
        <button type="button" className="button" onClick={nextHint}>
          Next hint
        </button>
      )}
      {last && !asked && (
        <p>
          The last hint is a step of a solution.{' '}
          <button type="button" className="button" onClick={() => setAsked(true)}>
            Show me the step
          </button>
        </p>
      )}
    </>
  );
}

/** Lets the panel and the workspace glow that the hint is about. */
function useGlow(place: HintPlace | undefined): void {
  const { sandbox } = useView();
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

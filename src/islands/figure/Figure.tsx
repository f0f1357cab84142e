import { short } from '#model/vocabulary.ts';
import { Suspense, useEffect, useId, useMemo, useState } from 'react';
import { momentAt } from '#engine/moment.ts';
import { simulate } from '#engine/simulate.ts';
import type { Action } from '#model/action.ts';
import { later } from '#islands/status/later.tsx';
import type { Layout } from '#model/layout.ts';
import { Guess } from './Guess.tsx';
import type { Ask } from './guess.ts';
import type { Knob } from './knob.ts';
import { Knobs } from './Knobs.tsx';
import { RailMap } from './RailMap.tsx';
import { Tables } from './Tables.tsx';
import { usePlayback } from './usePlayback.ts';
import { useTurned } from './useTurned.ts';
import './figure.css';
import './parts.css';

interface Props {
  title: string;
  layout: Layout;
  actions: Action[];
  knobs: Knob[];
  predict: string | null;
  ask: Ask | null;
  variables: string[];
  access: { team: string; workspace: string }[];
  /** The address of this board in the sandbox; null: none is offered. */
  sandbox: string | null;
  /** Of its heading: the outline of the page must not skip one. */
  level: 2 | 3;
}

// There is nothing to tell before something has run.
const Log = later(async () => (await import('./Log.tsx')).Log);

const seconds = (at: number): string => `${at} s`;

/** A small board driven by the simulator: turn a switch, play, and read what happened and what did not. */
export default function Figure(props: Props) {
  const { title, layout, actions, knobs, predict, ask, variables, access, sandbox, level } = props;
  const [guess, setGuess] = useState('');
  const [started, setStarted] = useState(false);
  const [revealed, setRevealed] = useState(false);
  useEffect(() => setStarted(true), []);
  const { scenario, settings, turn, state } = useTurned({ layout, actions }, knobs);
  const ready = started && state === 'there';
  const simulation = useMemo(() => {
    const simulated = simulate(scenario);
    return simulated.ok ? simulated.value : null;
  }, [scenario]);
  const length = simulation?.log.length ?? 0;
  const playback = usePlayback(length, 2);
  const heading = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  if (simulation === null) return null;
  const { result } = simulation;
  const moment = momentAt(scenario, simulation, playback.cursor);
  const soFar = simulation.log.slice(0, playback.cursor);
  const silent = soFar.filter((entry) => entry.kind === 'not_queued');
  const refused = soFar.filter((entry) => entry.kind === 'rejected');
  const lit = new Set(
    moment.runs.flatMap((run) => {
      const cause = moment.runs.find((other) => other.id === run.triggered_by);
      return cause === undefined ? [] : [`${cause.workspace} ${run.workspace}`];
    }),
  );
  // Triggers of the layout are there from the start; what is created or deleted on the way shows when it happens.
  const gone = soFar.flatMap((entry) =>
    entry.kind === 'trigger' && entry.change === 'deleted' ? [entry] : [],
  );
  const own = scenario.layout.run_triggers;
  const run_triggers = [...own, ...moment.triggers].filter(
    (t, i, all) =>
      all.findIndex((o) => o.sourceable === t.sourceable && o.workspace === t.workspace) === i &&
      (i >= own.length || !gone.some((g) => g.sourceable === t.sourceable && g.workspace === t.workspace)),
  );
  const wired = { ...scenario.layout, run_triggers };
  const runs = actions.length > 0;
  const finished = playback.cursor >= length;
  const ended = runs && finished && playback.cursor > 0;
  return (
    <section className="figure" aria-labelledby={heading}>
      <header>
        <Heading id={heading}>{title}</Heading>
        <div className="figure-actions">
          {runs && (
            <>
              <button
                type="button"
                className="button primary"
                disabled={!ready}
                onClick={playback.playing ? playback.pause : playback.play}
              >
                {playback.playing
                  ? 'Pause'
                  : playback.cursor > 0 && !finished
                    ? 'Go on'
                    : ended
                      ? 'Play again'
                      : 'Play'}
              </button>
              <button
                type="button"
                className="button"
                disabled={!ready || finished}
                onClick={() => playback.moveTo(length)}
              >
                To the end
              </button>
            </>
          )}
          {!runs && predict !== null && (
            <button
              type="button"
              className="button primary"
              disabled={!ready || revealed}
              onClick={() => setRevealed(true)}
            >
              Show
            </button>
          )}
          {sandbox !== null && (
            <a className="button" href={sandbox}>
              Open in the sandbox
            </a>
          )}
        </div>
      </header>
      {predict !== null && (
        <Guess
          text={predict}
          ask={ask}
          guess={guess}
          onGuess={setGuess}
          disabled={!started}
          result={ended ? result : null}
        />
      )}
      <div className="figure-body">
        <div className="figure-map">
          <RailMap layout={wired} runs={moment.runs} lit={lit} />
        </div>
        <div>
          <Knobs
            knobs={knobs}
            settings={settings}
            disabled={!started}
            onTurn={(key, option) => {
              turn(key, option);
              playback.moveTo(0);
            }}
          />
          {state === 'failed' && (
            <p role="alert">The setting could not be changed. Load the page again to try once more.</p>
          )}
          {(runs || revealed || predict === null) && (
            <Tables layout={scenario.layout} variables={variables} access={access} />
          )}
          {runs && (
            <>
              <p className="eyebrow figure-now" aria-live="polite">
                {playback.cursor === 0
                  ? 'Nothing has run yet'
                  : `${finished ? 'At the end' : 'Now'}, after ${seconds(moment.at)}`}
              </p>
              {playback.cursor > 0 && (
                <Suspense>
                  <Log runs={moment.runs} silent={silent} refused={refused} />
                </Suspense>
              )}
              {ended &&
                result.stale.map(({ workspace, sourceable }) => (
                  <p key={`${workspace} ${sourceable}`} className="figure-stale">
                    <strong>{short(workspace)}</strong> is stale: {short(sourceable)} has been applied again
                    since.
                  </p>
                ))}
            </>
          )}
        </div>
      </div>
    </section>
  );
}

import { short } from '#model/layout/vocabulary.ts';
import { type ComponentType, useEffect, useId, useMemo, useState } from 'react';
import type { Action } from '#model/scenario/action.ts';
import type { Layout } from '#model/layout/layout.ts';
import { Guess } from './Guess.tsx';
import type { Ask } from './guess.ts';
import type { Knob, KnobSettings } from './knob.ts';
import { Knobs } from './Knobs.tsx';
import { RailMap } from './RailMap.tsx';
import { usePlayback } from './usePlayback.ts';
import { useRunner } from './useRunner.ts';
import './figure.css';
import './figureParts.css';

/** What a figure shows of its board without a run. */
export type TablesProps = Pick<FigureProps, 'layout' | 'variables' | 'access'>;

export interface FigureProps {
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
  /** What shows variables or rights: given by an island of its own, since it brings a part of the simulator. */
  Tables?: ComponentType<TablesProps>;
}

const seconds = (at: number): string => `${at} s`;

/** A small board driven by the simulator: turn a switch, play, and read what happened and what did not. */
export default function Figure(props: FigureProps) {
  const { title, layout, actions, knobs, predict, ask, variables, access, sandbox, level, Tables } = props;
  const [guess, setGuess] = useState('');
  const [started, setStarted] = useState(false);
  const [revealed, setRevealed] = useState(false);
  useEffect(() => setStarted(true), []);
  const [settings, setSettings] = useState<KnobSettings>({});
  /** What was pressed before the simulator was there. */
  const [wanted, setWanted] = useState<'play' | 'end' | null>(null);
  const { runner, failed, load } = useRunner();
  const base = useMemo(() => ({ layout, actions }), [layout, actions]);
  const scenario = useMemo(
    () => runner?.turned(base, knobs, settings) ?? base,
    [runner, base, knobs, settings],
  );
  const simulation = useMemo(() => {
    const simulated = runner?.simulate(scenario);
    return simulated?.ok ? simulated.value : null;
  }, [runner, scenario]);
  const log = simulation?.log ?? [];
  const length = log.length;
  const playback = usePlayback(length, 2);
  const heading = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  const move = (how: 'play' | 'end') => {
    if (how === 'play') playback.play();
    else playback.moveTo(length);
  };
  const press = (how: 'play' | 'end') => {
    if (simulation !== null) return move(how);
    setWanted(how);
    load();
  };
  useEffect(() => {
    if (wanted === null || simulation === null) return;
    setWanted(null);
    move(wanted);
  });
  const moment = simulation === null ? null : runner?.momentAt(scenario, simulation, playback.cursor);
  const runsNow = moment?.runs ?? [];
  const soFar = log.slice(0, playback.cursor);
  const silent = soFar.filter((entry) => entry.kind === 'not_queued');
  const refused = soFar.filter((entry) => entry.kind === 'rejected');
  const lit = new Set(
    runsNow.flatMap((run) => {
      const cause = runsNow.find((other) => other.id === run.triggered_by);
      return cause === undefined ? [] : [`${cause.workspace} ${run.workspace}`];
    }),
  );
  // Triggers of the layout are there from the start; what is created or deleted on the way shows when it happens.
  const gone = soFar.flatMap((entry) =>
    entry.kind === 'trigger' && entry.change === 'deleted' ? [entry] : [],
  );
  const own = scenario.layout.run_triggers;
  const run_triggers = [...own, ...(moment?.triggers ?? [])].filter(
    (t, i, all) =>
      all.findIndex((o) => o.sourceable === t.sourceable && o.workspace === t.workspace) === i &&
      (i >= own.length || !gone.some((g) => g.sourceable === t.sourceable && g.workspace === t.workspace)),
  );
  const wired = { ...scenario.layout, run_triggers };
  const runs = actions.length > 0;
  const finished = simulation !== null && playback.cursor >= length;
  const ended = runs && finished && playback.cursor > 0;
  const result = ended ? (simulation?.result ?? null) : null;
  return (
    <section className="figure" aria-labelledby={heading} onPointerEnter={load} onFocus={load}>
      <header>
        <Heading id={heading}>{title}</Heading>
        <div className="figure-actions">
          {runs && (
            <>
              <button
                type="button"
                className="button primary"
                disabled={!started}
                onClick={playback.playing ? playback.pause : () => press('play')}
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
                disabled={!started || (finished && length > 0)}
                onClick={() => press('end')}
              >
                To the end
              </button>
            </>
          )}
          {!runs && predict !== null && (
            <button
              type="button"
              className="button primary"
              disabled={!started || revealed}
              onClick={() => setRevealed(true)}
            >
              Show
            </button>
          )}
          {sandbox !== null && (
            <a className="button" href={sandbox}>
              <span>
                Open <span className="figure-more-words">in the </span>sandbox
              </span>
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
          result={result}
        />
      )}
      <div className="figure-body">
        <div className="figure-map">
          <RailMap layout={wired} runs={runsNow} lit={lit} />
        </div>
        <div>
          <Knobs
            knobs={knobs}
            settings={settings}
            disabled={!started}
            onTurn={(key, option) => {
              setSettings({ ...settings, [key]: option });
              load();
              playback.moveTo(0);
            }}
          />
          {failed && runner === null && (
            <p role="alert">The simulator could not be loaded. Press again, or load the page again.</p>
          )}
          {Tables !== undefined && (runs || revealed || predict === null) && (
            <Tables layout={scenario.layout} variables={variables} access={access} />
          )}
          {runs && (
            <>
              <p className="eyebrow figure-now" aria-live="polite">
                {moment == null || playback.cursor === 0
                  ? 'Nothing has run yet'
                  : `${finished ? 'At the end' : 'Now'}, after ${seconds(moment.at)}`}
              </p>
              {runner !== null && <runner.Log runs={runsNow} silent={silent} refused={refused} />}
              {result?.stale.map(({ workspace, sourceable }) => (
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

import { useEffect, useId, useMemo, useState } from 'react';
import { momentAt } from '#engine/moment.ts';
import { ruleTextOf } from '#engine/ruleWords.ts';
import { simulate } from '#engine/simulate.ts';
import type { Action, Scenario } from '#model/action.ts';
import type { Layout } from '#model/layout.ts';
import { StatusMark } from '#islands/status/StatusMark.tsx';
import { RailMap } from './RailMap.tsx';
import { usePlayback } from './usePlayback.ts';
import './figure.css';

export interface Knob {
  /** `organization/name`. */
  workspace: string;
  name: string;
  field: 'auto_apply' | 'auto_apply_run_trigger' | 'global_remote_state' | 'locked' | 'has_configuration';
}

interface Props {
  id: string;
  title: string;
  layout: Layout;
  actions: Action[];
  knobs: Knob[];
  predict: string | null;
  /** Of its heading: the outline of the page must not skip one. */
  level: 2 | 3;
}

const short = (id: string): string => id.slice(id.indexOf('/') + 1);
const seconds = (at: number): string => `${at} s`;

/** A small board driven by the simulator: turn a switch, play, and read what happened and what did not. */
export default function Figure({ title, layout, actions, knobs, predict, level }: Props) {
  const [settings, setSettings] = useState<Record<string, boolean>>({});
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const scenario = useMemo(
    (): Scenario => ({ layout: turned(layout, knobs, settings), actions }),
    [layout, actions, knobs, settings],
  );
  const simulation = useMemo(() => {
    const simulated = simulate(scenario);
    return simulated.ok ? simulated.value : null;
  }, [scenario]);
  const length = simulation?.log.length ?? 0;
  const playback = usePlayback(length, 2);
  const heading = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  if (simulation === null) return null;
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
  const gone = soFar.filter((entry) => entry.kind === 'trigger' && entry.change === 'deleted');
  const run_triggers = [...layout.run_triggers, ...moment.triggers].filter(
    (t, i, all) =>
      all.findIndex((o) => o.sourceable === t.sourceable && o.workspace === t.workspace) === i &&
      (i >= layout.run_triggers.length ||
        !gone.some(
          (g) => g.kind === 'trigger' && g.sourceable === t.sourceable && g.workspace === t.workspace,
        )),
  );
  const wired = { ...scenario.layout, run_triggers };
  const finished = playback.cursor >= length;
  return (
    <section className="figure" aria-labelledby={heading}>
      <header>
        <Heading id={heading}>{title}</Heading>
        <div className="figure-actions">
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
                : finished && playback.cursor > 0
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
        </div>
      </header>
      {predict !== null && (
        <p className="figure-predict">
          <strong>Predict first.</strong> {predict}
        </p>
      )}
      <div className="figure-body">
        <div className="figure-map">
          <RailMap layout={wired} runs={moment.runs} lit={lit} />
        </div>
        <div>
          {knobs.length > 0 && (
            <fieldset className="knobs" disabled={!ready}>
              <legend className="eyebrow">Change a setting</legend>
              {knobs.map((knob) => {
                const key = `${knob.workspace}.${knob.field}`;
                const value = settings[key] ?? initial(layout, knob);
                return (
                  <label key={key} className="knob">
                    <input
                      type="checkbox"
                      checked={value}
                      onChange={(event) => {
                        setSettings({ ...settings, [key]: event.target.checked });
                        playback.moveTo(0);
                      }}
                    />
                    <span>
                      {knob.name}: <code>{knob.field}</code>
                    </span>
                  </label>
                );
              })}
            </fieldset>
          )}
          <p className="eyebrow figure-now" aria-live="polite">
            {playback.cursor === 0
              ? 'Nothing has run yet'
              : `${finished ? 'At the end' : 'Now'}, after ${seconds(moment.at)}`}
          </p>
          <ol className="figure-log">
            {moment.runs.map((run) => (
              <li key={run.id}>
                <span>
                  <strong>{short(run.workspace)}</strong>{' '}
                  <span className="cause">
                    {run.triggered_by === null
                      ? `${run.id}, started by hand`
                      : `${run.id}, triggered by ${run.triggered_by}`}
                  </span>
                </span>
                <StatusMark status={run.status} waitingFor={run.waiting_for} />
                {run.rule !== null && run.status !== 'applied' && (
                  <p>
                    {ruleTextOf(run.rule, run.waiting_for === null ? undefined : 'hold')} ({run.rule})
                  </p>
                )}
              </li>
            ))}
            {refused.map((entry) => (
              <li key={`refused ${entry.action} ${entry.message}`}>
                <span>
                  <strong>Refused</strong> <span className="cause">nothing changed</span>
                </span>
                <code>{entry.rule}</code>
                <p>{entry.message}</p>
              </li>
            ))}
            {silent.map((entry) => (
              <li key={`${entry.run} ${entry.workspace}`}>
                <span>
                  <strong>{short(entry.workspace)}</strong>{' '}
                  <span className="cause">got no run from {entry.run}</span>
                </span>
                <code>{entry.rule}</code>
                <p>{entry.message}</p>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </section>
  );
}

function initial(layout: Layout, knob: Knob): boolean {
  return (
    layout.workspaces.find((w) => `${w.organization}/${w.name}` === knob.workspace)?.[knob.field] ?? false
  );
}

function turned(layout: Layout, knobs: readonly Knob[], settings: Readonly<Record<string, boolean>>): Layout {
  const workspaces = layout.workspaces.map((w) => {
    const mine = knobs.filter((k) => k.workspace === `${w.organization}/${w.name}`);
    return mine.reduce(
      (so, k) => ({ ...so, [k.field]: settings[`${k.workspace}.${k.field}`] ?? so[k.field] }),
      w,
    );
  });
  return { ...layout, workspaces };
}

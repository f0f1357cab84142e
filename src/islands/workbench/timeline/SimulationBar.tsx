import '#islands/status/popups.ts';
import { short } from '#model/layout/vocabulary.ts';
import { memo, useState } from 'react';
import { RUN_MODES, RUN_SOURCES } from '#model/scenario/run.ts';
import { startOf } from '#state/board/simulatedScenario.ts';
import { Branches } from './Branches.tsx';
import { isDecision, describePlace } from './describeEntry.ts';
import { chosen, commandStartRun, useSeen, useView } from '../context/useSandbox.ts';
import { SPEEDS, usePlaying } from './usePlaying.ts';

/** Starts runs and moves through what happened; moving never undoes an edit. */
export const SimulationBar = memo(function SimulationBar() {
  const view = useView();
  const { sandbox, startAs, setStartAs } = view;
  const state = useSeen(
    ({ state: { focused, cursor, playing, simulatedScenario, scenario }, simulation, moment }) => ({
      focused,
      cursor,
      playing,
      simulatedScenario,
      teams: scenario.layout.teams,
      simulation,
      moment,
    }),
  );
  const { simulation, moment } = state;
  const [speed, setSpeed] = useState<keyof typeof SPEEDS>('1×');
  usePlaying({ ...state, sandbox }, speed);
  const { log } = simulation;
  const { cursor } = state;
  const start = startOf(state.simulatedScenario);
  const toDecision = () => {
    const next = log.findIndex((item, i) => i >= cursor && isDecision(item));
    sandbox.seek(next < 0 ? log.length : next + 1);
  };
  return (
    <section className="bar" aria-label="Simulation">
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={state.focused === null}
          onClick={() => state.focused !== null && commandStartRun(view, state.focused)}
        >
          Start run{state.focused === null ? '' : ` in ${short(state.focused)}`}
        </button>
        <details className="start-options" data-popup>
          <summary className="button">{startAs.mode === 'standard' ? 'Options' : startAs.mode}</summary>
          <div>
            <label>
              Mode{' '}
              <select
                value={startAs.mode}
                onChange={(e) =>
                  chosen(RUN_MODES, e.target.value, (mode) => setStartAs({ ...startAs, mode }))
                }
              >
                {RUN_MODES.map((m) => (
                  <option key={m}>{m}</option>
                ))}
              </select>
            </label>
            <label>
              Source{' '}
              <select
                value={startAs.source}
                onChange={(e) =>
                  chosen(RUN_SOURCES, e.target.value, (source) => setStartAs({ ...startAs, source }))
                }
              >
                {RUN_SOURCES.map((s) => (
                  <option key={s}>{s}</option>
                ))}
              </select>
            </label>
            {startAs.source === 'cli' && (
              <label>
                -auto-approve{' '}
                <input
                  type="checkbox"
                  checked={startAs.auto_approve}
                  onChange={(e) => setStartAs({ ...startAs, auto_approve: e.target.checked })}
                />
              </label>
            )}
            {sandbox.level === null && (
              <label>
                As{' '}
                <select value={startAs.as} onChange={(e) => setStartAs({ ...startAs, as: e.target.value })}>
                  {['owners', ...state.teams.map((t) => t.name)].map((t) => (
                    <option key={t}>{t}</option>
                  ))}
                </select>
              </label>
            )}
          </div>
        </details>
        <Branches />
      </div>
      {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
      <div className="row transport" role="group" aria-label="Playback">
        <button
          type="button"
          className="button"
          onClick={() => sandbox.seek(start)}
          disabled={cursor === start}
          aria-label="Reset to the start"
        >
          |◂
        </button>
        <button
          type="button"
          className="button"
          onClick={() => sandbox.seek(cursor - 1)}
          disabled={cursor === 0}
          aria-label="One event back"
        >
          ◂
        </button>
        <button
          type="button"
          className="button"
          onClick={() => sandbox.setPlaying(!state.playing)}
          disabled={log.length === 0}
        >
          {state.playing ? 'Pause' : 'Play'}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => sandbox.seek(cursor + 1)}
          disabled={cursor >= log.length}
          aria-label="One event forward"
        >
          ▸
        </button>
        <button
          type="button"
          className="button"
          onClick={toDecision}
          disabled={cursor >= log.length}
          aria-label="To next decision"
        >
          <span className="wide-only">To next decision</span>
          <span className="phone-only">▸|</span>
        </button>
        <label className="slider">
          <span className="visually-hidden">Event</span>
          <input
            type="range"
            min={0}
            max={log.length}
            value={cursor}
            aria-valuetext={describePlace(log, cursor, state.simulatedScenario, moment)}
            onChange={(e) => sandbox.seek(Number(e.target.value))}
          />
        </label>
        <span className="where">
          {cursor} / {log.length} · {moment.at} s
        </span>
        <label className="wide-only">
          <span className="visually-hidden">Speed</span>
          <select value={speed} onChange={(e) => setSpeed(e.target.value as keyof typeof SPEEDS)}>
            {Object.keys(SPEEDS).map((s) => (
              <option key={s}>{s}</option>
            ))}
          </select>
        </label>
      </div>
    </section>
  );
});

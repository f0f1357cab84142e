import { useState } from 'react';
import { idOf } from '#model/layout.ts';
import type { LogEntry } from '#model/log.ts';
import type { RunStatus, WaitingFor } from '#model/run.ts';
import { statusLabel, toneOf } from '#islands/status/StatusMark.tsx';
import { entryWords } from './entryWords.ts';
import { short, useSandbox } from './useSandbox.ts';

/** What happened up to the cursor: as bars for the eye, and as a table that says every entry. */
export function Timeline() {
  const [tab, setTab] = useState<'bars' | 'list'>('bars');
  return (
    <section className="panel timeline" aria-label="Timeline" data-panel="timeline">
      <header>
        <h2>Timeline</h2>
        {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
        <div className="tabs" role="group" aria-label="Show timeline as">
          <button type="button" aria-pressed={tab === 'bars'} onClick={() => setTab('bars')}>
            Bars
          </button>
          <button type="button" aria-pressed={tab === 'list'} onClick={() => setTab('list')}>
            List
          </button>
        </div>
      </header>
      {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
      <div
        className="panel-body"
        data-keys
        role="region"
        aria-label={tab === 'bars' ? 'Runs as bars' : 'Every event'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {tab === 'bars' ? <Bars /> : <List />}
      </div>
    </section>
  );
}

interface Segment {
  from: number;
  to: number;
  status: RunStatus;
  waiting: WaitingFor | null;
}

/** The stages of a run by the numbers of the log entries that begin them: time in which nothing happens takes no room. */
function segments(log: readonly LogEntry[], cursor: number, run: string): Segment[] {
  const found: Segment[] = [];
  for (const [i, entry] of log.slice(0, cursor).entries()) {
    if (!('run' in entry) || entry.run !== run) continue;
    const last = found.at(-1);
    if (entry.kind === 'queued') found.push({ from: i, to: cursor, status: 'pending', waiting: null });
    else if (entry.kind === 'status' && entry.status !== last?.status) {
      if (last !== undefined) last.to = i;
      found.push({ from: i, to: cursor, status: entry.status, waiting: null });
    } else if (entry.kind === 'hold' && last !== undefined && last.waiting !== entry.waiting_for) {
      last.to = i;
      found.push({ from: i, to: cursor, status: last.status, waiting: entry.waiting_for });
    }
  }
  const end = found.at(-1);
  if (
    end !== undefined &&
    ['applied', 'finished', 'failed', 'stopped'].includes(toneOf(end.status, end.waiting))
  )
    end.to = Math.min(cursor, end.from + 3);
  return found.filter((s) => s.to > s.from);
}

function Bars() {
  const { state, simulation, moment, sandbox, showTab } = useSandbox();
  const { log } = simulation;
  if (moment.runs.length === 0)
    return <p className="empty">No runs yet. Choose a workspace and start one.</p>;
  const first = log.findIndex((entry) => entry.kind === 'queued');
  const span = Math.max(8, log.length - first);
  const percent = (i: number) => `${(Math.max(0, i - first) / span) * 100}%`;
  return (
    <div className="bars">
      {state.scenario.layout.workspaces.map(idOf).map((id) => {
        const runs = moment.runs.filter((run) => run.workspace === id);
        const ghosts = log
          .slice(0, state.cursor)
          .flatMap((entry, i) =>
            entry.kind === 'not_queued' && entry.workspace === id
              ? [{ i, run: entry.run, rule: entry.rule }]
              : [],
          );
        return (
          <div className="bars-row" key={id}>
            <span className="bars-name">{short(id)}</span>
            <div className="bars-lanes">
              {runs.map((run) => (
                <button
                  type="button"
                  className="run-lane"
                  key={run.id}
                  aria-pressed={state.why?.kind === 'run' && state.why.id === run.id}
                  onClick={() => {
                    sandbox.ask({ kind: 'run', id: run.id });
                    sandbox.focus(id);
                    showTab('why');
                  }}
                >
                  <span className="visually-hidden">{`${short(id)}, ${run.id}, ${run.triggered_by === null ? 'started' : `queued by ${run.triggered_by}`}: ${statusLabel(run.status, run.waiting_for)}`}</span>
                  {segments(log, state.cursor, run.id).map((s) => (
                    <span
                      key={`${s.from}`}
                      className="segment"
                      aria-hidden="true"
                      data-tone={toneOf(s.status, s.waiting)}
                      style={{ left: percent(s.from), width: `calc(${percent(s.to)} - ${percent(s.from)})` }}
                    >
                      {statusLabel(s.status, s.waiting)}
                    </span>
                  ))}
                </button>
              ))}
              {ghosts.map(({ i, run, rule }) => (
                <button
                  type="button"
                  className="ghost"
                  key={`${run} ${i}`}
                  style={{ marginInlineStart: percent(i) }}
                  onClick={() => {
                    sandbox.ask({
                      kind: 'not_queued',
                      index: log.slice(0, i).filter((e) => e.kind === 'not_queued').length,
                    });
                    showTab('why');
                  }}
                >
                  no run ({rule})
                </button>
              ))}
              {runs.length === 0 && ghosts.length === 0 && <span className="faint">no run</span>}
            </div>
          </div>
        );
      })}
    </div>
  );
}

function List() {
  const { state, simulation, moment } = useSandbox();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">Time</th>
          <th scope="col">What happened</th>
          <th scope="col">Rule</th>
        </tr>
      </thead>
      <tbody>
        {simulation.log.slice(0, state.cursor).map((entry, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the number of an entry is what identifies it
          <tr key={i}>
            <td>{i + 1}</td>
            <td>{entry.at} s</td>
            <td>{entryWords(entry, state.staged, moment)}</td>
            <td>{'rule' in entry && entry.rule !== null ? <code>{entry.rule}</code> : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

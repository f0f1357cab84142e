import { memo, Suspense, useMemo, useRef, useState } from 'react';
import { later } from '#islands/status/lazyPart.tsx';
import { useSeen, useView } from '../context/useSandbox.ts';

/** Loaded with the first run, and the list when it is first shown. */
const TimelineBars = later(() => import('./TimelineBars.tsx').then(({ TimelineBars: shown }) => shown));
const TimelineList = later(() => import('./TimelineList.tsx').then(({ TimelineList: shown }) => shown));

/** What happened up to the cursor: as bars for the eye, and as a table that says every entry. */
export const Timeline = memo(function Timeline() {
  const { sandbox, showTab } = useView();
  const { log, scenario, moment, cursor } = useSeen(({ state, simulation, moment }) => ({
    log: simulation.log,
    scenario: state.simulatedScenario,
    cursor: state.cursor,
    moment,
  }));
  const [tab, setTab] = useState<'bars' | 'list'>('bars');
  const [waitingFirst, setWaitingFirst] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => log.slice(0, cursor), [log, cursor]);
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
        {tab === 'bars' && (
          <label className="pin-waiting">
            <input
              type="checkbox"
              checked={waitingFirst}
              onChange={(e) => setWaitingFirst(e.target.checked)}
            />{' '}
            Waiting on top
          </label>
        )}
      </header>
      {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
      <div
        className="panel-body"
        data-keys
        ref={scroller}
        role="region"
        aria-label={tab === 'bars' ? 'Runs as bars' : 'Every event'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {tab === 'list' ? (
          <Suspense fallback={<p className="empty">The list is being loaded.</p>}>
            <TimelineList
              log={shown}
              scenario={scenario}
              moment={moment}
              scroller={scroller}
              at={at}
              choose={setAt}
              say={sandbox.say}
            />
          </Suspense>
        ) : moment.runs.length === 0 ? (
          <p className="empty">No runs yet. Choose a workspace and start one.</p>
        ) : (
          <Suspense>
            <TimelineBars
              log={log}
              cursor={cursor}
              scenario={scenario}
              waitingFirst={waitingFirst}
              scroller={scroller}
              at={at}
              onBar={(bar) => {
                setAt(bar.entry);
                sandbox.ask({ kind: 'run', id: bar.run });
                sandbox.focus(bar.workspace);
                showTab('why');
              }}
              onGhost={(ghost, workspace) => {
                setAt(ghost.entry);
                sandbox.ask({ kind: 'not_queued', index: ghost.index });
                sandbox.focus(workspace);
                showTab('why');
              }}
            />
          </Suspense>
        )}
      </div>
    </section>
  );
});

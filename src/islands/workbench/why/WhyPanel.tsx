import { short } from '#model/layout/vocabulary.ts';
import { memo, Suspense } from 'react';
import { RUN_STATUS } from '#model/scenario/runStatus.ts';
import { StatusMark } from '#islands/status/StatusMark.tsx';
import type { Selection } from '#state/board/boardStore.ts';
import { actOnRun, offered, RUN_ACTION, useSeen, useView } from '../context/useSandbox.ts';
import { later } from '#islands/status/lazyPart.tsx';
import { whyItemsOf } from './whyItems.ts';
import { WhatIfs } from '../whatIf/WhatIfMode.tsx';
import { useExplained } from './useExplained.ts';

/** Loaded with the first thing that there is to explain. */
const Detail = later(() => import('./WhyDetail.tsx').then(({ WhyDetail }) => WhyDetail));

export const WhyPanel = memo(function WhyPanel() {
  const view = useView();
  const { sandbox } = view;
  const explained = useExplained();
  const { moment } = explained;
  const why = useSeen(({ state }) => state.why);
  const items = whyItemsOf(explained);
  const chosen = items.find(({ select }) => select !== null && same(select, why));
  const open = chosen ?? items[0];
  return (
    <section className="panel why" aria-label="Why" data-panel="why">
      <header>
        <h2 tabIndex={-1} data-why>
          Why
        </h2>
        <span className="faint">{items.length === 0 ? '' : `${items.length} to explain`}</span>
      </header>
      {/** biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
      <div className="panel-body" role="region" aria-label="Explanations" tabIndex={0}>
        <WhatIfs />
        {items.length === 0 && (
          <p className="empty">
            {moment.runs.length === 0
              ? 'Nothing has run yet. Start a run: when one waits, ends early or is not queued at all, its rule appears here.'
              : 'Nothing is waiting, and every trigger that should fire has fired.'}
          </p>
        )}
        <ul className="why-list">
          {items.map((item) => {
            const run = item.select?.kind === 'run' ? moment.runs.find((r) => r.id === item.key) : undefined;
            return (
              <li key={item.key} data-open={item === open}>
                {item.select === null ? (
                  <p className="why-title">{item.title}</p>
                ) : (
                  <button
                    type="button"
                    className="why-title"
                    aria-expanded={item === open}
                    onClick={() => sandbox.ask(item.select)}
                  >
                    {item.title}
                  </button>
                )}
                <p>{item.words}</p>
                {run !== undefined && (
                  <div className="row">
                    {offered(run).map((type) => (
                      <button
                        key={type}
                        type="button"
                        className={type === 'discard' ? 'button' : 'button primary'}
                        onClick={() => actOnRun(view, type, run)}
                      >
                        {RUN_ACTION[type]}
                      </button>
                    ))}
                  </div>
                )}
                {item === open && (
                  <Suspense>
                    <Detail item={item} />
                  </Suspense>
                )}
              </li>
            );
          })}
        </ul>
        <OpenRuns />
      </div>
    </section>
  );
});

/** Runs in progress, which can be canceled. */
function OpenRuns() {
  const view = useView();
  const moment = useSeen((now) => now.moment);
  const open = moment.runs.filter((run) => !RUN_STATUS[run.status].final && run.waiting_for === null);
  if (open.length === 0) return null;
  return (
    <ul className="why-list">
      {open.map((run) => (
        <li key={run.id} className="row">
          <span>
            {short(run.workspace)}, {run.id}
          </span>{' '}
          <StatusMark status={run.status} waitingFor={null} />
          <button type="button" className="button" onClick={() => actOnRun(view, 'cancel', run)}>
            Cancel run
          </button>
        </li>
      ))}
    </ul>
  );
}

const same = (a: Selection, b: Selection | null): boolean => JSON.stringify(a) === JSON.stringify(b);

import { short } from '#model/vocabulary.ts';
import { memo, Suspense } from 'react';
import { ruleTextOf } from '#engine/ruleWords.ts';
import { RUN_STATUS } from '#model/runStatus.ts';
import { StatusMark } from '#islands/status/StatusMark.tsx';
import { statusLabel } from '#islands/status/tone.ts';
import type { Selection } from '#state/sandboxStore.ts';
import { actOnRun, offered, RUN_ACTION, useSeen, useView } from './useSandbox.ts';
import { later } from './later.tsx';
import { WhatIfs } from './WhatIfMode.tsx';
import { type Explained, useExplained } from './useExplained.ts';

/** Loaded with the first thing that there is to explain. */
const Detail = later(() => import('./WhyDetail.tsx').then(({ WhyDetail }) => WhyDetail));

export interface Item {
  key: string;
  title: string;
  rule: string;
  words: string;
  select: Selection | null;
  needsYou: boolean;
}

/** Everything that waits, ended early or did not happen, up to the cursor; what needs a person comes first. */
function itemsOf({ refusal, cursor, simulation, moment }: Explained): Item[] {
  const items: Item[] = [];
  if (refusal !== null) {
    const { rule, message } = refusal;
    items.push({
      key: 'refusal',
      title: 'Refused, so nothing changed',
      rule,
      words: message,
      select: { kind: 'refusal' },
      needsYou: false,
    });
  }
  const silent = simulation.log.slice(0, cursor).filter((entry) => entry.kind === 'not_queued');
  for (const run of [...moment.runs].reverse()) {
    if (run.rule === null || run.status === 'applied') continue;
    const ended = RUN_STATUS[run.status].final;
    items.push({
      key: run.id,
      title: `${short(run.workspace)}, ${run.id}: ${statusLabel(run.status, run.waiting_for)}`,
      rule: run.rule,
      words: ruleTextOf(run.rule, ended ? undefined : 'hold'),
      select: { kind: 'run', id: run.id },
      needsYou: run.waiting_for === 'confirmation' || run.waiting_for === 'policy_override',
    });
  }
  for (const [index, entry] of silent.entries()) {
    items.push({
      key: `silent-${index}`,
      title: `${short(entry.workspace)} got no run from ${short(entry.sourceable)}, ${entry.run}`,
      rule: entry.rule,
      words: entry.message,
      select: { kind: 'not_queued', index },
      needsYou: false,
    });
  }
  if (cursor >= simulation.log.length) {
    for (const stale of simulation.result.stale) {
      const wired = moment.triggers.some(
        (t) => t.sourceable === stale.sourceable && t.workspace === stale.workspace,
      );
      const running = moment.runs.some(
        (run) => run.workspace === stale.workspace && !RUN_STATUS[run.status].final,
      );
      const why = running
        ? 'Its run is not applied yet, so it still has what it read before.'
        : wired
          ? `A trigger is there; see what became of the run that it queued.`
          : `Reading is not triggering: ${short(stale.workspace)} does not name ${short(stale.sourceable)} as a source, so nothing queued a run.`;
      items.push({
        key: `stale-${stale.workspace}-${stale.sourceable}`,
        title: `${short(stale.workspace)} still has what it read from ${short(stale.sourceable)} before`,
        rule: 'RS-26',
        words: `${short(stale.sourceable)} was applied again since. ${why}`,
        select: null,
        needsYou: false,
      });
    }
  }
  return items.sort((a, b) => Number(b.needsYou) - Number(a.needsYou));
}

export const WhyPanel = memo(function WhyPanel() {
  const view = useView();
  const { sandbox } = view;
  const explained = useExplained();
  const { moment } = explained;
  const why = useSeen(({ state }) => state.why);
  const items = itemsOf(explained);
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
            Nothing waits and nothing was left out. When a run stops, ends early or is not queued at all, the
            rule is named here.
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
                <p>
                  <code>{item.rule}</code> {item.words}
                </p>
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

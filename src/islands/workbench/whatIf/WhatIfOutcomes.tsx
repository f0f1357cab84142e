import { useStore } from 'zustand';
import { snapshotAt } from '#engine/query/stateAt.ts';
import type { EventDifference } from '#engine/query/whatIf.ts';
import { summary } from '#state/whatIf/pins.ts';
import type { Pin } from '#state/whatIf/whatIfs.ts';
import { describeEntry } from '../timeline/describeEntry.ts';
import { focusOn } from '../keys/useKeys.ts';
import { useSeen, useView } from '../context/useSandbox.ts';

const SHOWN = 6;

/** What was tried, what would have come of it, and the way to have it. */
export function WhatIfOutcomes() {
  const { whatIfs } = useView();
  const pins = useStore(whatIfs.store, (state) => state.pins);
  const staged = useSeen(({ state }) => state.simulatedScenario);
  // What was pressed is gone: the focus stays with what is left.
  const stay = () => focusOn(whatIfs.store.getState().pins.length > 0 ? '[data-outcomes]' : '[data-why]');
  return (
    <>
      <h3 tabIndex={-1} data-outcomes>
        What if
      </h3>
      <ul className="why-list outcomes">
        {pins.map((pin) => (
          <li key={`${pin.words} ${pin.when}`}>
            <p>
              <strong>
                With “{pin.words}” {pin.when === 'start' ? 'from the start' : `from event ${pin.event} on`}:
              </strong>{' '}
              {summary(pin.found)}
            </p>
            {pin.goals !== null && <p>{goalWords(pin.goals)}</p>}
            <ol className="parted">
              {pin.found.events.slice(0, SHOWN).map((event, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list of one comparison never changes
                <li key={i} data-change={event.change}>
                  <strong>{event.change}</strong> {partedWords(event, pin)}
                </li>
              ))}
            </ol>
            {pin.found.events.length > SHOWN && (
              <p className="faint">and {pin.found.events.length - SHOWN} more</p>
            )}
            {pin.before !== staged && <p className="faint">The board has changed since this was tried.</p>}
            <div className="row">
              <button
                type="button"
                className="button primary"
                onClick={() => void whatIfs.apply(pin).then(stay)}
              >
                Apply this change
              </button>
              <button
                type="button"
                className="button"
                onClick={() => {
                  whatIfs.drop(pin);
                  stay();
                }}
              >
                Drop
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function goalWords({ gained, lost }: NonNullable<Pin['goals']>): string {
  if (gained.length + lost.length === 0) return 'No goal is gained or lost.';
  const said = [
    gained.length === 0 ? '' : `Goals gained: ${gained.join(' ')}`,
    lost.length === 0 ? '' : `Goals lost: ${lost.join(' ')}`,
  ];
  return said.filter((words) => words !== '').join(' ');
}

function partedWords({ before, after }: EventDifference, pin: Pin): string {
  if (after !== null)
    return describeEntry(
      after,
      pin.after,
      snapshotAt(pin.after, pin.found.after, pin.found.after.log.length),
    );
  if (before === null) return '';
  return describeEntry(
    before,
    pin.before,
    snapshotAt(pin.before, pin.found.before, pin.found.before.log.length),
  );
}

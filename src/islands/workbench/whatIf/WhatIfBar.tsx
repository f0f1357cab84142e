import { useStore } from 'zustand';
import { focusOn } from '../keys/useKeys.ts';
import { useSeen, useView } from '../context/useSandbox.ts';

/** Says that what is set is tried only, from when on, and where the outcome is. */
export function WhatIfBar() {
  const { whatIfs, showTab } = useView();
  const tried = useStore(whatIfs.store, ({ pins }) => pins.length);
  return (
    <div className="trying">
      <p>
        <strong>Only tried:</strong> the outcome is under Why.
      </p>
      <WhenChoice label="Tried" />
      {tried > 0 && (
        <button
          type="button"
          className="button"
          onClick={() => {
            showTab('why');
            focusOn('[data-outcomes]');
          }}
        >
          Go to {tried === 1 ? 'the outcome' : `the ${tried} outcomes`}
        </button>
      )}
    </div>
  );
}

/** From when on a change is tried; with nothing done yet there is one time only. */
export function WhenChoice({ label }: { label: string }) {
  const { whatIfs } = useView();
  const when = useStore(whatIfs.store, (state) => state.when);
  const { cursor, began } = useSeen(({ state }) => ({
    cursor: state.cursor,
    began: state.simulatedScenario.actions.length > 0,
  }));
  if (!began) return null;
  return (
    <label>
      {label}{' '}
      <select value={when} onChange={(e) => whatIfs.setWhen(e.target.value === 'now' ? 'now' : 'start')}>
        <option value="start">from the start</option>
        <option value="now">from event {cursor} on</option>
      </select>
    </label>
  );
}

import { type ReactNode, Suspense } from 'react';
import { useStore } from 'zustand';
import { Trying } from '../controls/useCommands.ts';
import { later } from '#islands/status/lazyPart.tsx';
import { focusOn } from '../keys/useKeys.ts';
import { useSeen, useView } from '../context/useSandbox.ts';

/** Loaded when it is turned on, and with the first outcome. */
const Bar = later(() => import('./WhatIfBar.tsx').then(({ WhatIfBar: shown }) => shown));
const Outcomes = later(() => import('./WhatIfOutcomes.tsx').then(({ WhatIfOutcomes: shown }) => shown));

const useTrying = (): boolean => useStore(useView().whatIfs.store, ({ trying }) => trying);

/** Turns trying on and off, for settings and tables alike. */
export function WhatIfToggle() {
  const { whatIfs } = useView();
  const trying = useTrying();
  return (
    <button
      type="button"
      className="button what-if-toggle"
      aria-pressed={trying}
      onClick={() => whatIfs.setTrying(!trying)}
    >
      What if
    </button>
  );
}

/** Controls that try what they command, while that is turned on. */
export function TriedControls({ children }: { children: ReactNode }) {
  const trying = useTrying();
  return (
    <Trying value={trying}>
      {trying && (
        <Suspense>
          <Bar />
        </Suspense>
      )}
      {children}
    </Trying>
  );
}

/** The way from the explanations to what-ifs of the settings, and what came of those that were tried. */
export function WhatIfs() {
  const { whatIfs, showTab } = useView();
  const focused = useSeen(({ state }) => state.focused !== null);
  const tried = useStore(whatIfs.store, ({ pins }) => pins.length > 0);
  if (!focused && !tried) return null;
  return (
    <section className="what-if what-ifs" aria-label="What if">
      {focused && (
        <button
          type="button"
          className="button"
          onClick={() => {
            whatIfs.setTrying(true);
            showTab('board');
            focusOn('[data-inspector]');
          }}
        >
          Try other settings
        </button>
      )}
      {tried && (
        <Suspense>
          <Outcomes />
        </Suspense>
      )}
    </section>
  );
}

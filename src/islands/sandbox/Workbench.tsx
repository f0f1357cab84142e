import { short } from '#model/vocabulary.ts';
import { type KeyboardEvent, type ReactNode, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { Board } from './Board.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { later } from './later.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { SimulationBar } from './SimulationBar.tsx';
import { StorageBanners } from './StorageBanners.tsx';
import { Timeline } from './Timeline.tsx';
import { focusStation, handleKey } from './useKeys.ts';
import { type Tab, useSandbox } from './useSandbox.ts';
import { WhyPanel } from './WhyPanel.tsx';
import './sandbox.css';
import './boards.css';
import './tables.css';

/** Loaded when it is first opened. */
const KeysDialog = later(() => import('./KeysDialog.tsx').then(({ KeysDialog: shown }) => shown));

interface Props {
  tab: Tab;
  tabs: readonly (readonly [Tab, string])[];
  /** `level` where it is the board of a level. */
  className?: string;
  tools: (openKeys: () => void) => ReactNode;
  /** What stands beside and above the panels. */
  children?: ReactNode;
  /** Keys that come before those of the board. @returns whether the key did something */
  onKey?: (event: Pressed, letters: boolean) => boolean;
}
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'> & {
  target: EventTarget | null;
};

/** The panels of a board, its keys, and what a screen reader hears: the free board and levels share them. */
export function Workbench({ tab, tabs, className = '', tools, children, onKey }: Props) {
  const seen = useSandbox();
  const { state, showTab, moment } = seen;
  const [keysOpen, setKeysOpen] = useState(false);
  const [letters, setLetters] = useState(true);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement)) return;
    if (onKey?.(event, letters) === true) event.preventDefault();
    else if (event.target.closest('[data-keys]') !== null) {
      if (handleKey(event, seen, letters, () => setKeysOpen(true))) event.preventDefault();
    } else if (event.key === 'Escape' && event.target.closest('.inspector-panel, .why') !== null)
      focusStation(state.focused);
  };
  // What had the focus may be gone, as a removed trigger is: the keys of the page work from there too.
  const onLostKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.target === document.body && onKey?.(event, letters) === true) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => onLostKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const needs = moment.runs.filter(
    (run) => run.waiting_for === 'confirmation' || run.waiting_for === 'policy_override',
  ).length;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the board bubble up to here; it is no control itself
    <div className={`sandbox ${className}`} data-tab={tab} onKeyDown={onKeyDown}>
      {tools(() => setKeysOpen(true))}
      <StorageBanners />
      {children}
      <SimulationBar />
      <Board />
      <section className="panel inspector-panel" aria-label="Settings" data-panel="board">
        <header>
          <h2 tabIndex={-1} data-inspector>
            Settings{state.focused === null ? '' : ` of ${short(state.focused)}`}
          </h2>
        </header>
        {/** biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
        <div className="panel-body" role="region" aria-label="Workspace settings" tabIndex={0}>
          <Inspector key={state.focused} />
        </div>
      </section>
      <Timeline />
      <WhyPanel />
      <nav className="bottom-tabs" aria-label="Panels">
        {tabs.map(([id, label]) => (
          <button type="button" key={id} aria-pressed={tab === id} onClick={() => showTab(id)}>
            {label}
            {id === 'why' && needs > 0 ? ` (${needs})` : ''}
          </button>
        ))}
      </nav>
      {keysOpen && (
        <Suspense>
          <KeysDialog close={() => setKeysOpen(false)} letters={letters} setLetters={setLetters} />
        </Suspense>
      )}
      <LiveRegion />
    </div>
  );
}

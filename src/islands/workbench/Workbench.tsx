import { type KeyboardEvent, type ReactNode, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { Board } from './Board.tsx';
import { InspectorPanel } from './inspector/InspectorPanel.tsx';
import { later } from '#islands/status/lazyPart.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { Refused } from './refused/Refused.tsx';
import { SimulationBar } from './timeline/SimulationBar.tsx';
import { StorageBanners } from './StorageBanners.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import { focusStation, handleKey } from './keys/useKeys.ts';
import { seenNow, type Tab, useSeen, useView } from './context/useSandbox.ts';
import { WhyPanel } from './why/WhyPanel.tsx';
import './workbench.css';
import './why/why.css';
import './keys/keys.css';
import './refused/refused.css';
import './small.css';
import './canvas/canvas.css';
import './canvas/workspaceNode.css';
import './lists.css';
import './timeline/timeline.css';
import './controls/forms.css';
import './tables/tables.css';
import './inspector/settings.css';

/** Loaded when it is first opened. */
const KeysDialog = later(() => import('./keys/KeysDialog.tsx').then(({ KeysDialog: shown }) => shown));

interface Props {
  tab: Tab;
  tabs: readonly (readonly [Tab, string])[];
  /** `level` where it is the board of a level. */
  className?: string;
  tools: (openKeys: () => void) => ReactNode;
  /** What a person must know before anything else, under what is said of how the board is kept. */
  notices?: ReactNode;
  /** What is beside and above the panels. */
  children?: ReactNode;
  /** Keys that come before those of the board. @returns whether the key did something */
  onKey?: (event: Pressed, letters: boolean) => boolean;
}
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'> & {
  target: EventTarget | null;
};

/** The panels of a board, its keys, and what a screen reader hears: the free board and levels share them. */
export function Workbench({ tab, tabs, className = '', tools, notices, children, onKey }: Props) {
  const view = useView();
  const [keysOpen, setKeysOpen] = useState(false);
  const [letters, setLetters] = useState(true);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement)) return;
    if (onKey?.(event, letters) === true) event.preventDefault();
    else if (event.target.closest('[data-keys]') !== null) {
      if (handleKey(event, seenNow(view), letters, () => setKeysOpen(true))) event.preventDefault();
    } else if (event.key === 'Escape' && event.target.closest('.inspector-panel, .why') !== null)
      focusStation(view.sandbox.store.getState().focused);
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
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the board bubble up to here; it is no control itself
    <div className={`sandbox ${className}`} data-tab={tab} onKeyDown={onKeyDown}>
      {tools(() => setKeysOpen(true))}
      <div className="banners">
        <StorageBanners />
        {notices}
      </div>
      {children}
      <SimulationBar />
      <Board />
      <InspectorPanel />
      <Timeline />
      <WhyPanel />
      <BottomTabs tab={tab} tabs={tabs} />
      {keysOpen && (
        <Suspense>
          <KeysDialog close={() => setKeysOpen(false)} letters={letters} setLetters={setLetters} />
        </Suspense>
      )}
      <LiveRegion />
      <Refused />
    </div>
  );
}

/** What a phone shows one at a time; the tab of the explanations says how many runs wait for a person. */
function BottomTabs({ tab, tabs }: Pick<Props, 'tab' | 'tabs'>) {
  const { showTab } = useView();
  const needs = useSeen(
    ({ moment }) =>
      moment.runs.filter((run) => run.waiting_for === 'confirmation' || run.waiting_for === 'policy_override')
        .length,
  );
  return (
    <nav className="bottom-tabs" aria-label="Panels">
      {tabs.map(([id, label]) => (
        <button type="button" key={id} aria-pressed={tab === id} onClick={() => showTab(id)}>
          {label}
          {id === 'why' && needs > 0 ? ` (${needs})` : ''}
        </button>
      ))}
    </nav>
  );
}

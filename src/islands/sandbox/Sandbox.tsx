import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Scenario } from '#model/action.ts';
import { browserStorage } from '#state/boardStore.ts';
import { createSandboxStore } from '#state/sandboxStore.ts';
import { decodeShare } from '#state/shareLink.ts';
import { Board } from './Board.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { SimulationBar } from './SimulationBar.tsx';
import { Timeline } from './Timeline.tsx';
import { Toolbar } from './Toolbar.tsx';
import { focusStation, handleKey } from './useKeys.ts';
import {
  type Picking,
  short,
  type StartAs,
  type Tab,
  useSandbox,
  type View,
  ViewContext,
} from './useSandbox.ts';
import { WhyPanel } from './WhyPanel.tsx';
import './sandbox.css';
import './boards.css';
import './tables.css';

/** The free board: wire, run, and read why. */
export function Sandbox() {
  const sandbox = useMemo(() => createSandboxStore(browserStorage()), []);
  const [picking, pick] = useState<Picking | null>(null);
  const [startAs, setStartAs] = useState<StartAs>({ source: 'tfe-ui', mode: 'standard', as: 'owners' });
  const [tab, showTab] = useState<Tab>('board');
  const view: View = { sandbox, picking, pick, startAs, setStartAs, showTab };
  return (
    <ViewContext value={view}>
      <Panels tab={tab} />
    </ViewContext>
  );
}
export default Sandbox;

const TABS: readonly (readonly [Tab, string])[] = [
  ['board', 'Board'],
  ['timeline', 'Timeline'],
  ['why', 'Why'],
];

function Panels({ tab }: { tab: Tab }) {
  const seen = useSandbox();
  const { state, sandbox, showTab, moment } = seen;
  const [keysOpen, setKeysOpen] = useState(false);
  const [letters, setLetters] = useState(true);
  const root = useRef<HTMLDivElement>(null);
  const shared = useSharedBoard();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement)) return;
    if (event.target.closest('[data-keys]') !== null) {
      if (handleKey(event, seen, letters, () => setKeysOpen(true))) event.preventDefault();
    } else if (event.key === 'Escape' && event.target.closest('.inspector-panel, .why') !== null)
      focusStation(state.focused);
  };
  const needs = moment.runs.filter(
    (run) => run.waiting_for === 'confirmation' || run.waiting_for === 'policy_override',
  ).length;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the board bubble up to here; it is no control itself
    <div className="sandbox" data-tab={tab} ref={root} onKeyDown={onKeyDown}>
      <Toolbar openKeys={() => setKeysOpen(true)} />
      {state.storage !== 'kept' && (
        <p className="banner" role="status">
          {state.storage === 'blocked'
            ? 'Your browser keeps nothing for this page, so this board is gone when you close it. Everything else works.'
            : 'The board kept from last time could not be read. It was set aside, and you start with a fresh one.'}
        </p>
      )}
      {shared !== null && (
        <p className="banner" role="status">
          {shared.words}{' '}
          {shared.scenario !== null && (
            <button
              type="button"
              className="button"
              onClick={() => {
                sandbox.undo();
                shared.close();
              }}
            >
              Discard, back to my board
            </button>
          )}
          <button type="button" className="button" onClick={shared.close}>
            {shared.scenario === null ? 'Close' : 'Keep'}
          </button>
        </p>
      )}
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
        {TABS.map(([id, label]) => (
          <button type="button" key={id} aria-pressed={tab === id} onClick={() => showTab(id)}>
            {label}
            {id === 'why' && needs > 0 ? ` (${needs})` : ''}
          </button>
        ))}
      </nav>
      <KeysDialog
        open={keysOpen}
        close={() => setKeysOpen(false)}
        letters={letters}
        setLetters={setLetters}
      />
      <LiveRegion />
    </div>
  );
}

/** Opens the board of a share link as a copy: undo or Discard brings the own one back. */
function useSharedBoard(): { words: string; scenario: Scenario | null; close: () => void } | null {
  const { sandbox } = useSandbox();
  const [shared, setShared] = useState<{ words: string; scenario: Scenario | null } | null>(null);
  useEffect(() => {
    if (!location.hash.startsWith('#s=')) return;
    decodeShare(location.hash).then((read) => {
      history.replaceState(null, '', location.pathname + location.search);
      if (read.ok) {
        sandbox.open(read.value, 'A shared board was opened as a copy.');
        setShared({ words: 'This board came by link and was opened as a copy.', scenario: read.value });
      } else {
        const [problem] = read.problems;
        setShared({
          words: `The link could not be opened: it ${problem?.message ?? 'is not readable'}.`,
          scenario: null,
        });
      }
    });
  }, [sandbox]);
  return shared === null ? null : { ...shared, close: () => setShared(null) };
}

import { type ComponentType, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Level } from '#model/level/level.ts';
import type { LevelReport } from '#engine/levels/grade.ts';
import { gradeLayout } from '#engine/levels/grade.ts';
import { browserBoardStorage } from '#state/boards/boardStorage.ts';
import { createHelp } from '#state/level/levelHelp.ts';
import { createPersistedLevel } from '#state/level/persistedLevel.ts';
import { rememberLevel } from '#state/level/lastLevel.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { focusStation } from '#islands/workbench/keys/useKeys.ts';
import { useOtherWriters } from '#islands/workbench/context/useOtherTabs.ts';
import { type Tab, useBoardView, useView, ViewContext } from '#islands/workbench/context/useSandbox.ts';
import { type Pressed, Workbench } from '#islands/workbench/Workbench.tsx';
import { ActingBar } from './ActingBar.tsx';
import { Brief } from './brief/Brief.tsx';
import type { DebriefProps } from './debrief/Debrief.tsx';
import { LevelCopies } from './LevelCopies.tsx';
import { LevelTools } from './LevelTools.tsx';
import { LevelContext, type LevelLinks, type LevelView } from './useLevel.ts';
import './level.css';
import './brief/goals.css';
import './debrief/debrief.css';

/** Loaded with the first change, so that it is there at once when it is asked for. */
const loadDebrief = () => import('./debrief/Debrief.tsx');
const results = () => import('#state/level/levelResults.ts');

const TABS = [
  ['brief', 'Brief'],
  ['board', 'Board'],
  ['timeline', 'Timeline'],
  ['why', 'Why'],
] as const;
/** The rungs of the ladder of hints. */
const RUNGS = 5;

/** One level: play it, check it, and see in every probe why it passes or not. */
export function PlayLevel({ level, links }: { level: Level; links: LevelLinks }) {
  const storage = useMemo(() => browserBoardStorage(), []);
  // The newer copy of another tab is shown by reading the level anew.
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn begins with what is kept
  const slot = useMemo(
    () => (storage === null ? null : createPersistedLevel(storage, level)),
    [storage, level, turn],
  );
  const sandbox = useMemo(() => createSandboxStore(slot, { level }), [slot, level]);
  useOtherWriters(slot);
  const { view, tab } = useBoardView(sandbox, 'brief');
  useEffect(() => rememberLevel(storage, level.id), [storage, level.id]);
  return (
    <ViewContext value={view}>
      <Play
        key={turn}
        level={level}
        links={links}
        tab={tab}
        storage={storage}
        notices={slot !== null && <LevelCopies slot={slot} showNewer={() => setTurn(turn + 1)} />}
      />
    </ViewContext>
  );
}
export default PlayLevel;

function Play({
  level,
  links,
  tab,
  storage,
  notices,
}: {
  level: Level;
  links: LevelLinks;
  tab: Tab;
  storage: ReturnType<typeof browserBoardStorage>;
  notices: ReactNode;
}) {
  const { sandbox, showTab } = useView();
  const help = useMemo(() => createHelp(storage, level.id), [storage, level.id]);
  const [rung, setRung] = useState(0);
  const [debrief, setDebrief] = useState<{ report: LevelReport; Shown: ComponentType<DebriefProps> } | null>(
    null,
  );
  const back = useRef<{ element: HTMLElement | null; tab: Tab }>({ element: null, tab: 'board' });

  const check = useCallback(() => {
    const { layout, actions } = sandbox.store.getState().scenario;
    const graded = gradeLayout(level, layout, actions);
    const { hints, shown } = help.getState();
    loadDebrief().then(
      ({ Debrief: Shown }) => setDebrief({ report: graded, Shown }),
      () => sandbox.say('The result could not be loaded.', 'reload'),
    );
    const { passed, stars, edits } = graded;
    results().then(
      ({ recordLevel }) => recordLevel({ level: level.id, passed, stars, edits, hints, shown }),
      () => sandbox.say('This result could not be recorded.', 'reload'),
    );
    sandbox.say(graded.passed ? `Passed with ${graded.stars} of 3 stars.` : 'Not yet: see which goal fails.');
  }, [sandbox, level, help]);

  useEffect(() => {
    const { store } = sandbox;
    const stop = store.subscribe(({ past }) => {
      if (past.length === 0) return;
      stop();
      // Where this fails, the check says so.
      loadDebrief().catch(() => undefined);
    });
    return stop;
  }, [sandbox]);

  const nextHint = useCallback(() => {
    setRung((so) => {
      if (so < RUNGS) help.getState().hinted();
      return Math.min(RUNGS, so + 1);
    });
    showTab('brief');
    focusSoon('[data-hints]');
  }, [help, showTab]);

  // A board that was changed by hand starts the ladder anew; after a step of the last rung it stays there.
  useEffect(
    () =>
      sandbox.store.subscribe(({ scenario }, before) => {
        if (scenario !== before.scenario) setRung((so) => (so >= RUNGS ? so : 0));
      }),
    [sandbox],
  );

  const showBrief = () => {
    const here = document.activeElement;
    back.current = { element: here instanceof HTMLElement ? here : null, tab };
    showTab('brief');
    focusSoon('[data-brief]');
  };
  const leaveBrief = () => {
    const { element, tab: before } = back.current;
    showTab(before);
    requestAnimationFrame(() => {
      if (element?.isConnected === true && element !== document.body) element.focus();
      else focusStation(sandbox.store.getState().focused);
    });
  };

  const onKey = (event: Pressed, letters: boolean): boolean => {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return false;
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      check();
      return true;
    }
    const inBrief = target.closest('.brief') !== null;
    const typing = target.matches('input:not([type=checkbox], [type=radio], [type=range]), textarea, select');
    if (event.ctrlKey || event.metaKey || event.altKey || typing) return false;
    const key = event.key.toLowerCase();
    if (inBrief && (key === 'escape' || (letters && key === 'b'))) {
      leaveBrief();
      return true;
    }
    if (!letters) return false;
    if (key === 'b') showBrief();
    else if (key === 'h') nextHint();
    else if (key === 'p') {
      showTab('brief');
      focusSoon('[data-predict]');
    } else return false;
    return true;
  };

  const shared: LevelView = { level, links, help, rung, nextHint, check };
  return (
    <LevelContext value={shared}>
      <Workbench
        tab={tab}
        tabs={TABS}
        className="level"
        tools={(openKeys) => <LevelTools openKeys={openKeys} showBrief={showBrief} />}
        notices={notices}
        onKey={onKey}
      >
        <ActingBar />
        <Brief />
      </Workbench>
      {debrief !== null && <debrief.Shown report={debrief.report} close={() => setDebrief(null)} />}
    </LevelContext>
  );
}

/** Focuses something that the next paint shows. */
const focusSoon = (selector: string): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
};

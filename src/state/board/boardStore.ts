import { counted } from '#model/wording/counted.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout, type Ruleset } from '#model/layout/layout.ts';
import type { Level } from '#model/level/level.ts';
import { withBranch } from './branches.ts';
import type { StoredBoard, KeyValue, Positions } from '../boards/boardStorage.ts';
import { fitsLevel } from '../level/editOptions.ts';
import { createActing } from './acting.ts';
import { boardOf, firstId, freshBoard, refusedIn, simulationOf } from './board.ts';
import { foldActions } from './boardEdits.ts';
import { rebaseOnLayout } from './rebaseOnLayout.ts';
import { createHistory } from './history.ts';
import { stage, startOf } from './simulatedScenario.ts';
import type { SandboxState, Selection, When } from './boardState.ts';

export type { SandboxState, Selection, When } from './boardState.ts';
export type Sandbox = ReturnType<typeof createSandboxStore>;

/**
 * The sandbox without React: a store and the commands that change it. Every command with an effect is one undo unit.
 * @param options a level makes it the board of that level: `scenario` is then the learner's own part, and `staged`
 *   what is simulated
 */
export function createSandboxStore(
  storage: KeyValue | null,
  { level = null }: { level?: Level | null } = {},
) {
  const history = createHistory(storage, level);
  const { store, get, keep, say, commit, travel } = history;
  const { act, edit, verdict, barred, ways, takeBack, beginning } = createActing(history);

  /** What has the focus, or the first workspace where that is not there. */
  function focusedIn(next: Scenario): string | null {
    const { focused } = get();
    const there = next.layout.workspaces.some((workspace) => idOf(workspace) === focused);
    return there ? focused : firstId(next);
  }

  return {
    store,
    level,
    say,
    act,
    edit,
    verdict,
    barred,
    ways,
    takeBack,
    undo: () => travel('past', 'future'),
    redo: () => travel('future', 'past'),
    /** Cosmetic: the simulation stays where it is. One drag is one undo unit. */
    move(moved: Positions): void {
      const { positions } = get();
      const changed = Object.entries(moved).some(
        ([id, at]) => positions[id]?.x !== at.x || positions[id]?.y !== at.y,
      );
      if (changed) commit({ positions: { ...positions, ...moved } });
    },
    arrange(): void {
      if (Object.keys(get().positions).length > 0) commit({ positions: {} });
      say('Arranged by layers.');
    },
    /**
     * Puts another layout in place of this one, as the HCL editor and the tables write it: one undo unit, or one
     * for all commits of a `session`. What was done is done again on it; what has no workspace or team any more goes,
     * and comes back when they do within the session.
     * @param hcl the text that says this layout, where it came from the HCL editor
     */
    replaceLayout(layout: Layout, words: string, inSession?: string, hcl = get().hcl): void {
      const { scenario, positions } = get();
      if (layout === scenario.layout) {
        commit({ hcl }, {}, inSession);
        return;
      }
      const before = history.beforeSession(inSession);
      const { scenario: next, dropped } =
        level === null
          ? rebaseOnLayout(before, layout)
          : { scenario: { layout, actions: scenario.actions }, dropped: 0 };
      if (level !== null && !fitsLevel(level, next)) {
        say('This level does not offer all of that.', 'level');
        return;
      }
      const ids = new Set(layout.workspaces.map(idOf));
      const kept = Object.fromEntries(Object.entries(positions).filter(([id]) => ids.has(id)));
      commit(
        { scenario: next, positions: kept, cursor: beginning(next), hcl },
        {
          focused: focusedIn(next),
          why: null,
          playing: false,
        },
        inSession,
      );
      const lost =
        dropped === 0
          ? ''
          : ` ${dropped} of ${counted(before.actions.length, 'action')} had to do with what is gone, and went.`;
      if (words !== '') say(`${words}${lost}`);
    },
    /** Puts another board in place of this one, what was done included: one undo unit. */
    replaceBoard(
      next: Partial<StoredBoard> & { scenario: Scenario },
      words: string,
      also: Partial<Pick<SandboxState, 'focused' | 'selected'>> = {},
    ): void {
      commit(
        { cursor: beginning(next.scenario), ...next },
        {
          focused: focusedIn(next.scenario),
          why: null,
          playing: false,
          ...also,
        },
      );
      if (words !== '') say(words);
    },
    setRuleset(ruleset: Ruleset): void {
      const { scenario } = get();
      if (scenario.layout.ruleset === ruleset) return;
      commit({ scenario: { ...scenario, layout: { ...scenario.layout, ruleset } } });
    },
    clearRuns(): void {
      const { scenario } = get();
      if (scenario.actions.length === 0) return;
      const next = { layout: foldActions(scenario, refusedIn(scenario)), actions: [] };
      commit({ scenario: next, cursor: simulationOf(next).log.length }, { why: null, playing: false });
      say('Runs cleared; the board stays as it is.');
    },
    /** Puts another board in place of this one; undo brings the old one back. */
    open(scenario: Scenario, words: string, hcl: string | null = null): void {
      commit({ ...freshBoard(scenario), hcl }, { focused: firstId(scenario), why: null, playing: false });
      say(words);
    },
    /** Puts a level back to its start; undo brings the own part back. */
    reset(): void {
      const start = history.untouched();
      if (JSON.stringify(start.scenario) !== JSON.stringify(get().scenario))
        commit({ ...start, positions: get().positions }, { why: null, playing: false });
      else store.setState({ cursor: start.cursor, clock: null, why: null, playing: false });
      say('The level is as it was at the start. Undo brings your changes back.');
    },
    /** Puts what somebody did to a level in place of one's own part: a step of a hint, or the solution. */
    adopt(scenario: Scenario, words: string): void {
      commit({ scenario, cursor: beginning(scenario) }, { why: null, playing: false });
      say(words);
    },
    chooseProbe(probe: string): void {
      const staged = stage(level, get().scenario, probe);
      store.setState({
        probe,
        simulatedScenario: staged,
        cursor: startOf(staged),
        clock: null,
        playing: false,
        why: null,
        refusal: null,
      });
    },
    /** Says where an attempt and the present board part; null: no longer. */
    compare: (comparing: number | null) => store.setState({ comparing }),
    /** Puts a dropped branch in place of the present one, which is kept in turn: one undo unit. */
    putBack(number: number): void {
      const { attempts, positions } = get();
      const attempt = attempts.find((one) => one.number === number);
      if (attempt === undefined) return;
      const { board, at, event } = attempt;
      store.setState({ attempts: withBranch(attempts, { board: boardOf(get()), at, event }) });
      commit(
        { ...board, positions },
        { comparing: null, focused: focusedIn(board.scenario), why: null, playing: false },
      );
      say(`Attempt ${number} is back. Undo returns to what you had.`);
    },
    dropAttempt(number: number): void {
      const { attempts, comparing } = get();
      store.setState({
        attempts: attempts.filter((one) => one.number !== number),
        comparing: comparing === number ? null : comparing,
      });
      say(`Attempt ${number} dropped.`);
    },
    actAs: (acting: string | null) => store.setState({ acting }),
    setWhen: (when: When) => store.setState({ when }),
    /** Goes to the end of a simulated second, so that what is done next is done then. */
    waitUntil(second: number): void {
      const { log } = simulationOf(get().simulatedScenario);
      const next = log.findIndex((entry) => entry.at > second);
      store.setState({ cursor: next < 0 ? log.length : next, clock: second, playing: false });
      keep();
    },
    focus: (id: string | null) => store.setState({ focused: id }),
    select: (selected: readonly string[]) => store.setState({ selected }),
    ask: (why: Selection | null) => store.setState({ why }),
    setPlaying: (playing: boolean) => {
      const { simulatedScenario, cursor } = get();
      const restart = playing && cursor >= simulationOf(simulatedScenario).log.length;
      store.setState({ playing, ...(restart ? { cursor: startOf(simulatedScenario), clock: null } : {}) });
    },
    /** Moves through the log; edits are never undone by it. */
    seek(cursor: number, playing = false): void {
      const { length } = simulationOf(get().simulatedScenario).log;
      store.setState({ cursor: Math.max(0, Math.min(length, cursor)), clock: null, playing });
      keep();
    },
  };
}

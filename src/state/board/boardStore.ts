import type { Level } from '#model/level/level.ts';
import type { KeyValue } from '../boards/boardStorage.ts';
import { simulationOf } from './board.ts';
import type { Selection, When } from './boardState.ts';
import type { Command } from './command.ts';
import { createHistory } from './history.ts';
import { notOffered } from './offer.ts';
import { createPerform } from './performCommand.ts';
import { stage, startOf } from './simulatedScenario.ts';

export type { SandboxState, Selection, When } from './boardState.ts';
export type Sandbox = ReturnType<typeof createSandboxStore>;

/**
 * The sandbox without React: a store, the one way to change the board (`perform`), and how it's looked at. Every command
 * with an effect is one undo unit.
 * @param options a level makes it the board of that level: `scenario` is then the learner's own part, and `staged`
 *   what is simulated
 */
export function createSandboxStore(
  storage: KeyValue | null,
  { level = null }: { level?: Level | null } = {},
) {
  const history = createHistory(storage, level);
  const { store, get, keep, say, travel } = history;
  const { board, perform } = createPerform(history);

  return {
    store,
    level,
    say,
    board,
    perform,
    /** Why a level does not offer a command; null where it does, and on the free board. */
    notOffered: (command: Command) => notOffered({ level, state: get() }, command),
    undo: () => travel('past', 'future'),
    redo: () => travel('future', 'past'),
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

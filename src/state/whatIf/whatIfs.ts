import { createStore, type StoreApi } from 'zustand/vanilla';
import type { goalChange } from '#engine/levels/goalChange.ts';
import type { WhatIfOutcome } from '#engine/query/whatIf.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { Command } from '../board/command.ts';
import type { Sandbox, When } from '../board/boardStore.ts';

/** A change that was tried, and what came of it. The board itself stays as it is. */
export interface Pin {
  command: Command;
  words: string;
  when: When;
  /** The event after which it was tried. */
  event: number;
  found: WhatIfOutcome;
  goals: ReturnType<typeof goalChange> | null;
  before: Scenario;
  after: Scenario;
}

export interface WhatIfState {
  /** Whether settings and tables try changes and do not make them. */
  trying: boolean;
  /** From when on changes are tried, if both times are possible. */
  when: When;
  /** What was tried, the latest first. */
  pins: readonly Pin[];
}
export type WhatIfStore = ReturnType<typeof createWhatIfs>;

/** The what-ifs of a board. They are not part of the board, its history, a score, or what is kept. */
export function createWhatIfs(sandbox: Sandbox) {
  const store: StoreApi<WhatIfState> = createStore<WhatIfState>(() => ({
    trying: false,
    when: 'start',
    pins: [],
  }));
  // Loads the comparison with the first change that is tried.
  const pinning = (then: (module: typeof import('./pins.ts')) => void) =>
    import('./pins.ts').then(then, () => sandbox.say('What-ifs could not be loaded.', 'reload'));
  return {
    store,
    setTrying: (trying: boolean) => store.setState({ trying }),
    setWhen: (when: When) => store.setState({ when }),
    /** Tries a change, and pins what came of it. */
    attempt: (command: Command) => pinning(({ pinTrial }) => pinTrial(sandbox, store, command)),
    /** Makes a change that was tried, as by hand, at the moment at which it was tried. */
    apply: (pin: Pin) => pinning(({ applyPin }) => applyPin(sandbox, store, pin)),
    drop: (pin: Pin) => store.setState(({ pins }) => ({ pins: pins.filter((other) => other !== pin) })),
  };
}

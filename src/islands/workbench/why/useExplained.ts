import type { SandboxState } from '#state/board/boardStore.ts';
import { type BoardNow, useSeen } from '../context/useSandbox.ts';

/** What the explanations are made of. */
export interface Explained
  extends Pick<SandboxState, 'simulatedScenario' | 'cursor' | 'refusal'>,
    Pick<BoardNow, 'simulation' | 'moment'> {}

export const useExplained = (): Explained =>
  useSeen(({ state, simulation, moment }) => ({
    simulatedScenario: state.simulatedScenario,
    cursor: state.cursor,
    refusal: state.refusal,
    simulation,
    moment,
  }));

import type { SandboxState } from '#state/board/boardStore.ts';
import { type Now, useSeen } from '../context/useSandbox.ts';

/** What the explanations are made of. */
export interface Explained
  extends Pick<SandboxState, 'staged' | 'cursor' | 'refusal'>,
    Pick<Now, 'simulation' | 'moment'> {}

export const useExplained = (): Explained =>
  useSeen(({ state, simulation, moment }) => ({
    staged: state.staged,
    cursor: state.cursor,
    refusal: state.refusal,
    simulation,
    moment,
  }));

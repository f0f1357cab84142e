import type { RunStatus, WaitingFor } from '#model/scenario/run.ts';
import type { RunState, State } from './state.ts';

/** Puts a run into a status, in its own list and in the log. */
export function enterStatus(
  state: State,
  run: RunState,
  status: RunStatus,
  rule: string | null = null,
): void {
  const at = state.now;
  run.status = status;
  run.statuses[run.entered++] = { status, at };
  state.lastAt = at;
  state.log.push({ kind: 'status', at, run: run.id, status, rule });
}

/** Records what a run waits for, and by which rule; null clears it. */
export function setHold(
  state: State,
  run: RunState,
  waitingFor: WaitingFor | null,
  rule: string | null,
): void {
  if (run.waitingFor === waitingFor) return;
  run.waitingFor = waitingFor;
  run.rule = rule;
  state.log.push({ kind: 'hold', at: state.now, run: run.id, waiting_for: waitingFor, rule });
}

/** Logs something worth knowing that did not stop the run. */
export function note(state: State, run: RunState, rule: string, message: string): void {
  state.log.push({ kind: 'noted', at: state.now, run: run.id, rule, message });
}

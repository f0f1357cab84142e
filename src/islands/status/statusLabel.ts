import type { RunStatus, WaitingFor } from '#model/scenario/run.ts';
import { RUN_STATUS } from '#model/scenario/runStatus.ts';

const WAITING: Readonly<Record<WaitingFor, string>> = {
  confirmation: 'Needs confirmation',
  policy_override: 'Needs override',
  unlock: 'Waits for unlock',
  earlier_run: 'Waits for earlier run',
  concurrency: 'Waits for a slot',
};

/** What a run is labelled with: what it waits for, else its status. */
export function statusLabel(status: RunStatus, waitingFor: WaitingFor | null): string {
  return waitingFor === null ? RUN_STATUS[status].label : WAITING[waitingFor];
}

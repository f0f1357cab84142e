import type { RunStatus, WaitingFor } from '#model/scenario/run.ts';
import { RUN_STATUS } from '#model/scenario/runStatus.ts';

/** The signals of the site: one icon and one pair of colours each (`--status-<tone>` in tokens.css). */
export type Tone =
  | 'queue'
  | 'plan'
  | 'gate'
  | 'decision'
  | 'apply'
  | 'applied'
  | 'finished'
  | 'failed'
  | 'stopped';

const WAITING: Readonly<Record<WaitingFor, string>> = {
  confirmation: 'Needs confirmation',
  policy_override: 'Needs override',
  unlock: 'Waits for unlock',
  earlier_run: 'Waits for earlier run',
  concurrency: 'Waits for a slot',
};

export function statusLabel(status: RunStatus, waitingFor: WaitingFor | null): string {
  return waitingFor === null ? RUN_STATUS[status].label : WAITING[waitingFor];
}

/** A run that waits for a person is amber, whatever its status. */
export function toneOf(status: RunStatus, waitingFor: WaitingFor | null): Tone {
  if (waitingFor === 'confirmation' || waitingFor === 'policy_override') return 'decision';
  switch (status) {
    case 'applied':
      return 'applied';
    case 'planned_and_finished':
      return 'finished';
    case 'errored':
    case 'policy_soft_failed':
      return 'failed';
    case 'discarded':
    case 'canceled':
      return 'stopped';
    default: {
      const { stage } = RUN_STATUS[status];
      return stage === 'end' ? 'finished' : stage;
    }
  }
}

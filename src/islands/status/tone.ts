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

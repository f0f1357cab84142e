import type { RunStatus, WaitingFor } from '#model/run.ts';
import { RUN_STATUS } from '#model/runStatus.ts';

/** The signals of the site: one icon and one pair of colours each (`--status-<tone>`). */
export const TONES = ['queue', 'plan', 'gate', 'decision', 'apply', 'applied', 'finished', 'failed', 'stopped'] as const;
export type Tone = (typeof TONES)[number];

const ENDS: Partial<Record<RunStatus, Tone>> = {
  applied: 'applied',
  planned_and_finished: 'finished',
  errored: 'failed',
  policy_soft_failed: 'failed',
  discarded: 'stopped',
  canceled: 'stopped',
};

/** What the product says of a run that waits; a run that waits for a person is always amber, whatever its status. */
const WAITS: Readonly<Record<WaitingFor, { label: string; tone: Tone }>> = {
  confirmation: { label: 'Needs confirmation', tone: 'decision' },
  policy_override: { label: 'Needs policy override', tone: 'decision' },
  unlock: { label: 'Waits for unlock', tone: 'queue' },
  earlier_run: { label: 'Waits for earlier run', tone: 'queue' },
  concurrency: { label: 'Waits for a free slot', tone: 'queue' },
};

/** The word and the signal for a run in this status. */
export function toneOf(status: RunStatus, waitingFor: WaitingFor | null): { label: string; tone: Tone } {
  if (waitingFor !== null) return WAITS[waitingFor];
  const { label, stage } = RUN_STATUS[status];
  return { label, tone: ENDS[status] ?? (stage === 'end' ? 'finished' : stage) };
}

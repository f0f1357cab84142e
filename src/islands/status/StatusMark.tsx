import type { RunStatus, WaitingFor } from '#model/scenario/run.ts';
import { statusLabel } from './statusLabel.ts';
import { type Tone, toneOf } from './tone.ts';

/** One path a signal, told apart without colour. */
export const SHAPES: Readonly<Record<Tone, string>> = {
  queue: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2m0 2.5V8l2.5 1.5',
  plan: 'M3 12.5 6 9l2.5 2L13 4.5M10 4.5h3v3',
  gate: 'M8 1.8 13.5 4v4c0 3.2-2.3 5.3-5.5 6.2C4.8 13.3 2.5 11.2 2.5 8V4z',
  decision: 'M5 5.8a3 3 0 1 1 4.4 2.6C8.4 9 8 9.5 8 10.4M8 13v.3',
  apply: 'M4 3v10l9-5z',
  applied: 'm2.5 8.5 3.5 3.7 7.5-8.4',
  finished: 'M3 8h10M8 3v0M8 13v0',
  failed: 'm3.5 3.5 9 9m0-9-9 9',
  stopped: 'M4 4h8v8H4z',
};

/** A signal without its word; the word must be beside it. */
function StatusIcon({ tone }: { tone: Tone }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={SHAPES[tone]} />
    </svg>
  );
}

/** A run's status as icon, word and colour, together everywhere. */
export function StatusMark({ status, waitingFor }: { status: RunStatus; waitingFor: WaitingFor | null }) {
  const tone = toneOf(status, waitingFor);
  return (
    <span className="status-mark" data-tone={tone}>
      <StatusIcon tone={tone} />
      {statusLabel(status, waitingFor)}
    </span>
  );
}

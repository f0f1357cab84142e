import type { Tone } from './tone.ts';

/**
 * One shape a signal, told apart without colour: stroked 16×16, drawn for 1.15em and larger.
 * Moving signals (plan, apply) point forward; those that wait have a bar; ends are filled.
 */
const SHAPES: Readonly<Record<Tone, React.ReactNode>> = {
  queue: (
    <>
      <circle cx="8" cy="8" r="6.25" strokeDasharray="2.4 2.4" />
      <path d="M8 4.75V8l2.25 1.5" />
    </>
  ),
  plan: (
    <>
      <path d="M3.5 1.75h6l3 3v9.5h-9z" />
      <path d="M5.75 8h4.5M5.75 11h3" />
    </>
  ),
  gate: <path d="M8 1.5 14.25 8 8 14.5 1.75 8zM8 5v3.4M8 10.6v.2" />,
  decision: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M6.25 5.25v5.5M9.75 5.25v5.5" />
    </>
  ),
  apply: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M6.5 5.1 11 8l-4.5 2.9z" fill="currentColor" />
    </>
  ),
  applied: (
    <>
      <circle cx="8" cy="8" r="6.75" fill="currentColor" stroke="none" />
      <path d="m4.9 8.2 2.2 2.2 4-4.6" stroke="var(--mark-bg, Canvas)" strokeWidth="1.8" />
    </>
  ),
  finished: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M5 8h6" strokeWidth="2" />
    </>
  ),
  failed: (
    <>
      <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" fill="currentColor" stroke="none" />
      <path d="m5.6 5.6 4.8 4.8M10.4 5.6l-4.8 4.8" stroke="var(--mark-bg, Canvas)" strokeWidth="1.8" />
    </>
  ),
  stopped: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="m3.7 12.3 8.6-8.6" />
    </>
  ),
};

/** A signal without its word; the word must stand beside it. */
export function StatusIcon({ tone }: { tone: Tone }) {
  return (
    <svg
      className="status-icon"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {SHAPES[tone]}
    </svg>
  );
}

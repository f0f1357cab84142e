import type { RunStatus, WaitingFor } from '#model/run.ts';
import { StatusIcon } from './StatusIcon.tsx';
import './status.css';
import { toneOf } from './tone.ts';

interface Props {
  status: RunStatus;
  waitingFor: WaitingFor | null;
  /** Without the tint behind it, for tight places such as table cells. */
  bare?: boolean;
}

/** A run's status as icon, word and colour, together everywhere. */
export function StatusMark({ status, waitingFor, bare = false }: Props) {
  const { label, tone } = toneOf(status, waitingFor);
  return (
    <span className="status-mark" data-tone={tone} data-bare={bare ? '' : undefined}>
      <StatusIcon tone={tone} />
      {label}
    </span>
  );
}

import { counted } from '#model/wording/counted.ts';
import { short } from '#model/layout/vocabulary.ts';
import { useEffect, useRef } from 'react';
import { statusLabel } from '#islands/status/statusLabel.ts';
import type { Sandbox, SandboxState } from '#state/board/boardStore.ts';
import type { BoardNow } from '../context/useSandbox.ts';

export const SPEEDS = { '½×': 0.5, '1×': 1, '2×': 2, '4×': 4, instant: Number.POSITIVE_INFINITY } as const;
const STEP = 300;

/** Moves the cursor while playing; at the end it says in one message what happened and who is waited for. */
export function usePlaying(
  {
    playing,
    cursor,
    simulation,
    moment,
    sandbox,
  }: Pick<SandboxState, 'playing' | 'cursor'> &
    Pick<BoardNow, 'simulation' | 'moment'> & { sandbox: Sandbox },
  speed: keyof typeof SPEEDS,
): void {
  const { length } = simulation.log;
  const began = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is listed is what changes the outcome; the rest is made anew at each render
  useEffect(() => {
    if (!playing) {
      began.current = null;
      return;
    }
    began.current ??= cursor;
    if (cursor >= length) {
      const waiting = moment.runs.filter((run) => run.waiting_for !== null);
      const words = waiting.map(
        (run) => `${short(run.workspace)}: ${statusLabel(run.status, run.waiting_for)}`,
      );
      const silent = simulation.log
        .slice(began.current)
        .filter((entry) => entry.kind === 'not_queued').length;
      sandbox.say(
        `${counted(length - began.current, 'event')}. ${words.length > 0 ? `${words.join('; ')}.` : 'Nothing is waiting.'}${silent > 0 ? ` ${counted(silent, 'trigger')} queued nothing: see Why.` : ''}`,
      );
      sandbox.seek(length);
      return;
    }
    const still =
      matchMedia('(prefers-reduced-motion: reduce)').matches || SPEEDS[speed] === Number.POSITIVE_INFINITY;
    const timer = setTimeout(
      () => sandbox.seek(still ? length : cursor + 1, true),
      still ? 0 : STEP / SPEEDS[speed],
    );
    return () => clearTimeout(timer);
  }, [playing, cursor, length, speed]);
}

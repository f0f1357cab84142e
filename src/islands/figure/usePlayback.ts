import { useEffect, useState } from 'react';

/** Milliseconds between two entries of the log at normal speed. */
const STEP = 420;

export interface Playback {
  cursor: number;
  playing: boolean;
  play: () => void;
  pause: () => void;
  moveTo: (cursor: number) => void;
}

/** Walks a cursor through a log of `length` entries; with reduced motion it goes to the end at once. */
export function usePlayback(length: number, speed = 1): Playback {
  const [cursor, setCursor] = useState(0);
  const [playing, setPlaying] = useState(false);
  const at = Math.min(cursor, length);
  useEffect(() => {
    if (!playing) return;
    if (at >= length) {
      setPlaying(false);
      return;
    }
    const still =
      matchMedia('(prefers-reduced-motion: reduce)').matches || speed === Number.POSITIVE_INFINITY;
    const timer = setTimeout(() => setCursor(still ? length : at + 1), still ? 0 : STEP / speed);
    return () => clearTimeout(timer);
  }, [playing, at, length, speed]);
  return {
    cursor: at,
    playing,
    play: () => {
      if (at >= length) setCursor(0);
      setPlaying(true);
    },
    pause: () => setPlaying(false),
    moveTo: (next) => {
      setPlaying(false);
      setCursor(Math.max(0, Math.min(length, next)));
    },
  };
}

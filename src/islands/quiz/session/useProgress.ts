import { useEffect } from 'react';
import { useStore } from 'zustand';
import { progressStore } from '#state/progress/progress.ts';
import type { ProgressState } from '#state/progress/progressStore.ts';

/** A part of what is kept of the learner's progress; loads it on first use. */
export function useProgress<T>(select: (state: ProgressState) => T): T {
  useEffect(() => {
    void progressStore.getState().load();
  }, []);
  return useStore(progressStore, select);
}

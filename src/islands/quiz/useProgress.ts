import { useEffect } from 'react';
import { useStore } from 'zustand';
import { type ProgressState, progressStore } from '#state/progress.ts';

/** A part of what is kept of the learner's progress; loads it on first use. */
export function useProgress<T>(select: (state: ProgressState) => T): T {
  useEffect(() => {
    void progressStore.getState().load();
  }, []);
  return useStore(progressStore, select);
}

/** The log, the notice about it, and whether it is loaded. */
export const useLog = () => ({
  entries: useProgress((state) => state.entries),
  notice: useProgress((state) => state.notice),
  loaded: useProgress((state) => state.kept !== null),
});

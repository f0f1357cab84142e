import { useEffect } from 'react';
import type { Boards, PersistedBoard } from '#state/boards/boards.ts';
import { onOtherTabs } from '#state/storage/browser.ts';

/** Hears of what other tabs write to a board, and loses nothing when the page is closed before that is decided. */
export function useOtherWriters(slot: PersistedBoard | null): void {
  useEffect(() => {
    if (slot === null) return;
    const hear = () => slot.notice();
    const leave = () => {
      if (slot.unsaved()) slot.keepBoth();
    };
    const deaf = onOtherTabs(hear);
    window.addEventListener('pagehide', leave);
    return () => {
      deaf();
      window.removeEventListener('pagehide', leave);
    };
  }, [slot]);
}

/** As above, and keeps the list of boards up to date. */
export function useOtherTabs(boards: Boards, slot: PersistedBoard): void {
  useOtherWriters(slot);
  useEffect(() => {
    // Without this a board of another tab would be on the list only after a reload.
    const look = () => boards.refresh();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [boards]);
}

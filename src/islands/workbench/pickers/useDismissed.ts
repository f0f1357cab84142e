import '#islands/status/popups.ts';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';

/**
 * Closes what pops up over the board as `src/islands/status/popups.ts` says: it goes on an element with `data-popup`.
 * @param close told whether the focus goes back to what opened it, as after Escape
 */
export function useDismissed(close: (byKey: boolean) => void): RefObject<HTMLDivElement | null> {
  const popup = useRef<HTMLDivElement>(null);
  const onDismiss = useEffectEvent((event: Event) =>
    close(event instanceof CustomEvent && event.detail?.byKey === true),
  );
  useEffect(() => {
    const shown = popup.current;
    const listen = (event: Event) => onDismiss(event);
    shown?.addEventListener('runchain:dismiss', listen);
    return () => shown?.removeEventListener('runchain:dismiss', listen);
  }, []);
  return popup;
}

import { type RefObject, useEffect, useRef } from 'react';
import { chosenIds, copiedText, pasteText, toggleSelected } from './selection.ts';
import { useSandbox } from './useSandbox.ts';

/**
 * Choosing several workspaces with Shift and a click, and the browser's own copy and paste while the board has the
 * focus. Text that is selected, and text fields, keep what copy and paste mean there.
 */
export function useSelecting(): RefObject<HTMLDivElement | null> {
  const seen = useSandbox();
  const board = useRef<HTMLDivElement>(null);
  const latest = useRef(seen);
  latest.current = seen;
  useEffect(() => {
    const area = board.current;
    if (area === null) return;
    const onBoard = () => {
      const at = document.activeElement;
      return at !== null && area.contains(at) && !at.matches('input, select, textarea, [contenteditable]');
    };
    const onCopy = (event: ClipboardEvent) => {
      const text = copiedText(latest.current);
      if (!onBoard() || text === null || !(document.getSelection()?.isCollapsed ?? true)) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      latest.current.sandbox.say(`Copied ${chosenIds(latest.current).length}.`);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!onBoard()) return;
      event.preventDefault();
      pasteText(latest.current, event.clipboardData?.getData('text/plain') ?? '');
    };
    const onClick = (event: MouseEvent) => {
      const station = event.target instanceof Element ? event.target.closest('[data-station]') : null;
      if (!event.shiftKey || !(station instanceof HTMLElement)) return;
      const id = station.dataset['station'];
      if (id !== undefined) toggleSelected(latest.current, id);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('paste', onPaste);
    area.addEventListener('click', onClick, true);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('paste', onPaste);
      area.removeEventListener('click', onClick, true);
    };
  }, []);
  return board;
}

import { type RefObject, useEffect, useRef } from 'react';
import { chosenIds, copiedText, pasteText, toggleSelected } from './selection.ts';
import { seenNow, useView } from './useSandbox.ts';

/**
 * Choosing several workspaces with Shift and a click, and the browser's own copy and paste while the board has the
 * focus. Text that is selected, and text fields, keep what copy and paste mean there.
 */
export function useSelecting(): RefObject<HTMLDivElement | null> {
  const view = useView();
  const board = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const area = board.current;
    if (area === null) return;
    const now = () => seenNow(view);
    const onBoard = () => {
      const at = document.activeElement;
      return at !== null && area.contains(at) && !at.matches('input, select, textarea, [contenteditable]');
    };
    const onCopy = (event: ClipboardEvent) => {
      const text = copiedText(now());
      if (!onBoard() || text === null || !(document.getSelection()?.isCollapsed ?? true)) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      view.sandbox.say(`Copied ${chosenIds(now()).length}.`);
    };
    const onPaste = (event: ClipboardEvent) => {
      // A file or a board that is pasted was taken already, by what opens it.
      if (event.defaultPrevented || !onBoard()) return;
      event.preventDefault();
      pasteText(now(), event.clipboardData?.getData('text/plain') ?? '');
    };
    const onClick = (event: MouseEvent) => {
      const station = event.target instanceof Element ? event.target.closest('[data-station]') : null;
      if (!event.shiftKey || !(station instanceof HTMLElement)) return;
      const id = station.dataset['station'];
      if (id !== undefined) toggleSelected(now(), id);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('paste', onPaste);
    area.addEventListener('click', onClick, true);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('paste', onPaste);
      area.removeEventListener('click', onClick, true);
    };
  }, [view]);
  return board;
}

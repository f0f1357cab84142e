import { type RefObject, useEffect, useRef } from 'react';

const CONTROLS =
  'button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), a[href]';
const controlsIn = (part: Element | undefined): HTMLElement[] =>
  [...(part?.querySelectorAll<HTMLElement>('*') ?? [])].filter((one) => one.matches(CONTROLS));

/**
 * Keeps the focus near where it was when what had it goes: a removed row hands it to the same control of the row that
 * takes its place, else of the row before, else to what adds a row; a row that was renamed keeps it.
 * @param beyond what gets it where nothing of that is there
 */
export function useKeptFocus<T extends HTMLElement>(beyond = ''): RefObject<T | null> {
  const root = useRef<T>(null);
  useEffect(() => {
    const area = root.current;
    if (area === null) return;
    let last: HTMLElement | null = null;
    const onIn = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement ? target : null;
    };
    const onOut = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof HTMLElement) last = area.contains(relatedTarget) ? relatedTarget : null;
      // Browsers differ in whether what is removed loses the focus before: then it is told once it is gone.
      else
        setTimeout(() => {
          if (last?.isConnected === true && document.activeElement === document.body) last = null;
        });
    };
    const observer = new MutationObserver((records) => {
      if (last === null || (last.isConnected && !last.matches(':disabled'))) return;
      const { activeElement } = document;
      if (activeElement !== null && activeElement !== document.body && activeElement !== last) return;
      const next = successor(last, records, area) ?? (beyond === '' ? null : document.querySelector(beyond));
      last = null;
      if (next instanceof HTMLElement) next.focus();
    });
    observer.observe(area, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    area.addEventListener('focusin', onIn);
    area.addEventListener('focusout', onOut);
    return () => {
      observer.disconnect();
      area.removeEventListener('focusin', onIn);
      area.removeEventListener('focusout', onOut);
    };
  }, [beyond]);
  return root;
}

/** What gets the focus of a control that is gone or can no longer be used. */
function successor(gone: HTMLElement, records: readonly MutationRecord[], area: Element): HTMLElement | null {
  if (gone.isConnected) return controlsIn(gone.closest('[role=group], td, li') ?? undefined)[0] ?? null;
  const record = records.findLast(({ removedNodes }) =>
    [...removedNodes].some((node) => node.contains(gone)),
  );
  if (record === undefined || !(record.target instanceof Element)) return null;
  const row = gone.closest('tr, li');
  if (row !== null && [...record.removedNodes].includes(row)) {
    const at = placeIn(row, gone);
    for (const other of inItsPlace(record, records)) {
      const found = at(other);
      if (found !== undefined) return found;
    }
  }
  const same = gone.id === '' ? null : area.querySelector<HTMLElement>(`#${CSS.escape(gone.id)}`);
  if (same !== null) return same;
  if (row?.isConnected === true) {
    const cell = record.target.closest('td, th, li') ?? row;
    return controlsIn(cell)[0] ?? controlsIn(row)[0] ?? null;
  }
  return adding(record.target, area);
}

/** How the same control is found in another row: by its cell, and by its number in there. */
function placeIn(row: Element, control: HTMLElement): (other: Element) => HTMLElement | undefined {
  const cells = row.matches('tr') ? [...row.children] : [row];
  const cell = cells.findIndex((part) => part.contains(control));
  const at = controlsIn(cells[cell]).indexOf(control);
  return (other) => {
    const found = controlsIn(other.matches('tr') ? other.children[cell] : other);
    return found[Math.max(0, at)] ?? found.at(-1);
  };
}

/** The rows that can take over from one that is gone, nearest first; one that came in its very place is the same row. */
function* inItsPlace(record: MutationRecord, records: readonly MutationRecord[]): Generator<Element> {
  const { target, nextSibling: next, previousSibling: previous } = record;
  const came = records.flatMap((other) => (other.target === target ? [...other.addedNodes] : []));
  const renamed = came.find((node) => node.previousSibling === previous && node.nextSibling === next);
  if (renamed instanceof Element) yield renamed;
  if (next?.isConnected === true)
    for (let node: Node | null = next; node !== null; node = node.nextSibling)
      if (node instanceof Element) yield node;
  if (previous?.isConnected === true)
    for (let node: Node | null = previous; node !== null; node = node.previousSibling)
      if (node instanceof Element) yield node;
  if (target instanceof Element) yield* target.children;
}

/** What adds a row to the list that was left: its form, else what is behind it, else the heading that folds it. */
function adding(list: Element, area: Element): HTMLElement | null {
  const scope = list.closest('section, details');
  if (scope === null || !area.contains(scope)) return null;
  const behind = controlsIn(scope).find(
    (control) => list.compareDocumentPosition(control) === Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return (
    scope.querySelector<HTMLElement>('.add-form button[type=submit]:not(:disabled)') ??
    behind ??
    scope.querySelector<HTMLElement>('summary')
  );
}

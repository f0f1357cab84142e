import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { describeNext } from '#state/board/refusal.ts';
import { placeBeside } from './placeBeside.ts';
import { causeRect, followCauses } from './lastGesture.ts';
import { focusOn } from '../keys/useKeys.ts';
import { useSeen, useView } from '../context/useSandbox.ts';

/**
 * What was refused, beside what caused it: the reason and what to do next. It is over everything, also over a dialog,
 * and goes with Escape, with a press elsewhere, or with the next thing that happens. `LiveRegion.tsx` speaks it.
 */
export function Refused() {
  const { sandbox } = useView();
  const { text, next, turn } = useSeen(({ state }) => state.message);
  const [closed, setClosed] = useState(0);
  const note = useRef<HTMLDivElement>(null);
  const back = useRef<Element | null>(null);
  const open = next !== null && closed !== turn;

  useEffect(followCauses, []);
  useEffect(() => {
    // A control that a level does not offer is disabled: a press on it does nothing, and this says why.
    const onBarred = ({ target }: PointerEvent) => {
      const barred = target instanceof Element ? target.closest<HTMLElement>('[data-barred]:disabled') : null;
      if (barred !== null) sandbox.say(barred.dataset['barred'] ?? '', 'level');
    };
    document.addEventListener('pointerup', onBarred);
    return () => document.removeEventListener('pointerup', onBarred);
  }, [sandbox]);

  useLayoutEffect(() => {
    const shown = note.current;
    if (!open || shown === null) return;
    back.current = document.activeElement;
    if (shown.matches(':not(:popover-open)')) shown.showPopover?.();
    const place = () => {
      const { clientWidth: width, clientHeight: height } = document.documentElement;
      const header = document.querySelector('.site-header')?.getBoundingClientRect();
      const tabs = document.querySelector('.sandbox .bottom-tabs')?.getBoundingClientRect();
      const rows = { top: Math.max(0, header?.bottom ?? 0), bottom: tabs?.height ?? 0 };
      const at = placeBeside(causeRect(), shown.getBoundingClientRect(), { width, height }, rows);
      shown.style.left = `${at.left}px`;
      shown.style.top = `${at.top}px`;
    };
    place();
    // A list or picker that closes with the refusal moves what it covered.
    const settled = requestAnimationFrame(place);
    const close = () => setClosed(turn);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // In a text field Escape also brings the old text back.
      if (!(event.target instanceof HTMLInputElement)) {
        event.stopPropagation();
        event.preventDefault();
      }
      if (shown.contains(document.activeElement) && back.current instanceof HTMLElement) back.current.focus();
      close();
    };
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !shown.contains(target)) close();
    };
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('pointerdown', onPress, true);
    return () => {
      cancelAnimationFrame(settled);
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('pointerdown', onPress, true);
    };
  }, [open, turn]);

  if (!open) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own
    <div key={turn} ref={note} popover="manual" className="refused" role="group" aria-label="Not done">
      <p>
        <strong>{text}</strong>
      </p>
      <p>{describeNext(next)}</p>
      <div className="row">
        {next === 'why' && <Go words="Open Why" tab="why" to="[data-why]" close={() => setClosed(turn)} />}
        {next === 'level' && sandbox.level !== null && (
          <Go words="What this level offers" tab="brief" to="[data-palette]" close={() => setClosed(turn)} />
        )}
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            if (back.current instanceof HTMLElement) back.current.focus();
            setClosed(turn);
          }}
        >
          Close
        </button>
      </div>
    </div>
  );
}

/** Leads to the panel that tells more. */
function Go({
  words,
  tab,
  to,
  close,
}: {
  words: string;
  tab: 'why' | 'brief';
  to: string;
  close: () => void;
}) {
  const { showTab } = useView();
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        close();
        showTab(tab);
        const details = document.querySelector(to)?.closest('details');
        if (details != null) details.open = true;
        focusOn(to);
      }}
    >
      {words}
    </button>
  );
}

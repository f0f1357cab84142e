/**
 * Everything that pops up closes in the same two ways: with Escape, after which what opened it has the focus, and with a
 * press outside of it. What shows a dialog or a popup imports this file, so that pages of text don't load it. Modal
 * dialogs need no mark. A menu made of `details`, and a picker of an island, are marked by `data-popup`; a picker is
 * told by an event, as its island alone can close it.
 */

/** Told to a picker: `byKey` says that the focus goes back to what opened it. */
const DISMISS = 'runchain:dismiss';

const modal = (): HTMLDialogElement | undefined =>
  [...document.querySelectorAll<HTMLDialogElement>('dialog:modal')].at(-1);
const popups = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('details[data-popup][open], [data-popup]:not(details)'),
];

function dismiss(popup: HTMLElement, byKey: boolean): void {
  if (!(popup instanceof HTMLDetailsElement)) {
    popup.dispatchEvent(new CustomEvent(DISMISS, { detail: { byKey } }));
    return;
  }
  popup.open = false;
  if (byKey) popup.querySelector('summary')?.focus();
}

/** The backdrop belongs to its dialog: a press outside of the box is one on it. */
function onBackdrop(dialog: HTMLDialogElement, { target, clientX, clientY }: MouseEvent): boolean {
  if (target !== dialog) return false;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

function listen(): void {
  let began: HTMLDialogElement | null = null;

  document.addEventListener(
    'pointerdown',
    (event) => {
      const dialog = modal();
      // A press that begins inside and ends outside, as in selecting text, closes nothing.
      began = dialog !== undefined && onBackdrop(dialog, event) ? dialog : null;
      if (dialog !== undefined) return;
      for (const popup of popups())
        if (event.target instanceof Node && !popup.contains(event.target)) dismiss(popup, false);
    },
    true,
  );
  document.addEventListener('click', (event) => {
    if (began !== null && onBackdrop(began, event)) began.close();
    began = null;
  });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || modal() !== undefined) return;
      const popup = popups().at(-1);
      if (popup === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      dismiss(popup, true);
    },
    true,
  );
}

// A page that is built has no document.
if (typeof document !== 'undefined') listen();

export {};

import { helpFor, wordsOf } from '#islands/status/notices.ts';
import { type Notice, watchNotices } from '#state/notices.ts';

/** The bar at the foot of every page that tells what could not be kept, and offers what helps. */
const bar = document.querySelector<HTMLElement>('[data-kept-notice]');
let notices: readonly Notice[] = [];

const retry = () => helpFor(notices).retry?.();
const warn = (event: BeforeUnloadEvent) => event.preventDefault();

function show(): void {
  removeEventListener('beforeunload', warn);
  if (notices.some(({ onlyHere }) => onlyHere)) addEventListener('beforeunload', warn);
  if (bar === null) return;
  const words = bar.querySelector('p');
  const text = wordsOf(notices);
  bar.hidden = text === '';
  if (words !== null && words.textContent !== text) words.textContent = text;
  const help = helpFor(notices);
  bar.querySelector('[data-retry]')?.toggleAttribute('hidden', help.retry === null);
  bar.querySelector('[data-save]')?.toggleAttribute('hidden', help.save === null);
}

bar?.querySelector('[data-retry]')?.addEventListener('click', retry);
bar?.querySelector('[data-save]')?.addEventListener('click', () => helpFor(notices).save?.());
// Somebody who went away to make room comes back.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) retry();
});
watchNotices((now) => {
  notices = now;
  show();
});

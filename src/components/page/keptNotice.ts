import { helpFor, noticeWords } from '#islands/status/describeNotices.ts';
import { watchNotices } from '#state/app/notices.ts';

/** The bar at the foot of every page that tells what could not be kept or loaded, and offers what helps. */
const bar = document.querySelector<HTMLElement>('[data-kept-notice]');
const part = (selector: string) => bar?.querySelector(selector);
const words = part('p');
const retryButton = part('[data-retry]');
const saveButton = part('[data-save]');
let help = helpFor([]);

const retry = () => help.retry?.();
const warn = (event: BeforeUnloadEvent) => event.preventDefault();

retryButton?.addEventListener('click', retry);
saveButton?.addEventListener('click', () => help.save?.());
// Somebody who went away to make room comes back.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) retry();
});
watchNotices((notices) => {
  help = helpFor(notices);
  removeEventListener('beforeunload', warn);
  if (notices.some(({ onlyHere }) => onlyHere)) addEventListener('beforeunload', warn);
  const text = noticeWords(notices);
  bar?.toggleAttribute('hidden', text === '');
  if (words != null && words.textContent !== text) words.textContent = text;
  retryButton?.toggleAttribute('hidden', help.retry === null);
  saveButton?.toggleAttribute('hidden', help.save === null);
});

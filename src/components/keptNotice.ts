import { download } from '#islands/sandbox/files/download.ts';
import { type Notice, watchNotices } from '#state/notices.ts';

/** The bar at the foot of every page that tells what could not be kept, and offers what helps. */
const bar = document.querySelector<HTMLElement>('[data-kept-notice]');
let notices: readonly Notice[] = [];

const retry = () => {
  for (const notice of notices) notice.retry?.();
};
const save = () => {
  for (const { file } of notices) {
    if (file === null) continue;
    const { name, text } = file();
    download(name, text, 'application/json');
  }
};
const warn = (event: BeforeUnloadEvent) => event.preventDefault();

function show(): void {
  removeEventListener('beforeunload', warn);
  if (notices.some(({ onlyHere }) => onlyHere)) addEventListener('beforeunload', warn);
  if (bar === null) return;
  const words = bar.querySelector('p');
  const text = notices.map((notice) => notice.text).join(' ');
  bar.hidden = text === '';
  if (words !== null && words.textContent !== text) words.textContent = text;
  bar.querySelector('[data-retry]')?.toggleAttribute(
    'hidden',
    notices.every((notice) => notice.retry === null),
  );
  bar.querySelector('[data-save]')?.toggleAttribute(
    'hidden',
    notices.every(({ file }) => file === null),
  );
}

bar?.querySelector('[data-retry]')?.addEventListener('click', retry);
bar?.querySelector('[data-save]')?.addEventListener('click', save);
// Somebody who went away to make room comes back.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) retry();
});
watchNotices((now) => {
  notices = now;
  show();
});

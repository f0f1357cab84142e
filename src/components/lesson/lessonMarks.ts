import { readLessons } from '#state/progress/readCopy.ts';

/** Shows which lessons were read, and lets the reader mark the one that is open. */
const STATES = '[data-lesson-state]';

function tell(place: Element | null, within: ParentNode, before: string): void {
  if (place === null) return;
  const all = within.querySelectorAll(STATES).length;
  const done = within.querySelectorAll(`${STATES}:not([hidden])`).length;
  place.textContent = done === 0 ? '' : `${before}${done} of ${all} read`;
}

function mark(read: ReadonlySet<string>): void {
  for (const place of document.querySelectorAll<HTMLElement>(STATES))
    place.hidden = !read.has(place.dataset['lessonState'] ?? '');
  for (const place of document.querySelectorAll('[data-lessons-read]'))
    tell(place, document, place.matches('span') ? ' · ' : '');
  for (const track of document.querySelectorAll('[data-track]'))
    tell(track.querySelector('[data-track-read]'), track, ' · ');
}

const read = new Set(readLessons());
mark(read);

const button = document.querySelector<HTMLButtonElement>('[data-mark-lesson]');
if (button !== null) {
  const id = button.dataset['markLesson'] ?? '';
  const show = () => {
    const done = read.has(id);
    button.setAttribute('aria-pressed', String(done));
    button.textContent = done ? 'Read ✓' : 'Mark as read';
  };
  show();
  button.hidden = false;
  let wanted = read.has(id);
  button.addEventListener('click', async () => {
    wanted = !wanted;
    const now = wanted;
    const { markLesson } = await import('#state/progress/readLessons.ts');
    await markLesson(id, now ? 'read' : 'unread');
    // Only now: what is shown as read is kept.
    if (now) read.add(id);
    else read.delete(id);
    show();
    mark(read);
  });
}

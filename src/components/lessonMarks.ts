import { readLessons } from '#state/readCopy.ts';

/** Shows which lessons were read, and lets the reader mark the one that is open. */
const read = readLessons();
for (const place of document.querySelectorAll<HTMLElement>('[data-lesson-state]'))
  place.hidden = !read.has(place.dataset['lessonState'] ?? '');

const count = document.querySelector<HTMLElement>('[data-lessons-read]');
if (count !== null) {
  const all = document.querySelectorAll('[data-lesson-state]').length;
  const done = document.querySelectorAll('[data-lesson-state]:not([hidden])').length;
  count.textContent = done === 0 ? '' : `${done} of ${all} read`;
}

const button = document.querySelector<HTMLButtonElement>('[data-mark-lesson]');
if (button !== null) {
  const id = button.dataset['markLesson'] ?? '';
  const show = (done: boolean) => {
    button.setAttribute('aria-pressed', String(done));
    button.textContent = done ? 'Read ✓' : 'Mark as read';
  };
  let done = read.has(id);
  show(done);
  button.hidden = false;
  button.addEventListener('click', async () => {
    done = !done;
    const mark = done;
    const { markLesson } = await import('#state/course.ts');
    await markLesson(id, mark ? 'read' : 'unread');
    // Only now: what is shown as read is kept.
    show(mark);
  });
}

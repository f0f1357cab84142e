/**
 * The lists beside a lesson are in sight on a desk whether open or not (lesson.css), so that they are there before any
 * script runs; here they become open in earnest, for whoever does not see the page.
 */
const wide = matchMedia('(min-width: 72rem)');

function follow(): void {
  for (const list of document.querySelectorAll<HTMLDetailsElement>('.aside-list > details'))
    list.open = wide.matches;
}

follow();
wide.addEventListener('change', follow);

export {};

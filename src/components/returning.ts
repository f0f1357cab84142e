interface Stop {
  id: string;
  title: string;
  href: string;
}

/** For somebody who was here before: where to go on. A newcomer sees nothing of it. */
const panel = document.querySelector<HTMLElement>('[data-returning]');
const part = (name: string) => panel?.querySelector<HTMLElement>(`[data-${name}]`) ?? null;

function lead(name: string, next: Stop | undefined, words: string): void {
  const link = part(name);
  if (!(link instanceof HTMLAnchorElement) || next === undefined) return;
  link.href = next.href;
  link.textContent = `${words}: ${next.title}`;
}

function tell(name: string, words: string): void {
  const place = part(name);
  if (place !== null) place.textContent = words;
}

async function show(): Promise<void> {
  if (panel === null) return;
  const course: { lessons: Stop[]; levels: Stop[] } = JSON.parse(panel.dataset['returning'] ?? '{}');
  const { loadStanding } = await import('#state/course.ts');
  const { read, stars, due, answers } = await loadStanding();
  if (read.size + stars.size + answers === 0) return;
  const solved = course.levels.filter((level) => (stars.get(level.id) ?? 0) > 0).length;
  lead(
    'next-lesson',
    course.lessons.find((lesson) => !read.has(lesson.id)),
    'Next lesson',
  );
  tell('lessons', `${read.size} of ${course.lessons.length} read`);
  tell('due', due === 0 ? 'nothing is due today' : `${due} due today`);
  lead(
    'next-level',
    course.levels.find((level) => (stars.get(level.id) ?? 0) === 0),
    'Next level',
  );
  tell('levels', `${solved} of ${course.levels.length} solved`);
  tell('answers', `${answers} ${answers === 1 ? 'answer' : 'answers'}`);
  panel.hidden = false;
}
void show();

export {};

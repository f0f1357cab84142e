import { counted } from '#model/wording/counted.ts';
import { describeDue } from '#quiz/review/describeDue.ts';

interface Stop {
  id: string;
  title: string;
  href: string;
}

interface Course {
  lessons: Stop[];
  levels: Stop[];
  /** Where the list of questions is. */
  bank: string;
  /** Where each kind of open session is gone on with. */
  open: Record<'practice' | 'review' | 'exam', string>;
}

/** For somebody who was here before: where to go on. A newcomer sees nothing of it. */
export async function showReturning(panel: HTMLElement): Promise<void> {
  const part = (name: string) => panel.querySelector<HTMLElement>(`[data-${name}]`);
  const lead = (name: string, to: string | undefined, words: string) => {
    const link = part(name);
    if (!(link instanceof HTMLAnchorElement) || to === undefined) return;
    link.href = to;
    link.textContent = words;
  };
  const tell = (name: string, words: string) => {
    const place = part(name);
    if (place !== null) place.textContent = words;
  };
  const course: Course = JSON.parse(panel.dataset['returning'] ?? '{}');
  const { loadStanding, sessionHash } = await import('#state/progress/readLessons.ts');
  const standing = await loadStanding(course.bank);
  if (standing === null) return;
  const { read, stars, review, open, answers } = standing;
  const solved = course.levels.filter((level) => (stars.get(level.id) ?? 0) > 0).length;
  const lesson = course.lessons.find(({ id }) => !read.has(id));
  if (lesson !== undefined) lead('next-lesson', lesson.href, `Next lesson: ${lesson.title}`);
  tell('lessons', `${read.size} of ${course.lessons.length} read`);
  // Without the list of questions nobody knows what can be asked: then only the link is shown.
  tell('due', review === null ? '' : describeDue(review));
  const level = course.levels.find(({ id }) => (stars.get(id) ?? 0) === 0);
  if (level !== undefined) lead('next-level', level.href, `Next level: ${level.title}`);
  tell('levels', `${solved} of ${course.levels.length} solved`);
  tell('answers', counted(answers, 'answer'));
  const [last] = open;
  const item = part('open-item');
  if (last !== undefined && item !== null) {
    lead('open', `${course.open[last.kind]}${sessionHash(last.id)}`, `Go on: ${last.title}`);
    tell('open-words', `${last.answered} of ${last.total} answered`);
    const more = part('open-all');
    if (more !== null) {
      more.textContent = `Still open: ${open.length}`;
      more.hidden = open.length < 2;
    }
    item.hidden = false;
  }
  panel.hidden = false;
}

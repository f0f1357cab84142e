import { type CourseMarks, standing } from '#quiz/progress/course.ts';
import { type OpenThing, openIn } from '#quiz/practice/openSessions.ts';
import { type ReviewDay, reviewDay } from '#quiz/review/reviewDay.ts';
import { loadCatalogue } from '../quiz/bank.ts';
import { now, today } from '../app/clock.ts';
import { newId, progressStore } from './progress.ts';
import { withPauses } from '../app/pauses.ts';
import { quizSettings } from '../quiz/quizSettings.ts';
import { browserStorage } from '../storage/browser.ts';

export { sessionHash } from '../quiz/sessions.ts';

/**
 * Which lessons were read, as a list of ids under `runchain.read`. It is a copy of what the log says, so that a lesson can
 * show its mark without loading the log. The log decides, and each visit to the home page copies it again.
 */
const READ_COPY = 'runchain.read';

/** How far the learner has come, from the log itself. */
async function loadMarks(): Promise<CourseMarks> {
  await progressStore.getState().load();
  const { entries } = progressStore.getState();
  const found = await withPauses(standing(entries));
  browserStorage.write(READ_COPY, JSON.stringify([...found.read]));
  return found;
}

export interface CourseStanding extends CourseMarks {
  /** What the review asks today; null if the list of questions could not be loaded. */
  review: ReviewDay | null;
  open: OpenThing[];
}

/** @returns null for somebody who has done nothing yet */
export async function loadStanding(bank: string): Promise<CourseStanding | null> {
  const gone = await loadMarks();
  const { entries, sessions } = progressStore.getState();
  const open = openIn(sessions, now());
  if (gone.read.size + gone.stars.size + gone.answers + open.length === 0) return null;
  const catalogue = await loadCatalogue(bank);
  const review = catalogue.ok
    ? await withPauses(reviewDay(entries, catalogue.value, quizSettings(entries).queue, today()))
    : null;
  return { ...gone, review, open };
}

/** Marks a lesson in the log. */
export async function markLesson(lesson: string, mark: 'read' | 'unread'): Promise<void> {
  await progressStore.getState().load();
  await progressStore.getState().add([{ kind: 'lesson', id: newId(), at: Date.now(), lesson, mark }]);
  await loadMarks();
}

import { type Standing, standing } from '#quiz/course.ts';
import { today } from './clock.ts';
import { newId, progressStore } from './progress.ts';
import { withPauses } from './pauses.ts';
import { browserStorage } from './storage.ts';

/**
 * Which lessons were read, as a list of ids under `runchain.read`: a copy of what the log says, so that a lesson can
 * show its mark without loading the log. The log is the truth, and each visit of the home page copies it again.
 */
const READ_COPY = 'runchain.read';

/** Where the learner stands, from the log itself. */
export async function loadStanding(): Promise<Standing> {
  await progressStore.getState().load();
  const { entries } = progressStore.getState();
  const now = await withPauses(standing(entries, today()));
  browserStorage.write(READ_COPY, JSON.stringify([...now.read]));
  return now;
}

/** Marks a lesson in the log. */
export async function markLesson(lesson: string, mark: 'read' | 'unread'): Promise<Standing> {
  await progressStore.getState().load();
  await progressStore.getState().add([{ kind: 'lesson', id: newId(), at: Date.now(), lesson, mark }]);
  return loadStanding();
}

import { practiceLevel } from '#quiz/practice/practiceLevel.ts';

/** Draws and proves a practice board off the page's own thread: many are drawn until one has a single smallest repair. */
self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (typeof data === 'number') self.postMessage(practiceLevel(data));
});

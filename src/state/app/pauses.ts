import type { Steps } from '#quiz/lib/chunkedFold.ts';

/** Lets the browser paint, and react to clicks. */
export function pause(): Promise<void> {
  const scheduler: unknown = Reflect.get(globalThis, 'scheduler');
  if (typeof scheduler === 'object' && scheduler !== null && 'yield' in scheduler)
    if (typeof scheduler.yield === 'function') return Promise.resolve(scheduler.yield());
  return new Promise((resolve) => setTimeout(resolve));
}

/** Does work in steps, with a pause after each. */
export async function withPauses<T>(steps: Steps<T>, rest = pause): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await rest();
  }
}

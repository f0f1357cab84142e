import type { Answered, Asked, Reply, Task } from './messages.ts';

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
  progress: ((read: number) => void) | undefined;
}
let worker: Worker | null = null;
let count = 0;
const waiting = new Map<number, Waiting>();

/**
 * Asks the worker, which is started by the first question; a worker that fails is replaced by the next one.
 * @param progress hears how many files were read so far
 */
export function askWorker<K extends Task>(
  task: K,
  input: Asked[K],
  progress?: (read: number) => void,
): Promise<Answered[K]> {
  worker ??= start();
  const id = ++count;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject, progress });
    worker?.postMessage({ id, task, input });
  });
}

function start(): Worker {
  const made = new Worker(new URL('./hcl.worker.ts', import.meta.url), { type: 'module' });
  made.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const asked = waiting.get(data.id);
    if ('read' in data) return asked?.progress?.(data.read);
    waiting.delete(data.id);
    if ('failed' in data) asked?.reject(new Error(data.failed));
    // The worker answers each task with its own kind of answer.
    else asked?.resolve(data.answer as never);
  });
  made.addEventListener('error', () => {
    made.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(new Error('the reader of texts could not be started'));
    waiting.clear();
  });
  return made;
}

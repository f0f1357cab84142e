import { useCallback, useState } from 'react';
import type { Runner } from './runner.ts';

export interface LoadedRunner {
  /** null until it was asked for and is there. */
  runner: Runner | null;
  failed: boolean;
  load: () => void;
}

/** The simulator of a figure, loaded when the reader comes to it: with the pointer, the keyboard or a press. */
export function useRunner(): LoadedRunner {
  const [runner, setRunner] = useState<Runner | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    import('./runner.ts').then(
      (loaded) => {
        setRunner(loaded.runner);
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, []);
  return { runner, failed, load };
}

import { useState } from 'react';
import { counted } from '#model/wording/counted.ts';
import { setFlags } from './flags.ts';

/** Takes off all the flags that the choice holds; a single one is taken off on its question. */
export function FlagTools({ keys }: { keys: ReadonlySet<string> }) {
  const [taken, setTaken] = useState<ReadonlySet<string> | null>(null);
  return (
    <p className="quiz-actions" role="status">
      {taken !== null ? (
        <>
          <span>{counted(taken.size, 'flag')} removed.</span>
          <button
            type="button"
            className="button"
            onClick={() => {
              setFlags(taken, true);
              setTaken(null);
            }}
          >
            Undo
          </button>
        </>
      ) : keys.size > 0 ? (
        <>
          <span className="quiz-hint">To remove one flag, press Flag on its question.</span>
          <button
            type="button"
            className="button"
            onClick={() => {
              setFlags(keys, false);
              setTaken(keys);
            }}
          >
            Remove {keys.size === 1 ? 'this flag' : `all ${keys.size} flags`}
          </button>
        </>
      ) : (
        <span className="quiz-hint">
          You haven’t flagged anything here. Press Flag or the key F on a question, in practice or in an exam.
        </span>
      )}
    </p>
  );
}

import { ownChanges, ownWords } from '#engine/ownChanges.ts';
import { useSandbox } from '#islands/sandbox/useSandbox.ts';
import { useLevel } from './useLevel.ts';

/** What the learner has changed so far, a line each, each of which can be taken back. */
export function OwnChanges() {
  const { state, sandbox } = useSandbox();
  const { level } = useLevel();
  const changes = ownChanges(level, state.scenario);
  return (
    <section className="own-changes" aria-label="Your changes">
      <h3>Your changes</h3>
      {changes.length === 0 && <p className="faint">None yet.</p>}
      <ol>
        {changes.map(({ change, without }) => {
          const words = ownWords(change);
          return (
            <li key={words}>
              <span>{words}</span>
              <button
                type="button"
                className="button quiet"
                aria-label={`Take back: ${words}`}
                onClick={() => sandbox.adopt(without, 'Taken back.')}
              >
                Take back
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

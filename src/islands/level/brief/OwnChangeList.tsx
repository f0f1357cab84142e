import { ownChanges, describeOwnChange } from '#engine/levels/ownChanges.ts';
import { useSeen, useView } from '#islands/workbench/context/useSandbox.ts';
import { useLevel } from '../useLevel.ts';

/** A line for each change, and how it is taken back. */
export function OwnChangeList() {
  const { sandbox } = useView();
  const { level } = useLevel();
  const changes = ownChanges(
    level,
    useSeen(({ state }) => state.scenario),
  );
  if (changes.length === 0) return <p className="faint">None yet.</p>;
  return (
    <ol>
      {changes.map(({ change, without }) => {
        const words = describeOwnChange(change);
        return (
          <li key={words}>
            <span>{words}</span>
            <button
              type="button"
              className="button quiet"
              aria-label={`Take back: ${words}`}
              onClick={() =>
                sandbox.perform({ type: 'put_board', board: { scenario: without }, words: 'Taken back.' })
              }
            >
              Take back
            </button>
          </li>
        );
      })}
    </ol>
  );
}

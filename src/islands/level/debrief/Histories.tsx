import { counted } from '#model/wording/counted.ts';
import { applyEdits } from '#model/edits/index.ts';
import { play } from '#engine/levels/grade.ts';
import { snapshotAt } from '#engine/query/stateAt.ts';
import { probeOf } from '#state/board/simulatedScenario.ts';
import { describeEntry } from '#islands/workbench/timeline/describeEntry.ts';
import { useSandbox } from '#islands/workbench/context/useSandbox.ts';
import { useLevel } from '../useLevel.ts';

/** What happened on the learner's board and with the reference solution, side by side from where they part. */
export function Histories() {
  const { state } = useSandbox();
  const { level } = useLevel();
  const probe = probeOf(level, state.probe);
  if (probe === undefined) return null;
  const mine = linesOf(play(state.scenario.layout, probe, state.scenario.actions));
  const theirs = linesOf(play(applyEdits(level.layout, level.solution.edits), probe, level.solution.actions));
  const length = Math.max(mine.length, theirs.length);
  const rows = Array.from({ length }, (_, i) => ({ mine: mine[i] ?? '', theirs: theirs[i] ?? '' }));
  const parts = rows.findIndex((row) => row.mine !== row.theirs);
  return (
    <details>
      <summary>Your history beside the reference</summary>
      {parts < 0 ? (
        <p>The same {counted(mine.length, 'event')}.</p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <div className="scroll" role="region" aria-label="Two histories" tabIndex={0}>
          <p>
            {parts === 0
              ? 'They differ from the first event.'
              : `The same for ${counted(parts, 'event')}, then:`}
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">Event</th>
                <th scope="col">Yours</th>
                <th scope="col">Reference</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(parts).map((row, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the number of an event is what identifies it
                <tr key={i} data-parts={row.mine !== row.theirs}>
                  <td>{parts + i + 1}</td>
                  <td>{row.mine}</td>
                  <td>{row.theirs}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

function linesOf(played: ReturnType<typeof play>): string[] {
  if (played === null) return [];
  const { scenario, simulation } = played;
  const end = snapshotAt(scenario, simulation, simulation.log.length);
  return simulation.log.map((entry) => `${entry.at} s: ${describeEntry(entry, scenario, end)}`);
}

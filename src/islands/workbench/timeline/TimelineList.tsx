import { counted } from '#model/wording/counted.ts';
import { short } from '#model/layout/vocabulary.ts';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { Snapshot } from '#engine/query/stateAt.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { Level } from '#model/level/level.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import { branchDifference } from '#state/board/branchDifference.ts';
import { stage } from '#state/board/simulatedScenario.ts';
import type { SandboxState } from '#state/board/boardState.ts';
import { indexOf } from '../context/boardIndex.ts';
import { describeEntry } from './describeEntry.ts';
import { useSeen, useView } from '../context/useSandbox.ts';
import { useWindow } from './windowed.ts';

const ROW = 32;
const COLUMNS = ['No.', 'Time', 'Workspace', 'Run', 'Event', 'Caused by', 'Rule'] as const;
const EVENT = COLUMNS.indexOf('Event');
type Column = (typeof COLUMNS)[number];

/** The entry at which the attempt that is compared parts from the present board. */
function partedAt(
  { attempts, comparing, simulatedScenario, probe }: SandboxState,
  level: Level | null,
): number | null {
  const attempt = attempts.find(({ number }) => number === comparing);
  if (attempt === undefined) return null;
  return branchDifference(stage(level, attempt.board.scenario, probe), simulatedScenario)?.event ?? null;
}

interface Line {
  entry: number;
  cells: readonly string[];
}

interface Props {
  log: readonly LogEntry[];
  scenario: Scenario;
  moment: Snapshot;
  scroller: RefObject<HTMLElement | null>;
  at: number | null;
  choose: (entry: number) => void;
  say: (text: string, refusal?: 'reload') => void;
}

/** Every entry up to the cursor as a table that can be sorted, searched and copied; only rows that can be seen are made. */
export function TimelineList({ log, scenario, moment, scroller, at, choose, say }: Props) {
  const { level } = useView().sandbox;
  const parted = useSeen(({ state }) => ({ at: partedAt(state, level) })).at;
  const [sort, setSort] = useState<{ column: Column; down: boolean }>({ column: 'No.', down: false });
  const [search, setSearch] = useState('');
  const seen = useWindow(scroller);
  const lines = useMemo(() => linesOf(log, scenario, moment), [log, scenario, moment]);
  const shown = useMemo(() => arrangedLines(lines, sort, search), [lines, sort, search]);
  const head = 88;
  const from = Math.max(0, Math.floor((seen.top - head) / ROW) - 8);
  const to = Math.min(shown.length, Math.ceil((seen.top + seen.height - head) / ROW) + 8);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening the list goes to what the bars had chosen
  useEffect(() => {
    const place = shown.findIndex((line) => line.entry === at);
    if (place >= 0) scroller.current?.scrollTo({ top: Math.max(0, place * ROW - 60) });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another comparison goes to its place, not each event
  useEffect(() => {
    const place = shown.findIndex((line) => line.entry === parted);
    if (place >= 0) scroller.current?.scrollTo({ top: Math.max(0, place * ROW - 60) });
  }, [parted]);
  const copy = () => {
    const text = [COLUMNS, ...shown.map((line) => line.cells)].map((cells) => cells.join('\t')).join('\n');
    navigator.clipboard.writeText(text).then(
      () => say(`${counted(shown.length, 'event')} copied.`),
      () => say('The browser did not let the page copy.', 'reload'),
    );
  };
  return (
    <>
      <div className="row list-tools">
        <label>
          Filter{' '}
          <input name="filter" type="search" value={search} onChange={(e) => setSearch(e.target.value)} />
        </label>
        <span className="faint">
          {shown.length} of {lines.length}
        </span>
        <button type="button" className="button" onClick={copy}>
          Copy
        </button>
      </div>
      <table className="event-list" aria-rowcount={shown.length + 1}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={sort.column !== column ? undefined : sort.down ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  onClick={() => setSort({ column, down: sort.column === column && !sort.down })}
                >
                  {column}
                  <span aria-hidden="true">{sort.column !== column ? '' : sort.down ? ' ↓' : ' ↑'}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {from > 0 && <Gap rows={from} />}
          {shown.slice(from, to).map((line, i) => (
            <tr
              key={line.entry}
              aria-rowindex={from + i + 2}
              aria-current={line.entry === at ? 'true' : undefined}
              data-parted={line.entry === parted}
              style={{ height: ROW }}
            >
              {line.cells.map((cell, c) => (
                <td key={COLUMNS[c]}>
                  {c === 0 ? (
                    <button
                      type="button"
                      className="link"
                      data-entry={line.entry}
                      aria-label={`Event ${cell}: go there`}
                      onClick={() => choose(line.entry)}
                    >
                      {cell}
                    </button>
                  ) : (
                    cell
                  )}
                  {c === EVENT && line.entry === parted && <strong> · first difference</strong>}
                </td>
              ))}
            </tr>
          ))}
          {to < shown.length && <Gap rows={shown.length - to} />}
        </tbody>
      </table>
    </>
  );
}

/** The room of rows that are not made. */
const Gap = ({ rows }: { rows: number }) => (
  <tr>
    <td colSpan={COLUMNS.length} style={{ height: rows * ROW, padding: 0 }} />
  </tr>
);

/** One line an entry. */
export function linesOf(log: readonly LogEntry[], scenario: Scenario, moment: Snapshot): Line[] {
  const { byId } = indexOf(moment);
  return log.map((entry, i) => {
    const run = 'run' in entry ? entry.run : '';
    const workspace = 'workspace' in entry ? entry.workspace : (byId.get(run)?.workspace ?? '');
    const cause = byId.get(run)?.triggered_by ?? '';
    const rule = 'rule' in entry ? (entry.rule ?? '') : '';
    const cells = [
      String(i + 1),
      `${entry.at} s`,
      short(workspace),
      run,
      describeEntry(entry, scenario, moment),
      cause,
      rule,
    ];
    return { entry: i, cells };
  });
}

/** The lines that hold the words searched for, in the order of a column; numbers as numbers. */
export function arrangedLines(
  lines: readonly Line[],
  { column, down }: { column: Column; down: boolean },
  search: string,
): Line[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = lines.filter(({ cells }) => {
    const text = cells.join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const at = COLUMNS.indexOf(column);
  if (at > 0) {
    const collator = new Intl.Collator('en', { numeric: true });
    found.sort((a, b) => collator.compare(a.cells[at] ?? '', b.cells[at] ?? '') || a.entry - b.entry);
  }
  return down ? found.reverse() : found;
}

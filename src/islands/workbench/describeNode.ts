import { short } from '#model/layout/vocabulary.ts';
import type { Snapshot } from '#engine/query/stateAt.ts';
import { statusLabel } from '#islands/status/statusLabel.ts';
import { indexOf } from './context/boardIndex.ts';

const list = (ids: readonly string[]): string => ids.map(short).join(' and ');

/**
 * What a screen reader says of a workspace on the board.
 * @param place its place in reading order, from 0, among `count`
 */
export function describeNode(moment: Snapshot, id: string, place: number, count: number): string {
  const w = moment.workspaces.get(id);
  if (w === undefined) return short(id);
  const index = indexOf(moment);
  const sources = index.sources.get(id) ?? [];
  const targets = index.targets.get(id) ?? [];
  const run = index.current.get(id);
  const facts = [
    `${w.name}, ${w.execution_mode}, auto-apply ${w.auto_apply ? 'on' : 'off'}, for triggered runs ${w.auto_apply_run_trigger ? 'on' : 'off'}${moment.locks.has(id) ? ', locked' : ''}`,
    sources.length > 0 ? `triggered by ${list(sources)}` : '',
    targets.length > 0 ? `triggers ${list(targets)}` : '',
    run === undefined ? 'no runs' : `${run.id}: ${statusLabel(run.status, run.waiting_for)}`,
    `${place + 1} of ${count}`,
  ];
  return facts.filter((part) => part !== '').join('; ');
}

import type { Moment } from '#engine/moment.ts';
import { statusLabel } from '#islands/status/StatusMark.tsx';
import { currentRun, short } from './useSandbox.ts';

const list = (ids: readonly string[]): string => ids.map(short).join(' and ');

/** What a screen reader says of a workspace on the board. */
export function nodeName(moment: Moment, id: string, order: readonly string[]): string {
  const w = moment.workspaces.get(id);
  if (w === undefined) return short(id);
  const sources = moment.triggers.filter((t) => t.workspace === id).map((t) => t.sourceable);
  const targets = moment.triggers.filter((t) => t.sourceable === id).map((t) => t.workspace);
  const run = currentRun(moment, id);
  const facts = [
    `${w.name}, ${w.execution_mode}, auto-apply ${w.auto_apply ? 'on' : 'off'}, for triggered runs ${w.auto_apply_run_trigger ? 'on' : 'off'}${moment.locks.has(id) ? ', locked' : ''}`,
    sources.length > 0 ? `triggered by ${list(sources)}` : '',
    targets.length > 0 ? `triggers ${list(targets)}` : '',
    run === null ? 'no runs' : `${run.id}: ${statusLabel(run.status, run.waiting_for)}`,
    `${order.indexOf(id) + 1} of ${order.length}`,
  ];
  return facts.filter((part) => part !== '').join('; ');
}

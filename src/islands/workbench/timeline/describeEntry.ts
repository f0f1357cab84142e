import { short } from '#model/layout/vocabulary.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import { statusLabel } from '#islands/status/statusLabel.ts';
import type { Snapshot } from '#engine/query/stateAt.ts';
import { indexOf } from '../context/boardIndex.ts';

/** One entry of the log in words. */
export function describeEntry(entry: LogEntry, scenario: Scenario, moment: Snapshot): string {
  const of = (run: string): string => {
    const found = indexOf(moment).byId.get(run);
    return found === undefined ? run : `${short(found.workspace)}, ${run}`;
  };
  switch (entry.kind) {
    case 'action': {
      const action = scenario.actions[entry.action];
      return action === undefined ? 'Action' : `Action: ${action.type.replaceAll('_', ' ')}`;
    }
    case 'rejected':
      return `Refused: ${entry.message}`;
    case 'queued':
      return entry.triggered_by === null
        ? `${of(entry.run)} was started`
        : `${of(entry.run)} was queued by ${of(entry.triggered_by)}`;
    case 'status':
      return `${of(entry.run)}: ${statusLabel(entry.status, null)}`;
    case 'hold':
      return entry.waiting_for === null
        ? `${of(entry.run)} goes on`
        : `${of(entry.run)}: ${statusLabel('pending', entry.waiting_for)}`;
    case 'not_queued':
      return `${short(entry.workspace)} got no run from ${of(entry.run)}`;
    case 'trigger':
      return `Trigger ${short(entry.sourceable)} to ${short(entry.workspace)} ${entry.change}`;
    case 'lock':
      return entry.by === null ? `${short(entry.workspace)} unlocked` : `${short(entry.workspace)} locked`;
    case 'set':
      return `${short(entry.workspace)}: ${entry.fields.join(', ')} set`;
    case 'noted':
      return `${of(entry.run)}: ${entry.message}`;
  }
}

/** Where the cursor is, as the slider says it: "event 14 of 31: app run 2, Needs confirmation, 35 s". */
export function describePlace(
  log: readonly LogEntry[],
  cursor: number,
  scenario: Scenario,
  moment: Snapshot,
): string {
  const entry = log[cursor - 1];
  const place = `event ${cursor} of ${log.length}`;
  if (entry === undefined) return `${place}: the start`;
  const run = 'run' in entry ? indexOf(moment).byId.get(entry.run) : undefined;
  const name = run === undefined ? '' : `${short(run.workspace)} ${run.id.replace('-', ' ')}`;
  const words =
    run === undefined || (entry.kind !== 'status' && entry.kind !== 'hold')
      ? describeEntry(entry, scenario, moment)
      : entry.kind === 'status'
        ? `${name}, ${statusLabel(entry.status, null)}`
        : `${name}, ${entry.waiting_for === null ? 'goes on' : statusLabel(run.status, entry.waiting_for)}`;
  return `${place}: ${words}, ${moment.at} s`;
}

/** Whether a person has something to decide or to learn at this entry. */
export const isDecision = (entry: LogEntry): boolean =>
  (entry.kind === 'hold' &&
    (entry.waiting_for === 'confirmation' || entry.waiting_for === 'policy_override')) ||
  entry.kind === 'not_queued' ||
  entry.kind === 'rejected';

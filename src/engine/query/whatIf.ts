import type { Scenario } from '#model/scenario/action.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import { simulate, type Simulation } from '../simulate/simulate.ts';

/** One event in two histories; null in the history in which it does not happen. */
export interface EventDifference {
  change: 'added' | 'removed' | 'changed';
  before: LogEntry | null;
  after: LogEntry | null;
}

/** How two histories of one board differ. */
export interface WhatIfOutcome {
  before: Simulation;
  after: Simulation;
  /** Where in the two logs the first different event is, or null if there is none. */
  parts: { before: number; after: number } | null;
  events: EventDifference[];
}

/**
 * Runs a scenario and a changed copy of it, and says where the two differ. Nothing is committed. Each history numbers its
 * own runs, so an event is identified by its workspace and by its position among the events of its kind there.
 * @returns null if one of them cannot be simulated
 */
export function whatIf(before: Scenario, after: Scenario): WhatIfOutcome | null {
  const [a, b] = [simulate(before), simulate(after)];
  return a.ok && b.ok ? compareRuns(a.value, b.value) : null;
}

/** Compares two simulations event by event. */
export function compareRuns(before: Simulation, after: Simulation): WhatIfOutcome {
  const [old, now] = [named(before.log), named(after.log)];
  const length = Math.max(before.log.length, after.log.length);
  let first = 0;
  while (first < length && old.same[first] === now.same[first]) first++;
  const events: EventDifference[] = [];
  const places = new Map(now.names.map((name, i) => [name, i]));
  for (const [i, name] of old.names.entries()) {
    const place = places.get(name);
    places.delete(name);
    const was = before.log[i] ?? null;
    if (place === undefined) events.push({ change: 'removed', before: was, after: null });
    else if (old.same[i] !== now.same[place])
      events.push({ change: 'changed', before: was, after: after.log[place] ?? null });
  }
  for (const place of places.values())
    events.push({ change: 'added', before: null, after: after.log[place] ?? null });
  const at = (event: EventDifference): number => event.before?.at ?? event.after?.at ?? 0;
  events.sort((x, y) => at(x) - at(y));
  return { before, after, parts: first === length ? null : { before: first, after: first }, events };
}

/** For each event, a name that it has in both histories, and a name that includes everything that can differ. */
function named(log: readonly LogEntry[]): { names: string[]; same: string[] } {
  const runs = new Map<string, string>();
  const counts = new Map<string, number>();
  const next = (name: string): string => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name} ${count}`;
  };
  const names: string[] = [];
  const same: string[] = [];
  for (const entry of log) {
    if (entry.kind === 'queued') runs.set(entry.run, next(`run of ${entry.workspace}`));
    const run = 'run' in entry ? (runs.get(entry.run) ?? entry.run) : '';
    names.push(next(nameOf(entry, run)));
    const cause = entry.kind === 'queued' ? runs.get(entry.triggered_by ?? '') : '';
    const detail = [entry.at, run, cause, 'rule' in entry ? entry.rule : ''];
    same.push(JSON.stringify([names.at(-1), ...detail]));
  }
  return { names, same };
}

function nameOf(entry: LogEntry, run: string): string {
  switch (entry.kind) {
    case 'trigger':
      return `trigger ${entry.change} ${entry.sourceable} ${entry.workspace}`;
    case 'action':
      return `action ${entry.action}`;
    case 'rejected':
      return `rejected ${entry.action}`;
    case 'lock':
      return `lock ${entry.workspace} ${entry.by === null}`;
    case 'set':
      return `set ${entry.workspace} ${entry.fields.join()}`;
    case 'status':
      return `status ${run} ${entry.status}`;
    case 'hold':
      return `hold ${run} ${entry.waiting_for}`;
    case 'not_queued':
      return `not queued ${run} ${entry.workspace}`;
    case 'queued':
    case 'noted':
      return `${entry.kind} ${run}`;
  }
}

import type { LogEntry } from '#model/scenario/log.ts';
import type { Check } from '#model/level/level.ts';
import type { Simulation } from '../simulate/simulate.ts';

/**
 * Where in the log a failed goal was decided: the entries that name its rule in the workspaces that the goal looks at. If
 * there are none, the entries that name it anywhere; else the last entries about those workspaces.
 * @returns positions of log entries, first to last; empty if nothing happened at all
 */
export function evidenceOf(check: Check, rule: string, { log, result }: Simulation): number[] {
  const workspaces = workspacesOf(check);
  const workspaceOf = (entry: LogEntry): string | null =>
    'workspace' in entry
      ? entry.workspace
      : 'run' in entry
        ? (result.runs.find((run) => run.id === entry.run)?.workspace ?? null)
        : null;
  const all = log.map((_, i) => i);
  const about = (i: number) => {
    const entry = log[i];
    const workspace = entry === undefined ? null : workspaceOf(entry);
    return workspace !== null && workspaces.has(workspace);
  };
  const names = (i: number) => {
    const entry = log[i];
    return entry !== undefined && 'rule' in entry && entry.rule === rule;
  };
  const decided = all.filter((i) => names(i) && about(i));
  if (decided.length > 0) return decided;
  const named = all.filter(names);
  if (named.length > 0) return named;
  const ends = all.filter((i) => about(i) && log[i]?.kind !== 'trigger');
  return ends.length > 0 ? ends.slice(-1) : all.slice(-1);
}

/** Every workspace that a check names. */
export function workspacesOf(check: Check): Set<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if ((key === 'workspace' || key === 'sourceable') && typeof inner === 'string') found.add(inner);
      else visit(inner);
    }
  };
  visit(check);
  return found;
}

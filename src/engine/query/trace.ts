import type { Action, Scenario } from '#model/scenario/action.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import type { Simulation } from '../simulate/simulate.ts';

/**
 * The log as text: one event per line, each with its second first, then what is stale and when everything ended.
 * `npm run trace` prints it, and golden tests compare it, so that people review it like prose.
 */
export function traceOf(scenario: Scenario, simulation: Simulation): string {
  const lines = simulation.log.map((entry) => {
    const [subject, text] = wording(entry, scenario.actions);
    return `${String(entry.at).padStart(6)}  ${subject.padEnd(10)}  ${text}`;
  });
  for (const { workspace, sourceable } of simulation.result.stale) {
    lines.push(`${' '.repeat(8)}stale       ${workspace} read ${sourceable}, which was applied again since`);
  }
  lines.push(`${String(simulation.result.ended_at).padStart(6)}  end`);
  return `${lines.join('\n')}\n`;
}

function wording(entry: LogEntry, actions: readonly Action[]): [string, string] {
  switch (entry.kind) {
    case 'trigger':
      return ['trigger', `${entry.sourceable} -> ${entry.workspace} ${entry.change}`];
    case 'action':
      return [`action ${entry.action}`, actionText(actions[entry.action])];
    case 'rejected': {
      const what = entry.action === null ? 'layout' : `action ${entry.action}`;
      return [what, `refused by ${entry.rule}: ${entry.message}`];
    }
    case 'lock':
      return [
        'lock',
        entry.by === null ? `${entry.workspace} unlocked` : `${entry.workspace} locked by ${entry.by}`,
      ];
    case 'set':
      return ['set', `${entry.workspace}: ${entry.fields.join(', ')}`];
    case 'queued': {
      const cause = entry.triggered_by === null ? '' : `, triggered by ${entry.triggered_by}`;
      return [entry.run, `queued in ${entry.workspace} (${entry.source}, ${entry.mode}${cause})`];
    }
    case 'status':
      return [entry.run, entry.rule === null ? entry.status : `${entry.status} by ${entry.rule}`];
    case 'hold':
      return [
        entry.run,
        entry.waiting_for === null ? 'waits no longer' : `waits for ${entry.waiting_for} by ${entry.rule}`,
      ];
    case 'noted':
      return [entry.run, `noted by ${entry.rule}: ${entry.message}`];
    case 'not_queued':
      return [entry.run, `queued nothing in ${entry.workspace} by ${entry.rule}: ${entry.message}`];
  }
}

function actionText(action: Action | undefined): string {
  if (action === undefined) return '';
  const { type, at, as, ...rest } = action;
  const words = Object.entries(rest)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  if (at !== undefined) words.push(`at=${at}`);
  if (as !== undefined) words.push(`as=${as}`);
  return [type, ...words].join(' ');
}

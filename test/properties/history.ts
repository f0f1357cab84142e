import fc from 'fast-check';
import { it } from 'vitest';
import { simulate, type Simulation } from '#engine/simulate/simulate.ts';
import type { Action, Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout } from '#model/layout/layout.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import type { ResultRun } from '#model/scenario/result.ts';
import type { RunStatus } from '#model/scenario/run.ts';
import { RUN_STATUS } from '#model/scenario/runStatus.ts';
import { encodeShare } from '#state/boards/shareLink.ts';
import { calmScenario, cases, parsed, type RawScenario, rawScenario } from '../arbitraries/scenario.ts';

export const board = fc.oneof(rawScenario, calmScenario);
export const TIMEOUT = { timeout: 600_000 };

export function run(scenario: Scenario): Simulation {
  const simulated = simulate(scenario);
  if (!simulated.ok) throw new Error(JSON.stringify(simulated.problems));
  return simulated.value;
}

/** Tries a property of boards; where it fails, the error ends with a link to the smallest board that was found. */
export async function tried(
  boards: fc.Arbitrary<RawScenario>,
  holds: (scenario: Scenario) => void,
  options = cases(2_000),
): Promise<void> {
  const details = fc.check(
    fc.property(boards, (raw) => {
      holds(parsed(raw));
    }),
    options,
  );
  if (!details.failed) return;
  const [smallest] = details.counterexample ?? [];
  const link = smallest === undefined ? '' : `\n/sandbox/${await encodeShare(parsed(smallest))}`;
  throw new Error(`${fc.defaultReportMessage(details)}${link}`);
}

/**
 * The boards of every such property, each simulated once: one seed draws the same boards for all of them. They are
 * kept, so a property must leave them as they are.
 */
let simulated: { scenario: Scenario; simulation: Simulation }[] | undefined;
function boards() {
  simulated ??= fc.sample(board, cases(2_000)).map((raw) => {
    const scenario = frozen(parsed(raw));
    return { scenario, simulation: frozen(run(scenario)) };
  });
  return simulated;
}
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

/** Tries a property of a simulation on random boards; only where one fails it is drawn again, to find the smallest. */
export function always(title: string, holds: (simulation: Simulation, scenario: Scenario) => void) {
  it(title, TIMEOUT, async () => {
    try {
      for (const { scenario, simulation } of boards()) holds(simulation, scenario);
    } catch (error) {
      await tried(board, (scenario) => holds(run(scenario), scenario));
      throw error;
    }
  });
}

export const final = (status: RunStatus) => RUN_STATUS[status].final;
export const organizationOf = (workspace: string) => workspace.split('/')[0] ?? '';
export const index = (simulation: Simulation) => new Map(simulation.result.runs.map((r) => [r.id, r]));

/** What one log line leaves behind: every run's status, who was confirmed, who holds a lock. */
export interface Moment {
  status: Map<string, RunStatus>;
  waits: Map<string, string | null>;
  confirmed: Set<string>;
  lock: Map<string, string | null>;
  mode: Map<string, string>;
  configured: Map<string, boolean>;
  triggers: string[];
}

/** Walks through the log; `look` sees each line and the moment before it. */
export function replay(
  { log }: Simulation,
  { layout, actions }: Scenario,
  look: (entry: LogEntry, m: Moment, at: number) => void,
): Moment {
  const moment: Moment = {
    status: new Map(),
    waits: new Map(),
    confirmed: new Set(),
    lock: new Map(layout.workspaces.map((w) => [idOf(w), w.locked ? 'owners' : null])),
    mode: new Map(layout.workspaces.map((w) => [idOf(w), w.execution_mode])),
    configured: new Map(layout.workspaces.map((w) => [idOf(w), w.has_configuration])),
    triggers: [],
  };
  let acting: Action | undefined;
  for (const [i, entry] of log.entries()) {
    look(entry, moment, i);
    switch (entry.kind) {
      case 'action':
        acting = actions[entry.action];
        break;
      case 'lock':
        moment.lock.set(entry.workspace, entry.by);
        break;
      case 'status':
        moment.status.set(entry.run, entry.status);
        if (entry.status === 'confirmed') moment.confirmed.add(entry.run);
        break;
      case 'hold':
        moment.waits.set(entry.run, entry.waiting_for);
        break;
      case 'trigger': {
        const pair = `${entry.sourceable} ${entry.workspace}`;
        if (entry.change === 'created') moment.triggers.push(pair);
        else moment.triggers = moment.triggers.filter((other) => other !== pair);
        break;
      }
      case 'set':
        if (acting?.type !== 'set') throw new Error('a setting changed without an action');
        if (acting.settings.execution_mode) moment.mode.set(entry.workspace, acting.settings.execution_mode);
        if (acting.settings.has_configuration !== undefined)
          moment.configured.set(entry.workspace, acting.settings.has_configuration);
        break;
      default:
        break;
    }
  }
  return moment;
}

/** A run that holds its workspace: it has left `pending` and not ended, planning-only work aside. */
export function holds(r: ResultRun, m: Moment): boolean {
  const status = m.status.get(r.id);
  if (status === undefined || status === 'pending' || final(status) || r.mode === 'plan_only') return false;
  return r.mode !== 'save_plan' || m.confirmed.has(r.id);
}
export const aside = (r: ResultRun, m: Moment) =>
  r.mode === 'plan_only' || (r.mode === 'save_plan' && !m.confirmed.has(r.id));

/** Each run's workspace as it was when the run was created. */
export function settingsAtCreation({ log }: Simulation, { layout, actions }: Scenario) {
  const now = new Map(layout.workspaces.map((w) => [idOf(w), w]));
  const kept = new Map<string, Layout['workspaces'][number]>();
  let acting: Action | undefined;
  for (const entry of log) {
    if (entry.kind === 'action') acting = actions[entry.action];
    if (entry.kind === 'set' && acting?.type === 'set')
      now.set(entry.workspace, {
        ...(now.get(entry.workspace) as object),
        ...acting.settings,
      } as Layout['workspaces'][number]);
    if (entry.kind === 'queued')
      kept.set(entry.run, now.get(entry.workspace) as Layout['workspaces'][number]);
  }
  return kept;
}

/** The action that started each run that nobody triggered. */
export function startersOf({ log }: Simulation, { actions }: Scenario) {
  const by = new Map<string, Action>();
  let acting: Action | undefined;
  for (const entry of log) {
    if (entry.kind === 'action') acting = actions[entry.action];
    if (entry.kind === 'queued' && entry.triggered_by === null && acting) by.set(entry.run, acting);
  }
  return by;
}

import type { Action, Scenario, Settings } from '#model/scenario/action.ts';
import { applyEdit } from '#model/edits/index.ts';
import { describeChange } from '#model/scenario/describeChange.ts';
import { idOf } from '#model/layout/vocabulary.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import type { SimulationResult, ResultRun } from '#model/scenario/result.ts';
import type { RunStatus } from '#model/scenario/run.ts';
import type { Remedy } from '../rules/rule.ts';
import { simulate, type Simulation } from '../simulate/simulate.ts';
import type { Subject } from './decisionTrace.ts';

/** A change that was tried, and what it led to. */
export interface Nearest {
  changes: Remedy[];
  /** The changes in words. */
  change: string;
  /** What then happens, in words. */
  effect: string;
  scenario: Scenario;
}

/**
 * Simulates the scenario with each change, then with pairs of changes, then with all of them. Gives the first that makes
 * the thing happen that did not happen for the subject.
 */
export function nearestChange(
  scenario: Scenario,
  subject: Subject,
  changes: readonly Remedy[],
): Nearest | null {
  const before = simulate(scenario);
  if (!before.ok) return null;
  for (const candidate of candidates(changes)) {
    const changed = lastWithout(candidate).reduce<Scenario | null>(
      (so, change) => (so === null ? null : applyChange(so, before.value, change, subject)),
      scenario,
    );
    if (changed === null) continue;
    const after = simulate(changed);
    if (!after.ok) continue;
    const effect = effectOf(subject, before.value.result, after.value.result);
    if (effect !== null) return nearestOf(candidate, effect, changed);
  }
  return null;
}

/** The changes that helped, described in words. */
export const nearestOf = (changes: Remedy[], effect: string, scenario: Scenario): Nearest => ({
  changes,
  change: changes.map(wording).join('; '),
  effect,
  scenario,
});

/** The statuses that a person's action puts a run into to end it. */
const ENDED_BY_PERSON: ReadonlySet<RunStatus> = new Set<RunStatus>(['discarded', 'canceled']);

/** With more changes than this, no pairs are tried, because that would take too long. */
const MOST_IN_PAIRS = 6;

function* candidates(changes: readonly Remedy[]): Generator<Remedy[]> {
  for (const one of changes) yield [one];
  const few = changes.slice(0, MOST_IN_PAIRS);
  for (const [i, one] of few.entries()) for (const other of few.slice(i + 1)) yield [one, other];
  if (few.length > 2) yield few;
}

/**
 * The order in which changes are made. Leaving out an action comes last, because it moves the actions after it, and the
 * other changes name actions by position.
 */
const lastWithout = (changes: readonly Remedy[]): Remedy[] => [
  ...changes.filter((change) => change.kind !== 'without_action'),
  ...changes.filter((change) => change.kind === 'without_action'),
];

/** The scenario with one change made, or null if the change does not fit the scenario. */
export function applyChange(
  scenario: Scenario,
  before: Simulation,
  change: Remedy,
  subject: Subject,
): Scenario | null {
  const { layout, actions } = scenario;
  switch (change.kind) {
    case 'set':
      return {
        layout: {
          ...layout,
          workspaces: layout.workspaces.map((w) =>
            idOf(w) === change.workspace ? Object.assign({}, w, change.settings) : w,
          ),
        },
        actions: actions.map((a) =>
          a.type === 'set' && a.workspace === change.workspace
            ? { ...a, settings: sameFields(a.settings, change.settings) }
            : a,
        ),
      };
    case 'act':
      return { layout, actions: [...actions, personActs(change)] };
    case 'mode':
      return withStart(scenario, before, change.run, (a) => ({ ...a, mode: change.mode }));
    case 'auto_approve':
      return withStart(scenario, before, change.run, (a) =>
        a.source === 'cli' ? { ...a, auto_approve: true } : a,
      );
    case 'without_trigger': {
      const other = (t: { sourceable: string; workspace: string }) =>
        t.sourceable !== change.sourceable || t.workspace !== change.workspace;
      return {
        layout: { ...layout, run_triggers: layout.run_triggers.filter(other) },
        actions: actions,
      };
    }
    case 'without_action': {
      const index = endOf(before.log, change.run);
      return index === null ? null : { layout, actions: actions.filter((_, i) => i !== index) };
    }
    case 'edit':
      return { layout: applyEdit(layout, change.edit), actions };
    case 'as_owner': {
      if (subject.kind !== 'rejection') return null;
      const index = before.result.rejections[subject.index]?.action ?? null;
      if (index === null) return null;
      return { layout, actions: actions.map((a, i) => (i === index ? withoutTeam(a) : a)) };
    }
  }
}

/** A later action that sets the same field would undo the change, so it gets the changed value too. */
function sameFields(given: Settings, changed: Settings): Settings {
  const common = Object.entries(changed).filter(([field]) => Object.hasOwn(given, field));
  return Object.assign({}, given, Object.fromEntries(common));
}

function personActs(change: Extract<Remedy, { kind: 'act' }>): Action {
  switch (change.type) {
    case 'unlock':
      return { type: 'unlock', workspace: change.workspace };
    case 'confirm':
      return { type: 'confirm', run: change.run };
    case 'override_policy':
      return { type: 'override_policy', run: change.run };
  }
}

function withoutTeam(action: Action): Action {
  const { as: _, ...rest } = action;
  return rest;
}

/** Changes the `start_run` action that made a run; null if a trigger made the run. */
function withStart(
  scenario: Scenario,
  before: Simulation,
  run: string,
  change: (action: Extract<Action, { type: 'start_run' }>) => Action,
): Scenario | null {
  const index = startOf(before.log, run);
  if (index === null) return null;
  return {
    layout: scenario.layout,
    actions: scenario.actions.map((a, i) => (i === index && a.type === 'start_run' ? change(a) : a)),
  };
}

function startOf(log: readonly LogEntry[], run: string): number | null {
  let action: number | null = null;
  for (const entry of log) {
    if (entry.kind === 'action') action = entry.action;
    if (entry.kind === 'queued' && entry.run === run) return entry.triggered_by === null ? action : null;
  }
  return null;
}

/** The action by which a person ended a run, or null. */
function endOf(log: readonly LogEntry[], run: string): number | null {
  let action: number | null = null;
  for (const entry of log) {
    if (entry.kind === 'action') action = entry.action;
    if (entry.kind === 'status' && entry.run === run && ENDED_BY_PERSON.has(entry.status)) return action;
  }
  return null;
}

/** What the change led to, in words, or null if it did not do what was wanted. */
export function effectOf(subject: Subject, before: SimulationResult, after: SimulationResult): string | null {
  switch (subject.kind) {
    case 'rejection': {
      const refused = before.rejections[subject.index];
      // If another rule refuses it now, it still would not be carried out.
      if (refused === undefined || after.rejections.some((r) => r.action === refused.action)) return null;
      return 'the action is carried out';
    }
    case 'not_queued': {
      const row = before.not_queued[subject.index];
      const run = row === undefined ? undefined : sameRun(before, after, row.run);
      const queued = after.runs.find((r) => r.triggered_by === run?.id && r.workspace === row?.workspace);
      return run === undefined || queued === undefined
        ? null
        : `${queued.id} is queued in ${queued.workspace}`;
    }
    case 'hold': {
      const was = before.runs.find((r) => r.id === subject.run);
      const now = sameRun(before, after, subject.run);
      // A run that waits in the same status for something else has not gone on.
      if (was === undefined || now === undefined || now.status === was.status) return null;
      return `${now.id} goes on, and ends up ${now.status}`;
    }
    case 'ended': {
      const was = before.runs.find((r) => r.id === subject.run);
      const now = sameRun(before, after, subject.run);
      if (was === undefined || now === undefined || (now.status === was.status && now.rule === was.rule))
        return null;
      return `${now.id} ends up ${now.status}`;
    }
  }
}

/** The same run in another history: the one with the same position among the runs of its workspace. */
export function sameRun(
  before: SimulationResult,
  after: SimulationResult,
  id: string,
): ResultRun | undefined {
  const run = before.runs.find((r) => r.id === id);
  if (run === undefined) return undefined;
  const place = before.runs.filter((r) => r.workspace === run.workspace).indexOf(run);
  return after.runs.filter((r) => r.workspace === run.workspace)[place];
}

function wording(change: Remedy): string {
  switch (change.kind) {
    case 'set': {
      const fields = Object.entries(change.settings).map(
        ([field, value]) => `${field} = ${JSON.stringify(value)}`,
      );
      return `set ${fields.join(', ')} on ${change.workspace}`;
    }
    case 'act':
      return change.type === 'unlock'
        ? `unlock ${change.workspace}`
        : `${change.type.replace('_', ' ')} ${change.run}`;
    case 'mode':
      return `start ${change.run} as ${change.mode}`;
    case 'auto_approve':
      return `start ${change.run} with -auto-approve`;
    case 'without_trigger':
      return `remove the trigger ${change.sourceable} → ${change.workspace}`;
    case 'without_action':
      return `do not ${change.type} ${change.run}`;
    case 'edit':
      return describeChange(change.edit);
    case 'as_owner':
      return 'let an owner do it';
  }
}

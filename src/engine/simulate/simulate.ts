import type { Scenario } from '#model/scenario/action.ts';
import { idOf } from '#model/layout/vocabulary.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import type { Parsed } from '#model/parse/problem.ts';
import type { SimulationResult, ResultRun, Stale } from '#model/scenario/result.ts';
import { Access } from '../query/access.ts';
import { finishStage } from './machine.ts';
import { createTrigger, find, perform } from './perform.ts';
import { PriorityQueue } from './priorityQueue.ts';
import { appliedAgain } from './planInputs.ts';
import type { Observer } from '../rules/rule.ts';
import { settle } from './settle.ts';
import {
  type OrganizationState,
  RUN_LIMIT,
  type RunState,
  type State,
  type TriggerState,
  type WorkspaceState,
} from './state.ts';

/** The result, as the contract has it, and a log of everything that happened, in order. */
export interface Simulation {
  result: SimulationResult;
  log: LogEntry[];
}

/**
 * Runs a scenario until nothing more happens by itself.
 * @param observer is told each time the engine asks its rules; only explanations pass one
 * @returns a problem of `actions` if the scenario would make more than 10,000 runs
 */
export function simulate(scenario: Scenario, observer: Observer | null = null): Parsed<Simulation> {
  const state = begin(scenario, observer);
  for (const trigger of scenario.layout.run_triggers) {
    const [source, target] = [find(state, trigger.sourceable), find(state, trigger.workspace)];
    createTrigger(state, source, target, 'owners', null);
  }
  for (const [index, action] of scenario.actions.entries()) {
    runUntil(state, action.at ?? Number.POSITIVE_INFINITY);
    if (state.overflow) break;
    if (action.at !== undefined && action.at > state.now) state.now = action.at;
    state.lastAt = state.now;
    state.log.push({ kind: 'action', at: state.now, action: index });
    perform(state, action, index);
    settleAll(state);
  }
  runUntil(state, Number.POSITIVE_INFINITY);
  if (state.overflow) {
    const message = `would make more than ${RUN_LIMIT} runs, which is the most one simulation may have`;
    return { ok: false, problems: [{ path: 'actions', message }] };
  }
  return { ok: true, value: { result: resultOf(state), log: state.log } };
}

function begin(scenario: Scenario, observer: Observer | null): State {
  const { layout } = scenario;
  const organizations = new Map<string, OrganizationState>();
  for (const { name, concurrency } of layout.organizations) {
    organizations.set(name, {
      name,
      slots: concurrency ?? Number.POSITIVE_INFINITY,
      used: 0,
      waiting: concurrency === null ? null : [new PriorityQueue(), new PriorityQueue(), new PriorityQueue()],
      changed: [],
      changes: 0,
    });
  }
  const workspaces = new Map<string, WorkspaceState>();
  // Most workspaces never get any of these, so they all begin with the same empty lists.
  const noTriggers: TriggerState[] = [];
  const noRuns: readonly RunState[] = [];
  let rank = 0;
  for (const workspace of layout.workspaces) {
    const organization = organizations.get(workspace.organization);
    if (organization === undefined) continue;
    const id = idOf(workspace);
    workspaces.set(id, {
      id,
      organization,
      initial: workspace,
      settings: workspace,
      lock: workspace.locked ? 'owners' : null,
      outbound: noTriggers,
      inbound: noTriggers,
      rank: rank++,
      current: null,
      oldest: null,
      newest: null,
      saved: noRuns,
      lastApplied: null,
      lastAppliedOrder: 0,
    });
  }
  return {
    layout,
    access: new Access(layout),
    workspaces,
    organizations,
    runs: [],
    due: new PriorityQueue(),
    log: [],
    notQueued: [],
    rejections: [],
    observer,
    now: 0,
    order: 0,
    lastAt: 0,
    overflow: false,
  };
}

/** Carries out everything that is due up to and including a second. */
function runUntil(state: State, limit: number): void {
  const { due } = state;
  while (due.key <= limit) {
    const at = due.key;
    const { order } = due;
    const run = due.pop();
    if (run === undefined) return;
    // The stage of a run that was discarded or canceled meanwhile no longer ends.
    if (run.due !== order) continue;
    state.now = at;
    finishStage(state, run);
    settle(state, run.workspace.organization);
    if (state.overflow) return;
  }
}

function settleAll(state: State): void {
  for (const organization of state.organizations.values()) settle(state, organization);
}

function resultOf(state: State): SimulationResult {
  return {
    version: 1,
    runs: state.runs.map(rowOf),
    not_queued: state.notQueued,
    rejections: state.rejections,
    stale: staleOf(state),
    ended_at: state.lastAt,
  };
}

function rowOf(run: RunState): ResultRun {
  const { statuses, triggeredBy } = run;
  if (statuses.length > run.entered) statuses.length = run.entered;
  return {
    id: run.id,
    workspace: run.workspace.id,
    source: run.source,
    triggered_by: triggeredBy === null ? null : triggeredBy.id,
    mode: run.mode,
    status: run.status,
    waiting_for: run.waitingFor,
    rule: run.rule,
    statuses,
  };
}

/** The workspaces whose last applied run read something that was applied again since, in the order of the layout. */
function staleOf(state: State): Stale[] {
  const rows: Stale[] = [];
  state.workspaces.forEach((workspace) => {
    const reads = workspace.lastApplied?.settings.reads ?? workspace.initial.reads;
    if (reads.length === 0) return;
    for (const source of appliedAgain(state, workspace, reads))
      rows.push({ workspace: workspace.id, sourceable: source.id });
  });
  return rows;
}

import type { Scenario } from '#model/action.ts';
import { idOf } from '#model/vocabulary.ts';
import type { LogEntry } from '#model/log.ts';
import type { Parsed } from '#model/problem.ts';
import type { Result, Stale } from '#model/result.ts';
import { Access } from './access.ts';
import { Heap } from './heap.ts';
import { finishStage } from './machine.ts';
import { createTrigger, find, perform } from './perform.ts';
import { appliedAgain } from './reading.ts';
import type { Observer } from './rule.ts';
import { settle } from './settle.ts';
import {
  type OrganizationState,
  RUN_LIMIT,
  type RunState,
  type State,
  type WorkspaceState,
} from './state.ts';

/** What a simulation gives: the result of the contract, and everything that happened, in order. */
export interface Simulation {
  result: Result;
  log: LogEntry[];
}

/**
 * Runs a scenario until nothing more can happen by itself.
 * @param observer watches the engine ask its rules; only explanations pass one
 * @returns a problem of `actions` where the scenario would make more than 10,000 runs
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
  const byNumber = (a: RunState, b: RunState) => a.number < b.number;
  const organizations = new Map<string, OrganizationState>();
  for (const { name, concurrency } of layout.organizations) {
    const waiting = [new Heap(byNumber), new Heap(byNumber), new Heap(byNumber)] as const;
    organizations.set(name, {
      name,
      slots: concurrency ?? Number.POSITIVE_INFINITY,
      used: 0,
      waiting,
      changed: [],
    });
  }
  const workspaces = new Map<string, WorkspaceState>();
  for (const [rank, workspace] of layout.workspaces.entries()) {
    const organization = organizations.get(workspace.organization);
    if (organization === undefined) continue;
    const id = idOf(workspace);
    workspaces.set(id, {
      id,
      organization,
      initial: workspace,
      settings: workspace,
      lock: workspace.locked ? 'owners' : null,
      outbound: [],
      inbound: [],
      rank,
      current: null,
      queue: [],
      head: 0,
      saved: [],
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
    due: new Heap((a, b) => a.at < b.at || (a.at === b.at && a.sequence < b.sequence)),
    log: [],
    notQueued: [],
    rejections: [],
    observer,
    now: 0,
    sequence: 0,
    order: 0,
    lastAt: 0,
    overflow: false,
  };
}

/** Lets happen everything that is due up to a second, that second included. */
function runUntil(state: State, limit: number): void {
  for (let next = state.due.peek(); next !== undefined && next.at <= limit; next = state.due.peek()) {
    state.due.pop();
    // The end of a stage whose run was discarded or canceled is no longer due.
    if (next.run.due !== next) continue;
    state.now = next.at;
    finishStage(state, next.run);
    settle(state, next.run.workspace.organization);
    if (state.overflow) return;
  }
}

function settleAll(state: State): void {
  for (const organization of state.organizations.values()) settle(state, organization);
}

function resultOf(state: State): Result {
  return {
    version: 1,
    runs: state.runs.map((run) => ({
      id: run.id,
      workspace: run.workspace.id,
      source: run.source,
      triggered_by: run.triggeredBy?.id ?? null,
      mode: run.mode,
      status: run.status,
      waiting_for: run.waitingFor,
      rule: run.rule,
      statuses: run.statuses,
    })),
    not_queued: state.notQueued,
    rejections: state.rejections,
    stale: staleOf(state),
    ended_at: state.lastAt,
  };
}

/** Whose last applied run read something that was applied again since, in the order of the layout. */
function staleOf(state: State): Stale[] {
  const rows: Stale[] = [];
  for (const workspace of state.workspaces.values()) {
    const reads = workspace.lastApplied?.settings.reads ?? workspace.initial.reads;
    for (const source of appliedAgain(state, workspace, reads))
      rows.push({ workspace: workspace.id, sourceable: source.id });
  }
  return rows;
}

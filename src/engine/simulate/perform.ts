import type { Action, ActionOf, Settings } from '#model/scenario/action.ts';
import { AT, firstViolation } from '../rules/firstViolation.ts';
import { createRun } from './createRun.ts';
import { endBy } from './endRun.ts';
import { confirmRun, overrideRun } from './machine.ts';
import { keepOrder } from './topologicalOrder.ts';
import { reconsider } from './queueing.ts';
import type { Points } from '../rules/rule.ts';
import { currentRun, type RunState, type State, type TriggerState, type WorkspaceState } from './state.ts';

/** An action without `as` is done by an owner. */
const OWNERS = 'owners';

/** Performs one action, or notes the rule that refuses it. A refused action changes nothing. */
export function perform(state: State, action: Action, index: number): void {
  const team = action.as ?? OWNERS;
  switch (action.type) {
    case 'start_run':
      return startRunBy(state, action, index);
    case 'confirm':
    case 'discard':
    case 'cancel':
    case 'override_policy':
      return actOnRun(state, action, index, team);
    case 'lock':
    case 'unlock': {
      const workspace = find(state, action.workspace);
      if (refused(state, action.type, { state, workspace, team }, index)) return;
      workspace.lock = action.type === 'lock' ? team : null;
      state.log.push({ kind: 'lock', at: state.now, workspace: workspace.id, by: workspace.lock });
      return reconsider(workspace);
    }
    case 'create_run_trigger':
      return createTrigger(state, find(state, action.sourceable), find(state, action.workspace), team, index);
    case 'delete_run_trigger':
      return deleteTrigger(state, find(state, action.sourceable), find(state, action.workspace), team, index);
    case 'set': {
      const workspace = find(state, action.workspace);
      const { settings } = action;
      if (refused(state, 'set', { state, workspace, team, settings }, index)) return;
      // A run keeps the object that it was created with, so the change must make a new one.
      workspace.settings = Object.assign({}, workspace.settings, given(settings));
      state.log.push({ kind: 'set', at: state.now, workspace: workspace.id, fields: Object.keys(settings) });
      return;
    }
  }
}

/** Whether a rule stops the action; if so, the refusal goes into result and log. */
function refused<P extends keyof typeof AT>(
  state: State,
  point: P,
  context: Points[P],
  action: number | null,
): boolean {
  const stop = firstViolation(state, AT[point], context);
  if (stop === null) return false;
  const row = { action, rule: stop.rule.fact, message: stop.rule.message(context) };
  state.rejections.push(row);
  state.log.push({ kind: 'rejected', at: state.now, ...row });
  return true;
}

function startRunBy(state: State, action: ActionOf<'start_run'>, index: number): void {
  const workspace = find(state, action.workspace);
  // Nobody in particular makes a commit, so it needs no permission and `as` has no effect.
  const team = action.source === 'vcs' ? null : (action.as ?? OWNERS);
  if (refused(state, 'start_run', { state, workspace, team }, index)) return;
  const { source, mode, auto_approve } = action;
  createRun(state, workspace, { source, mode, by: team, autoApprove: auto_approve }, null);
}

type RunAction = ActionOf<'confirm'> | ActionOf<'discard'> | ActionOf<'cancel'> | ActionOf<'override_policy'>;

function actOnRun(state: State, action: RunAction, index: number, team: string): void {
  const named = action.run === undefined ? null : runOf(state, action.run);
  const workspace =
    action.workspace === undefined ? (named?.workspace ?? null) : find(state, action.workspace);
  const run = named ?? (action.workspace === undefined || workspace === null ? null : currentRun(workspace));
  if (refused(state, action.type, { state, workspace, run, team }, index) || run === null) return;
  switch (action.type) {
    case 'confirm':
      return confirmRun(state, run);
    case 'override_policy':
      return overrideRun(state, run);
    case 'discard':
    case 'cancel':
      return endBy(state, run, action.type);
  }
}

function runOf(state: State, id: string): RunState | null {
  const number = /^run-([1-9]\d{0,8})$/.exec(id)?.[1];
  return number === undefined ? null : (state.runs[Number(number) - 1] ?? null);
}

/** @param action null for a trigger of the layout itself */
export function createTrigger(
  state: State,
  source: WorkspaceState,
  target: WorkspaceState,
  team: string,
  action: number | null,
): void {
  if (refused(state, 'create_trigger', { state, source, target, team }, action)) return;
  const trigger = { source, target };
  keepOrder(source, target);
  source.outbound = withTrigger(source.outbound, trigger);
  target.inbound = withTrigger(target.inbound, trigger);
  state.log.push({
    kind: 'trigger',
    at: state.now,
    change: 'created',
    sourceable: source.id,
    workspace: target.id,
  });
}

/** All workspaces share one empty list, so the first trigger needs a new list; later ones join it. */
function withTrigger(list: TriggerState[], trigger: TriggerState): TriggerState[] {
  if (list.length === 0) return [trigger];
  list.push(trigger);
  return list;
}

function deleteTrigger(
  state: State,
  source: WorkspaceState,
  target: WorkspaceState,
  team: string,
  action: number,
): void {
  if (refused(state, 'delete_trigger', { state, source, target, team }, action)) return;
  source.outbound = source.outbound.filter((t) => t.target !== target);
  target.inbound = target.inbound.filter((t) => t.source !== source);
  state.log.push({
    kind: 'trigger',
    at: state.now,
    change: 'deleted',
    sourceable: source.id,
    workspace: target.id,
  });
}

/** The workspace with this `organization/name`. A parsed scenario names only workspaces that exist. */
export function find(state: State, id: string): WorkspaceState {
  const workspace = state.workspaces.get(id);
  if (workspace === undefined) throw new Error(`no workspace ${id}: the scenario was not parsed`);
  return workspace;
}

/** The settings that were given, without keys whose value is undefined. */
const given = (settings: Settings) =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));

import type { Read, Workspace } from '#model/layout/layout.ts';
import type { RunState, State, WorkspaceState } from './state.ts';
import { hasVariable } from '../query/variables.ts';

/**
 * The outputs that can be read of a workspace now: those of the run applied last, before any those of the
 * layout where it has state. An applied destroy leaves none. Facts: RS-01, RS-15.
 */
export function readableOutputs(workspace: WorkspaceState): Workspace['outputs'] {
  const last = workspace.lastApplied;
  if (last !== null) return last.mode === 'destroy' ? [] : last.settings.outputs;
  return workspace.initial.has_state ? workspace.initial.outputs : [];
}

/**
 * The variables that a run's plan needs and does not get. A run keeps the variables that it was created with
 * also where its workspace has become local since: one that was pending then goes on.
 */
export function missingVariables(state: State, run: RunState): Workspace['requires'] {
  const { requires } = run.settings;
  return requires.length === 0
    ? requires
    : requires.filter((wanted) => !hasVariable(state.layout, run.settings, wanted));
}

/**
 * Whether one of these reads' sources was applied again since the workspace's own last applied run planned.
 * A workspace with state that no run has applied yet compares with the start; without state nothing counts.
 * Never the workspace itself.
 */
export function appliedAgain(
  state: State,
  workspace: WorkspaceState,
  reads: readonly Read[],
): WorkspaceState[] {
  if (reads.length === 0 || (workspace.lastApplied === null && !workspace.initial.has_state)) return [];
  const since = workspace.lastApplied?.planningOrder ?? 0;
  const sources = new Set<WorkspaceState>();
  for (const read of reads) {
    const source = state.workspaces.get(read.workspace);
    if (source !== undefined && source !== workspace && source.lastAppliedOrder > since) sources.add(source);
  }
  return [...sources];
}

/** What `plan` of the layout means for this run: `auto` looks at what it reads, for a triggered run. */
export function planHasChanges(state: State, run: RunState): boolean {
  switch (run.settings.plan) {
    case 'changes':
      return true;
    case 'no_changes':
    case 'errors':
      return false;
    case 'auto': {
      if (run.source !== 'tfe-run-trigger') return true;
      const { workspace } = run;
      if (workspace.lastApplied === null && !workspace.initial.has_state) return true;
      return appliedAgain(state, workspace, run.settings.reads).length > 0;
    }
  }
}

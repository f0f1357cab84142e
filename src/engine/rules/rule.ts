import type { Settings } from '#model/scenario/action.ts';
import type { Edit } from '#model/edits/index.ts';
import type { Policy, Read, RunTask } from '#model/layout/layout.ts';
import type { RunSource, RunStatus, WaitingFor } from '#model/scenario/run.ts';
import type { OrganizationState, RunState, State, TriggerState, WorkspaceState } from '../simulate/state.ts';

/**
 * The points at which the engine asks whether a rule stops something, and what a rule is told there.
 * `firstViolation` is called at each of them, and nothing else ever stops anything.
 */
export interface Points {
  create_trigger: { state: State; source: WorkspaceState; target: WorkspaceState; team: string };
  delete_trigger: { state: State; source: WorkspaceState; target: WorkspaceState; team: string };
  /** `team` is null for a commit, which needs no permission. */
  start_run: { state: State; workspace: WorkspaceState; team: string | null };
  /** `run` is null where the action names no run that exists. */
  confirm: { state: State; workspace: WorkspaceState | null; run: RunState | null; team: string };
  discard: { state: State; workspace: WorkspaceState | null; run: RunState | null; team: string };
  cancel: { state: State; workspace: WorkspaceState | null; run: RunState | null; team: string };
  override_policy: { state: State; workspace: WorkspaceState | null; run: RunState | null; team: string };
  lock: { state: State; workspace: WorkspaceState; team: string };
  unlock: { state: State; workspace: WorkspaceState; team: string };
  set: { state: State; workspace: WorkspaceState; team: string; settings: Settings };
  /** A run ended: does the trigger queue a run? */
  fire: { state: State; run: RunState; trigger: TriggerState };
  /** May a pending run start? */
  leave_pending: { run: RunState; organization: OrganizationState };
  /** May a confirmed or overridden run enter its next timed stage? */
  go_on: { run: RunState; organization: OrganizationState };
  /** The tasks of one stage have answered. */
  run_tasks: { run: RunState; tasks: readonly RunTask[] };
  /** One thing that the configuration reads, at plan time. */
  read: { state: State; run: RunState; read: Read; source: WorkspaceState };
  /** Anything else that can make a plan fail. */
  plan: { state: State; run: RunState };
  /** Policies of one kind were evaluated. */
  policies: { run: RunState; kind: Policy['kind']; policies: readonly Policy[] };
  /** The checks are over: is there anything to apply? */
  finish: { run: RunState };
  /** May the run apply by itself? */
  auto_apply: { state: State; run: RunState };
  /** The apply is over. */
  apply: { run: RunState };
  /** A person, or a newer state, ends the run. */
  ended_by: { run: RunState; how: 'discard' | 'cancel' | 'superseded' };
}
export type Point = keyof Points;

/** What a rule does when it stops something. */
export const EFFECTS = ['reject', 'skip', 'hold', 'error', 'finish', 'advise'] as const;
type Effect = (typeof EFFECTS)[number];

/** The workspaces and runs that led to a stop: the page highlights them, the command line prints them. */
export interface Observed {
  workspaces: string[];
  runs: string[];
}

/** A change that may help with what a rule stopped; `explain` simulates it to see whether it does. */
export type Remedy =
  | { kind: 'set'; workspace: string; settings: Settings }
  | { kind: 'act'; type: 'confirm' | 'override_policy' | 'unlock'; workspace: string; run: string }
  | { kind: 'mode'; run: string; mode: 'standard' | 'allow_empty_apply' }
  | { kind: 'auto_approve'; run: string }
  | { kind: 'without_trigger'; sourceable: string; workspace: string }
  | { kind: 'without_action'; type: 'discard' | 'cancel'; run: string }
  | { kind: 'edit'; edit: Edit }
  | { kind: 'as_owner' };

/**
 * One rule: data, and a condition that says whether it stops something.
 * `evidence`: documented (a vendor page says it), read_literally (it follows from cited pages), app_rule
 * (the vendor is silent and this app chose; a learner is told so).
 */
export interface Rule<P extends Point = Point> {
  /** The name of its file. */
  id: string;
  fact: string;
  at: P;
  /** The only runs that it can stop, by status (at `fire`) or source (at `auto_apply`). It is not asked about others. */
  only?: RunStatus | RunSource;
  effect: Effect;
  title: string;
  why: string;
  fix: string;
  evidence: 'documented' | 'read_literally' | 'app_rule';
  /** What each rule set says, if the two differ. */
  rulesets?: { hcp: string; guide: string };
  /** For a hold: what the run then waits for. */
  waitingFor?: WaitingFor;
  /** The condition under which things pass, as the tree of an explanation shows it. */
  condition: string;
  /** False if the rule is not about this case; a tree then leaves it out. */
  applies?(context: Points[P]): boolean;
  violation(context: Points[P]): Observed | null;
  /** A sentence about this case, with its names. */
  message(context: Points[P]): string;
  /** Changes that might help, nearest first. */
  remedies?(context: Points[P]): Remedy[];
}

/** A rule that stopped something in one case, with the workspaces and runs that led to it. */
export interface Stop<P extends Point = Point> {
  rule: Rule<P>;
  evidence: Observed;
}

/** Is told what the engine asks, and may waive a rule. Only explanations use it. */
export interface Observer {
  asked<P extends Point>(point: P, context: Points[P], rules: readonly Rule<P>[], stop: Stop<P> | null): void;
  waives(rule: Rule<never> | { id: string }, point: Point, context: Points[Point]): boolean;
}

export const about = (...workspaces: WorkspaceState[]): Observed => ({
  workspaces: workspaces.map((w) => w.id),
  runs: [],
});
export const aboutRun = (run: RunState): Observed => ({ workspaces: [run.workspace.id], runs: [run.id] });
/** How a sentence names a workspace: without its organization. Null if an action named no run. */
export const nameOf = (workspace: WorkspaceState | null | undefined): string =>
  workspace?.settings.name ?? 'no workspace';
/** How a sentence names a run. */
export const idOfRun = (run: RunState | null | undefined): string => run?.id ?? 'no run';

import type { Settings } from '#model/scenario/action.ts';
import type { Edit } from '#model/edits/index.ts';
import type { Policy, Read, RunTask } from '#model/layout/layout.ts';
import type { RunSource, RunStatus, WaitingFor } from '#model/scenario/run.ts';
import type { OrganizationState, RunState, State, TriggerState, WorkspaceState } from '../simulate/state.ts';

/**
 * The points at which the engine asks whether a rule stops something, and what a rule is told there.
 * The engine has no other way to stop anything: `firstStop` in `evaluate.ts` is asked at every one of them.
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
  /** Everything else a plan can fail of. */
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

/** What a stop rests on: the page highlights it, the command line prints it. */
export interface Observed {
  workspaces: string[];
  runs: string[];
}

/** A change that may let happen what a rule stopped; `explain` proves by simulating whether it does. */
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
 * One rule, as data and one question.
 * `evidence`: documented (a vendor page says it), read_literally (it follows from cited pages), app_rule
 * (the vendor is silent and this app chose; a learner is told so).
 */
export interface Rule<P extends Point = Point> {
  /** The name of its file. */
  id: string;
  fact: string;
  at: P;
  /** At `fire` the status, at `auto_apply` the source of the only runs that it can stop: not asked for others. */
  only?: RunStatus | RunSource;
  effect: Effect;
  title: string;
  why: string;
  fix: string;
  evidence: 'documented' | 'read_literally' | 'app_rule';
  /** Where the two rule sets differ: what each says. */
  rulesets?: { hcp: string; guide: string };
  /** For a hold: what the run then waits for. */
  waitingFor?: WaitingFor;
  /** The condition that lets things pass, as the tree of an explanation shows it. */
  condition: string;
  /** False where the rule has nothing to say about this case, so that a tree leaves it out. */
  applies?(context: Points[P]): boolean;
  violation(context: Points[P]): Observed | null;
  /** One sentence about this very case, with its names. */
  message(context: Points[P]): string;
  /** Changes that might let it happen, nearest first. */
  remedies?(context: Points[P]): Remedy[];
}

/** A rule together with what it rests on, for one case. */
export interface Stop<P extends Point = Point> {
  rule: Rule<P>;
  evidence: Observed;
}

/** Watches the engine ask, and may let a rule pass; only explanations use it. */
export interface Observer {
  asked<P extends Point>(point: P, context: Points[P], rules: readonly Rule<P>[], stop: Stop<P> | null): void;
  waives(rule: Rule<never> | { id: string }, point: Point, context: Points[Point]): boolean;
}

export const about = (...workspaces: WorkspaceState[]): Observed => ({
  workspaces: workspaces.map((w) => w.id),
  runs: [],
});
export const aboutRun = (run: RunState): Observed => ({ workspaces: [run.workspace.id], runs: [run.id] });
/** The name a sentence uses: the workspace's own, without its organization; null where an action named no run. */
export const nameOf = (workspace: WorkspaceState | null | undefined): string =>
  workspace?.settings.name ?? 'no workspace';
/** The id a sentence uses. */
export const idOfRun = (run: RunState | null | undefined): string => run?.id ?? 'no run';

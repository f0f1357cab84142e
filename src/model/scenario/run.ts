/** The API's run statuses that the simulator uses, in the order of the stages (RUN-01, RUN-15). */
export const RUN_STATUSES = [
  'pending',
  'pre_plan_running',
  'pre_plan_completed',
  'planning',
  'planned',
  'post_plan_running',
  'post_plan_completed',
  'cost_estimating',
  'cost_estimated',
  'policy_checking',
  'policy_override',
  'policy_soft_failed',
  'policy_checked',
  'planned_and_saved',
  'confirmed',
  'pre_apply_running',
  'pre_apply_completed',
  'applying',
  'post_apply_running',
  'post_apply_completed',
  'applied',
  'planned_and_finished',
  'discarded',
  'errored',
  'canceled',
] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

export const RUN_MODES = [
  'standard',
  'plan_only',
  'save_plan',
  'refresh_only',
  'destroy',
  'allow_empty_apply',
] as const;
export type RunMode = (typeof RUN_MODES)[number];

/** Sources that an action may give. */
export const RUN_SOURCES = ['tfe-ui', 'tfe-api', 'vcs', 'cli'] as const;
/** `tfe-run-trigger` is this project's word: the vendor documents none for triggered runs (RT-19). */
export type RunSource = (typeof RUN_SOURCES)[number] | 'tfe-run-trigger';

export const WAITING_FOR = [
  'confirmation',
  'policy_override',
  'unlock',
  'earlier_run',
  'concurrency',
] as const;
export type WaitingFor = (typeof WAITING_FOR)[number];

export interface StatusEntry {
  status: RunStatus;
  /** Simulated seconds. */
  at: number;
}

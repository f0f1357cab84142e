import type { Policy } from '#model/layout/layout.ts';
import type { RunStatus } from '#model/scenario/run.ts';
import type { RunState } from './state.ts';

/** A workspace may have at most this many source workspaces (RT-03). */
export const SOURCE_LIMIT = 20;

/** Statuses in which a run can be canceled (RUN-06, TSK-05). */
export const CANCELABLE: ReadonlySet<RunStatus> = new Set<RunStatus>([
  'pre_plan_running',
  'planning',
  'post_plan_running',
  'pre_apply_running',
  'applying',
  'post_apply_running',
]);

/** Whether Terraform had begun to apply, so infrastructure may have changed (FI-09, FI-10). */
export const reachedApply = (run: RunState): boolean =>
  run.statuses.some((entry) => entry.status === 'applying');

/** Failed policies that hold a run until somebody overrides them: soft-mandatory, and OPA mandatory. */
export const overridableFailures = (policies: readonly Policy[]): readonly Policy[] =>
  policies.filter(
    (p) => !p.passes && (p.enforcement_level === 'soft-mandatory' || p.enforcement_level === 'mandatory'),
  );

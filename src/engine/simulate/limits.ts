import type { Policy } from '#model/layout/layout.ts';
import type { RunStatus } from '#model/scenario/run.ts';
import type { RunState } from './state.ts';

/** The most sources a workspace may name (RT-03). */
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

/** Whether Terraform began to apply, so that infrastructure may have changed (FI-09, FI-10). */
export const reachedApply = (run: RunState): boolean =>
  run.statuses.some((entry) => entry.status === 'applying');

/** Failed policies that hold a run until somebody overrides them: soft-mandatory, and OPA mandatory. */
export const overridableFailures = (policies: readonly Policy[]): readonly Policy[] =>
  policies.filter(
    (p) => !p.passes && (p.enforcement_level === 'soft-mandatory' || p.enforcement_level === 'mandatory'),
  );

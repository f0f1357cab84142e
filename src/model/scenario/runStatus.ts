import type { RunStatus, WaitingFor } from './run.ts';

/** What the interface says about a status: its label, whether it ends the run, and who moves it on. */
export interface StatusInfo {
  label: string;
  final: boolean;
  /** `decision`: a run may wait in the status until somebody decides. */
  stage: 'queue' | 'plan' | 'gate' | 'decision' | 'apply' | 'end';
  /** Who or what moves the run on. */
  mover: 'queue' | 'platform' | 'task' | 'person' | 'nobody';
  fact: string;
}

/** One row for each status; labels are the product's own words where it shows one. */
export const RUN_STATUS: Readonly<Record<RunStatus, StatusInfo>> = {
  pending: { label: 'Pending', final: false, stage: 'queue', mover: 'queue', fact: 'Q-02' },
  pre_plan_running: { label: 'Pre-plan running', final: false, stage: 'gate', mover: 'task', fact: 'TSK-01' },
  pre_plan_completed: {
    label: 'Pre-plan completed',
    final: false,
    stage: 'gate',
    mover: 'platform',
    fact: 'TSK-01',
  },
  planning: { label: 'Planning', final: false, stage: 'plan', mover: 'platform', fact: 'RUN-01' },
  planned: { label: 'Planned', final: false, stage: 'plan', mover: 'platform', fact: 'RUN-16' },
  post_plan_running: {
    label: 'Post-plan running',
    final: false,
    stage: 'gate',
    mover: 'task',
    fact: 'TSK-01',
  },
  post_plan_completed: {
    label: 'Post-plan completed',
    final: false,
    stage: 'gate',
    mover: 'platform',
    fact: 'TSK-01',
  },
  cost_estimating: {
    label: 'Cost estimating',
    final: false,
    stage: 'gate',
    mover: 'platform',
    fact: 'CE-02',
  },
  cost_estimated: { label: 'Cost estimated', final: false, stage: 'gate', mover: 'platform', fact: 'CE-02' },
  policy_checking: { label: 'Policy check', final: false, stage: 'gate', mover: 'platform', fact: 'POL-01' },
  policy_override: {
    label: 'Policy override',
    final: false,
    stage: 'decision',
    mover: 'person',
    fact: 'POL-04',
  },
  policy_soft_failed: {
    label: 'Policy soft failed',
    final: true,
    stage: 'end',
    mover: 'nobody',
    fact: 'POL-04',
  },
  policy_checked: { label: 'Policy checked', final: false, stage: 'gate', mover: 'platform', fact: 'AA-21' },
  planned_and_saved: {
    label: 'Planned and saved',
    final: false,
    stage: 'decision',
    mover: 'person',
    fact: 'MODE-03',
  },
  confirmed: { label: 'Confirmed', final: false, stage: 'apply', mover: 'platform', fact: 'RUN-04' },
  pre_apply_running: {
    label: 'Pre-apply running',
    final: false,
    stage: 'gate',
    mover: 'task',
    fact: 'TSK-05',
  },
  pre_apply_completed: {
    label: 'Pre-apply completed',
    final: false,
    stage: 'gate',
    mover: 'platform',
    fact: 'TSK-05',
  },
  applying: { label: 'Applying', final: false, stage: 'apply', mover: 'platform', fact: 'RUN-01' },
  post_apply_running: {
    label: 'Post-apply running',
    final: false,
    stage: 'gate',
    mover: 'task',
    fact: 'TSK-06',
  },
  post_apply_completed: {
    label: 'Post-apply completed',
    final: false,
    stage: 'gate',
    mover: 'platform',
    fact: 'TSK-06',
  },
  applied: { label: 'Applied', final: true, stage: 'end', mover: 'nobody', fact: 'FI-02' },
  planned_and_finished: {
    label: 'Planned and finished',
    final: true,
    stage: 'end',
    mover: 'nobody',
    fact: 'RUN-03',
  },
  discarded: { label: 'Discarded', final: true, stage: 'end', mover: 'nobody', fact: 'RUN-05' },
  errored: { label: 'Errored', final: true, stage: 'end', mover: 'nobody', fact: 'RUN-13' },
  canceled: { label: 'Canceled', final: true, stage: 'end', mover: 'nobody', fact: 'RUN-06' },
};

/** A status inside of a sentence: `planned and finished`. */
export const describeStatus = (status: RunStatus): string => RUN_STATUS[status].label.toLowerCase();

/** What a run waits for, after these two words. */
export const WAITS_FOR: Readonly<Record<WaitingFor, string>> = {
  confirmation: 'confirmation',
  policy_override: 'an override of its policy failure',
  unlock: 'its workspace to be unlocked',
  earlier_run: 'an earlier run',
  concurrency: 'a free slot',
};

import type { Point, Rule } from './rule.ts';
import { aa01Commit } from './aa-01-commit.ts';
import { aa02StartedInUi } from './aa-02-started-in-ui.ts';
import { aa03StartedByApi } from './aa-03-started-by-api.ts';
import { aa04CliWithoutAutoApprove } from './aa-04-cli-without-auto-approve.ts';
import { aa05TriggeredRun } from './aa-05-triggered-run.ts';
import { aa06StarterMayNotApply } from './aa-06-starter-may-not-apply.ts';
import { aa07SavedPlan } from './aa-07-saved-plan.ts';
import { aa26MayChangeSettings } from './aa-26-may-change-settings.ts';
import { cc01NoSlot } from './cc-01-no-slot.ts';
import { cc01NoSlotToGoOn } from './cc-01-no-slot-to-go-on.ts';
import { cy11Cycle } from './cy-11-cycle.ts';
import { em02LocalPerformsNoRuns } from './em-02-local-performs-no-runs.ts';
import { em03LocalTarget } from './em-03-local-target.ts';
import { em08ModeChanged } from './em-08-mode-changed.ts';
import { fi05SoftFailed } from './fi-05-soft-failed.ts';
import { fi06Discarded } from './fi-06-discarded.ts';
import { fi07Canceled } from './fi-07-canceled.ts';
import { fi08Errored } from './fi-08-errored.ts';
import { fi09ErroredInApply } from './fi-09-errored-in-apply.ts';
import { fi10CanceledInApply } from './fi-10-canceled-in-apply.ts';
import { fi12PlanOnly } from './fi-12-plan-only.ts';
import { fi13NoChanges } from './fi-13-no-changes.ts';
import { fi37NoConfiguration } from './fi-37-no-configuration.ts';
import { fi37TargetWithoutConfiguration } from './fi-37-target-without-configuration.ts';
import { lk01LockDuringRun } from './lk-01-lock-during-run.ts';
import { lk02Locked } from './lk-02-locked.ts';
import { lk03SavedPlanLocked } from './lk-03-saved-plan-locked.ts';
import { lk04MayLock } from './lk-04-may-lock.ts';
import { lk04MayUnlock } from './lk-04-may-unlock.ts';
import { lk04OtherLock } from './lk-04-other-lock.ts';
import { lk05AlreadyLocked } from './lk-05-already-locked.ts';
import { lk05NotLocked } from './lk-05-not-locked.ts';
import { mode02PlanOnly } from './mode-02-plan-only.ts';
import { mode03SavedPlanSuperseded } from './mode-03-saved-plan-superseded.ts';
import { pm20MayWriteVariables } from './pm-20-may-write-variables.ts';
import { pol04HardMandatory } from './pol-04-hard-mandatory.ts';
import { pol04NothingToOverride } from './pol-04-nothing-to-override.ts';
import { pol04SoftFailedPlanOnly } from './pol-04-soft-failed-plan-only.ts';
import { pol04SoftMandatory } from './pol-04-soft-mandatory.ts';
import { pol05OpaMandatory } from './pol-05-opa-mandatory.ts';
import { pol06MayOverride } from './pol-06-may-override.ts';
import { pol09NoOverrideWithoutChanges } from './pol-09-no-override-without-changes.ts';
import { q02EarlierRun } from './q-02-earlier-run.ts';
import { q04SavedPlanNeedsFreeWorkspace } from './q-04-saved-plan-needs-free-workspace.ts';
import { rs01NoSuchOutput } from './rs-01-no-such-output.ts';
import { rs03StateNotShared } from './rs-03-state-not-shared.ts';
import { rs05StateOfOtherOrganization } from './rs-05-state-of-other-organization.ts';
import { rs13TokenMayNotRead } from './rs-13-token-may-not-read.ts';
import { rs14NoToken } from './rs-14-no-token.ts';
import { rt03TwentySources } from './rt-03-twenty-sources.ts';
import { rt05OtherOrganization } from './rt-05-other-organization.ts';
import { rt07MayCreateTrigger } from './rt-07-may-create-trigger.ts';
import { rt08MayDeleteTrigger } from './rt-08-may-delete-trigger.ts';
import { rt22OwnSource } from './rt-22-own-source.ts';
import { rt25DuplicateTrigger } from './rt-25-duplicate-trigger.ts';
import { rt43NoSuchTrigger } from './rt-43-no-such-trigger.ts';
import { run03NothingToApply } from './run-03-nothing-to-apply.ts';
import { run04MayConfirm } from './run-04-may-confirm.ts';
import { run04NothingToConfirm } from './run-04-nothing-to-confirm.ts';
import { run05Discarded } from './run-05-discarded.ts';
import { run05MayDiscard } from './run-05-may-discard.ts';
import { run05NotDiscardable } from './run-05-not-discardable.ts';
import { run06Canceled } from './run-06-canceled.ts';
import { run06MayCancel } from './run-06-may-cancel.ts';
import { run06NotCancelable } from './run-06-not-cancelable.ts';
import { run08MayQueuePlans } from './run-08-may-queue-plans.ts';
import { run13ApplyErrors } from './run-13-apply-errors.ts';
import { run13PlanErrors } from './run-13-plan-errors.ts';
import { tsk02MandatoryTask } from './tsk-02-mandatory-task.ts';
import { vs15RequiredVariable } from './vs-15-required-variable.ts';

/**
 * Every rule, by the point at which the engine asks it. The order within a point is the order of asking:
 * the first rule that stops something is the one that is reported.
 */
export const RULES_AT: { readonly [P in Point]: readonly Rule<P>[] } = {
  create_trigger: [
    rt05OtherOrganization,
    rt22OwnSource,
    rt25DuplicateTrigger,
    rt03TwentySources,
    cy11Cycle,
    rt07MayCreateTrigger,
  ],
  delete_trigger: [rt08MayDeleteTrigger, rt43NoSuchTrigger],
  start_run: [run08MayQueuePlans, em02LocalPerformsNoRuns, fi37NoConfiguration],
  confirm: [run04MayConfirm, run04NothingToConfirm, q04SavedPlanNeedsFreeWorkspace, lk03SavedPlanLocked],
  discard: [run05MayDiscard, run05NotDiscardable],
  cancel: [run06MayCancel, run06NotCancelable],
  override_policy: [pol06MayOverride, pol04NothingToOverride, pol09NoOverrideWithoutChanges],
  lock: [lk04MayLock, lk05AlreadyLocked, lk01LockDuringRun],
  unlock: [lk04MayUnlock, lk05NotLocked, lk04OtherLock],
  set: [pm20MayWriteVariables, aa26MayChangeSettings],
  fire: [
    fi12PlanOnly,
    fi13NoChanges,
    fi05SoftFailed,
    fi06Discarded,
    fi10CanceledInApply,
    fi07Canceled,
    fi09ErroredInApply,
    fi08Errored,
    em03LocalTarget,
    fi37TargetWithoutConfiguration,
  ],
  leave_pending: [q02EarlierRun, lk02Locked, cc01NoSlot],
  go_on: [cc01NoSlotToGoOn],
  run_tasks: [tsk02MandatoryTask],
  read: [
    rs05StateOfOtherOrganization,
    rs03StateNotShared,
    rs14NoToken,
    rs13TokenMayNotRead,
    rs01NoSuchOutput,
  ],
  plan: [vs15RequiredVariable, run13PlanErrors],
  policies: [pol04HardMandatory, pol04SoftFailedPlanOnly, pol05OpaMandatory, pol04SoftMandatory],
  finish: [mode02PlanOnly, run03NothingToApply],
  auto_apply: [
    aa07SavedPlan,
    aa05TriggeredRun,
    aa04CliWithoutAutoApprove,
    aa06StarterMayNotApply,
    aa01Commit,
    aa02StartedInUi,
    aa03StartedByApi,
  ],
  apply: [em08ModeChanged, run13ApplyErrors],
  ended_by: [run05Discarded, run06Canceled, mode03SavedPlanSuperseded],
};

/** A rule without its functions: what pages, tables and messages need of it. */
export type RuleText = Omit<Rule, 'applies' | 'violation' | 'message' | 'remedies'>;

/** All of them, as one list. */
export const RULES: readonly RuleText[] = Object.values(RULES_AT).flat();

/** The rule of this id, or undefined. */
export const ruleOf = (id: string): RuleText | undefined => RULES.find((rule) => rule.id === id);

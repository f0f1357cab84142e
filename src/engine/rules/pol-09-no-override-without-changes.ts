import { aboutRun, idOfRun, type Rule } from './rule.ts';

/** Fact: POL-09. */
export const pol09NoOverrideWithoutChanges: Rule<'override_policy'> = {
  id: 'pol-09-no-override-without-changes',
  fact: 'POL-09',
  at: 'override_policy',
  effect: 'reject',
  title: 'A plan without changes cannot be overridden',
  why: 'There is nothing to apply, so nothing to override, unless the run was started with Allow empty apply. That such a run pauses before it ends is our conclusion from the docs.',
  fix: 'Discard the run; start one with Allow empty apply where the plan must be applied.',
  evidence: 'documented',
  condition: 'the plan has changes, or the run allows an empty apply',
  violation: ({ run }) =>
    run === null || run.changes || run.mode === 'allow_empty_apply' ? null : aboutRun(run),
  message: ({ run }) =>
    `The plan of ${idOfRun(run)} has no changes, so its policy failure cannot be overridden.`,
};

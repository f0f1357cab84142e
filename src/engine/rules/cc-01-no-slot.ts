import { aboutRun, type Rule } from './rule.ts';

/** Fact: CC-01. */
export const cc01NoSlot: Rule<'leave_pending'> = {
  id: 'cc-01-no-slot',
  fact: 'CC-01',
  at: 'leave_pending',
  effect: 'hold',
  title: 'The organization runs only so many at once',
  why: 'The edition limits how many runs of an organization may plan or apply at one time. HCP Terraform shows the plan of such a run as queued; this app leaves the run pending.',
  fix: 'Wait for a run to finish or to stop for a decision.',
  evidence: 'documented',
  waitingFor: 'concurrency',
  condition: 'the organization has a free slot',
  applies: ({ organization }) => organization.slots !== Number.POSITIVE_INFINITY,
  violation: ({ run, organization }) => (organization.used < organization.slots ? null : aboutRun(run)),
  message: ({ run, organization }) =>
    `All ${organization.slots} slots of ${organization.name} are taken, so ${run.id} waits.`,
};

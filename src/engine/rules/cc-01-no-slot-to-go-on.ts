import { aboutRun, type Rule } from './rule.ts';

/** Fact: CC-01. */
export const cc01NoSlotToGoOn: Rule<'go_on'> = {
  id: 'cc-01-no-slot-to-go-on',
  fact: 'CC-01',
  at: 'go_on',
  effect: 'hold',
  title: 'A confirmed run needs a slot again',
  why: 'A run that waited for somebody gave its slot back; it needs one for its next stage, and comes before runs that have not started. HCP Terraform shows its apply as queued; this app leaves it in its last status.',
  fix: 'Wait for a run to finish or to stop for a decision.',
  evidence: 'documented',
  waitingFor: 'concurrency',
  condition: 'the organization has a free slot',
  violation: ({ run, organization }) => (organization.used < organization.slots ? null : aboutRun(run)),
  message: ({ run, organization }) =>
    `All ${organization.slots} slots of ${organization.name} are taken, so ${run.id} waits in ${run.status}.`,
};

import { withoutRead } from './readRemedies.ts';
import { about, type Rule } from './rule.ts';

/** Fact: RS-05. */
export const rs05StateOfOtherOrganization: Rule<'read'> = {
  id: 'rs-05-state-of-other-organization',
  fact: 'RS-05',
  at: 'read',
  effect: 'error',
  title: 'State does not cross organizations',
  why: "Only workspaces of the same organization can read each other's state.",
  fix: 'Publish the value elsewhere, or move one of the workspaces.',
  evidence: 'documented',
  condition: 'source and reader are in one organization',
  applies: ({ read }) => read.via === 'terraform_remote_state',
  violation: ({ run, read, source }) =>
    read.via === 'terraform_remote_state' && source.organization !== run.workspace.organization
      ? about(run.workspace, source)
      : null,
  message: ({ run, read, source }) =>
    `${run.workspace.id} reads ${read.output} of ${source.id}, which is in another organization.`,
  remedies: (reading) => [withoutRead(reading)],
};

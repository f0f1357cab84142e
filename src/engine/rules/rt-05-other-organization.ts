import { about, type Rule } from './rule.ts';

/** Fact: RT-05. */
export const rt05OtherOrganization: Rule<'create_trigger'> = {
  id: 'rt-05-other-organization',
  fact: 'RT-05',
  at: 'create_trigger',
  effect: 'reject',
  title: 'A run trigger stays within one organization',
  why: 'Source and downstream of a run trigger must belong to the same organization.',
  fix: 'Move one of the workspaces, or start the downstream by other means.',
  evidence: 'documented',
  condition: 'source and downstream are in one organization',
  violation: ({ source, target }) =>
    source.organization === target.organization ? null : about(source, target),
  message: ({ source, target }) =>
    `${source.id} and ${target.id} are in two organizations; a run trigger cannot cross that line.`,
};

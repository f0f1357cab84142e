import { about, nameOf, type Rule } from './rule.ts';

/** Fact: EM-03. */
export const em03LocalTarget: Rule<'fire'> = {
  id: 'em-03-local-target',
  fact: 'EM-03',
  at: 'fire',
  effect: 'skip',
  title: 'A local downstream does nothing with a trigger',
  why: 'HCP Terraform performs no runs for a workspace in local mode. Whether a run object appears is not documented.',
  fix: 'Switch the downstream to remote or agent execution.',
  evidence: 'read_literally',
  condition: 'the downstream executes remotely or on agents',
  violation: ({ trigger }) =>
    trigger.target.settings.execution_mode === 'local' ? about(trigger.target) : null,
  message: ({ trigger }) =>
    `${nameOf(trigger.target)} is in local execution mode, where no run can be performed.`,
  remedies: ({ trigger }) => [
    { kind: 'set', workspace: trigger.target.id, settings: { execution_mode: 'remote' } },
  ],
};

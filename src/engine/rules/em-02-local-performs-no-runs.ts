import { about, nameOf, type Rule } from './rule.ts';

/** Fact: EM-02. */
export const em02LocalPerformsNoRuns: Rule<'start_run'> = {
  id: 'em-02-local-performs-no-runs',
  fact: 'EM-02',
  at: 'start_run',
  effect: 'reject',
  title: 'Local execution performs no runs',
  why: 'For a workspace in local mode HCP Terraform only stores state; it performs no runs.',
  fix: 'Switch the workspace to remote or agent execution.',
  evidence: 'documented',
  condition: 'the workspace executes remotely or on agents',
  violation: ({ workspace }) => (workspace.settings.execution_mode === 'local' ? about(workspace) : null),
  message: ({ workspace }) => `${nameOf(workspace)} is in local execution mode, so no run can start there.`,
  remedies: ({ workspace }) => [
    { kind: 'set', workspace: workspace.id, settings: { execution_mode: 'remote' } },
  ],
};

import { about, nameOf, type Rule } from './rule.ts';

/** Fact: FI-37. */
export const fi37NoConfiguration: Rule<'start_run'> = {
  id: 'fi-37-no-configuration',
  fact: 'FI-37',
  at: 'start_run',
  effect: 'reject',
  title: 'A run needs a configuration version',
  why: 'A run cannot be created in a workspace to which no configuration was ever uploaded.',
  fix: 'Connect a repository or upload a configuration first.',
  evidence: 'documented',
  condition: 'the workspace has a configuration',
  violation: ({ workspace }) => (workspace.settings.has_configuration ? null : about(workspace)),
  message: ({ workspace }) => `${nameOf(workspace)} has no configuration version yet.`,
  remedies: ({ workspace }) => [
    { kind: 'set', workspace: workspace.id, settings: { has_configuration: true } },
  ],
};

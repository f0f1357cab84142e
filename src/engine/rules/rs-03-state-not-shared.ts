import { about, nameOf, type Rule } from './rule.ts';

/** Fact: RS-03. */
export const rs03StateNotShared: Rule<'read'> = {
  id: 'rs-03-state-not-shared',
  fact: 'RS-03',
  at: 'read',
  effect: 'error',
  title: 'The source must share its state',
  why: "A workspace reads another one's state only where the source shares it with the whole organization, with its project or with named readers. New workspaces share with nobody.",
  fix: 'On the source, add the reader to its remote state consumers.',
  evidence: 'documented',
  rulesets: {
    hcp: 'The source must share its state with the organization or name the reader.',
    guide: 'Says that workspaces of one organization can read each other without further settings.',
  },
  condition: 'the source shares its state with the reader',
  applies: ({ read, run, source }) => read.via === 'terraform_remote_state' && source !== run.workspace,
  violation: ({ state, run, read, source }) => {
    if (read.via !== 'terraform_remote_state' || source === run.workspace || state.layout.ruleset === 'guide')
      return null;
    const { global_remote_state, remote_state_consumer_ids } = source.settings;
    return global_remote_state || remote_state_consumer_ids.includes(run.workspace.id)
      ? null
      : about(source, run.workspace);
  },
  message: ({ run, read, source }) =>
    `${nameOf(run.workspace)} reads ${read.output} of ${nameOf(source)}, but ${nameOf(source)} does not share its state with it.`,
  remedies: ({ run, source }) => [
    {
      kind: 'set',
      workspace: source.id,
      settings: {
        remote_state_consumer_ids: [...source.settings.remote_state_consumer_ids, run.workspace.id],
      },
    },
  ],
};

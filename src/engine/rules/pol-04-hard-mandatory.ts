import { aboutRun, type Rule } from './rule.ts';

/** Fact: POL-04. */
export const pol04HardMandatory: Rule<'policies'> = {
  id: 'pol-04-hard-mandatory',
  fact: 'POL-04',
  at: 'policies',
  effect: 'error',
  title: 'A hard-mandatory failure ends the run',
  why: 'A Sentinel check at level hard-mandatory cannot be overridden, unless its policy set allows overrides of mandatory failures; the run ends errored.',
  fix: 'Change what the policy objects to, then start another run.',
  evidence: 'documented',
  condition: 'no hard-mandatory policy failed',
  violation: ({ run, policies }) =>
    policies.some((p) => p.enforcement_level === 'hard-mandatory' && !p.passes) ? aboutRun(run) : null,
  message: ({ run, policies }) =>
    `Policy ${policies
      .filter((p) => p.enforcement_level === 'hard-mandatory' && !p.passes)
      .map((p) => p.name)
      .join(', ')} is hard-mandatory and failed, so ${run.id} ended.`,
  remedies: ({ run }) => [
    {
      kind: 'set',
      workspace: run.workspace.id,
      settings: { policies: run.settings.policies.map((p) => ({ ...p, passes: true })) },
    },
  ],
};

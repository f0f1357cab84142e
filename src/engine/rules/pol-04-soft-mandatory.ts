import { overridableFailures } from '../simulate/limits.ts';
import { aboutRun, type Rule } from './rule.ts';

/** Fact: POL-04. */
export const pol04SoftMandatory: Rule<'policies'> = {
  id: 'pol-04-soft-mandatory',
  fact: 'POL-04',
  at: 'policies',
  effect: 'hold',
  title: 'A soft-mandatory failure waits for an override',
  why: 'The run pauses in policy_override until a team that may override decides, or somebody discards it.',
  fix: 'Have a team that may override override it, or change what the policy objects to and start another run.',
  evidence: 'documented',
  waitingFor: 'policy_override',
  condition: 'no soft-mandatory policy failed',
  applies: ({ kind }) => kind === 'sentinel',
  violation: ({ run, kind, policies }) =>
    kind === 'sentinel' && overridableFailures(policies).length > 0 ? aboutRun(run) : null,
  message: ({ run, policies }) =>
    `Policy ${overridableFailures(policies)
      .map((p) => p.name)
      .join(', ')} is soft-mandatory and failed, so ${run.id} waits for an override.`,
  remedies: ({ run }) => [
    { kind: 'act', type: 'override_policy', workspace: run.workspace.id, run: run.id },
    {
      kind: 'set',
      workspace: run.workspace.id,
      settings: { policies: run.settings.policies.map((p) => ({ ...p, passes: true })) },
    },
  ],
};

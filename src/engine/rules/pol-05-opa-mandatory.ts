import { overridableFailures } from '../simulate/limits.ts';
import { aboutRun, type Rule } from './rule.ts';

/** Fact: POL-05. */
export const pol05OpaMandatory: Rule<'policies'> = {
  id: 'pol-05-opa-mandatory',
  fact: 'POL-05',
  at: 'policies',
  effect: 'hold',
  title: 'A mandatory OPA failure waits for an override',
  why: 'The run pauses. With an override it goes on; discarded, it ends. The vendor names policy_override for Sentinel checks; showing it for OPA is a choice of this app.',
  fix: 'Have a team that may override override it, or change what the policy objects to and start another run.',
  evidence: 'documented',
  waitingFor: 'policy_override',
  condition: 'no mandatory OPA policy failed',
  applies: ({ kind }) => kind === 'opa',
  violation: ({ run, kind, policies }) =>
    kind === 'opa' && overridableFailures(policies).length > 0 ? aboutRun(run) : null,
  message: ({ run, policies }) =>
    `OPA policy ${overridableFailures(policies)
      .map((p) => p.name)
      .join(', ')} is mandatory and failed, so ${run.id} waits for an override.`,
  remedies: ({ run }) => [
    { kind: 'act', type: 'override_policy', workspace: run.workspace.id, run: run.id },
    {
      kind: 'set',
      workspace: run.workspace.id,
      settings: { policies: run.settings.policies.map((p) => ({ ...p, passes: true })) },
    },
  ],
};

import { overridableFailures } from '../limits.ts';
import { aboutRun, type Rule } from '../rule.ts';

/** A mandatory OPA failure waits for an override. Fact: POL-05. */
export const pol05OpaMandatory: Rule<'policies'> = {
  id: 'pol-05-opa-mandatory',
  fact: 'POL-05',
  at: 'policies',
  effect: 'hold',
  title: 'A mandatory OPA failure waits for an override',
  why: 'The run pauses. With an override it goes on; discarded, it ends.',
  fix: 'A team with Manage policy overrides overrides it, or the cause is mended.',
  evidence: 'documented',
  waitingFor: 'policy_override',
  condition: 'no mandatory OPA policy failed',
  applies: ({ kind }) => kind === 'opa',
  stops: ({ run, kind, policies }) =>
    kind === 'opa' && overridableFailures(policies).length > 0 ? aboutRun(run) : null,
  says: ({ run, policies }) =>
    `OPA policy ${overridableFailures(policies)
      .map((p) => p.name)
      .join(', ')} is mandatory and failed, so ${run.id} waits for an override.`,
  mends: ({ run }) => [
    { kind: 'act', type: 'override_policy', workspace: run.workspace.id, run: run.id },
    {
      kind: 'set',
      workspace: run.workspace.id,
      settings: { policies: run.settings.policies.map((p) => ({ ...p, passes: true })) },
    },
  ],
};

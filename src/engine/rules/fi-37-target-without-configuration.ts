import { about, nameOf, type Rule } from './rule.ts';

/** Fact: FI-37. */
export const fi37TargetWithoutConfiguration: Rule<'fire'> = {
  id: 'fi-37-target-without-configuration',
  fact: 'FI-37',
  at: 'fire',
  effect: 'skip',
  title: 'A downstream without a configuration gets no run',
  why: 'A run needs a configuration version. What a trigger does without one is not documented; this app queues no run.',
  fix: 'Connect a repository to the downstream, or upload a configuration.',
  evidence: 'app_rule',
  condition: 'the downstream has a configuration',
  violation: ({ trigger }) => (trigger.target.settings.has_configuration ? null : about(trigger.target)),
  message: ({ trigger }) =>
    `${nameOf(trigger.target)} has no configuration version, so there is nothing to run. A choice of this app: the vendor does not document the case.`,
  remedies: ({ trigger }) => [
    { kind: 'set', workspace: trigger.target.id, settings: { has_configuration: true } },
  ],
};

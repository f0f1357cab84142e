import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('fi-13-no-changes', {
  stops: [
    {
      title: 'stops a plan without changes from firing',
      given: layout('network -> app; network: auto_apply, no_changes'),
      actions: ['start network'],
      gives: ['run-1 network: planned_and_finished by RUN-03', 'run-1 -/-> app: FI-13'],
      evidence: ['network', 'run-1'],
      says: 'The plan of run-1 had no changes, so it ended planned_and_finished and app heard no apply.',
      shows: [
        'no fi-13-no-changes',
        'em-03-local-target',
        'fi-37-target-without-configuration',
        'mode-02-plan-only',
        'no run-03-nothing-to-apply',
      ],
      changes: [
        'start run-1 as allow_empty_apply: run-2 is queued in acme/app',
        'set plan = "changes" on acme/network: run-2 is queued in acme/app',
      ],
    },
    {
      title: 'stops it by the guide too: a plan without changes has no apply stage',
      given: layout('network -> app; network: auto_apply, no_changes', {}, { ruleset: 'guide' }),
      actions: ['start network'],
      gives: ['run-1 network: planned_and_finished by RUN-03', 'run-1 -/-> app: FI-13'],
      evidence: ['network', 'run-1'],
      says: 'The plan of run-1 had no changes, so it ended planned_and_finished and app heard no apply.',
    },
  ],
  passes: [
    {
      title: 'lets an empty apply fire',
      given: layout('network -> app; network: no_changes; app: auto'),
      actions: ['start network allow_empty_apply'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: applied'],
    },
  ],
});

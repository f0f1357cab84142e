import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('fi-08-errored', {
  stops: [
    {
      title: 'stops a run that errored in its plan from firing',
      given: layout('network -> app; network: plan_errors'),
      actions: ['start network'],
      gives: ['run-1 network: errored by RUN-13', 'run-1 -/-> app: FI-08'],
      evidence: ['network', 'run-1'],
      says: 'run-1 errored before its apply (RUN-13); nothing was applied.',
    },
    {
      title: 'stops a run that a pre-apply task ended from firing',
      given: layout('network -> app; network: auto_apply', {
        network: {
          run_tasks: [{ name: 'ask', stage: 'pre_apply', enforcement_level: 'mandatory', passes: false }],
        },
      }),
      actions: ['start network'],
      gives: ['run-1 network: errored by TSK-02', 'run-1 -/-> app: FI-08'],
      evidence: ['network', 'run-1'],
      says: 'run-1 errored before its apply (TSK-02); nothing was applied.',
    },
    {
      title: 'stops a run that errored in its plan from firing, though it would apply by itself',
      given: layout('network -> app; network: auto_apply, plan_errors'),
      actions: ['start network'],
      gives: ['run-1 network: errored by RUN-13', 'run-1 -/-> app: FI-08'],
      evidence: ['network', 'run-1'],
      says: 'run-1 errored before its apply (RUN-13); nothing was applied.',
      shows: [
        'no fi-08-errored',
        'em-03-local-target',
        'fi-37-target-without-configuration',
        'vs-15-required-variable',
        'no run-13-plan-errors',
      ],
      changes: ['set plan = "changes" on acme/network: run-2 is queued in acme/app'],
    },
  ],
  passes: [
    {
      title: 'leaves a failed apply to FI-09',
      given: layout('network -> app; network: auto_apply, apply_errors'),
      actions: ['start network'],
      gives: ['run-1 network: errored by RUN-13', 'run-1 -/-> app: FI-09'],
    },
  ],
});

import { layout } from '../../shorthand.ts';
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

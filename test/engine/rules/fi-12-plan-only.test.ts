import { layout } from '../../shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('fi-12-plan-only', {
  stops: [
    {
      title: 'stops a plan-only run from firing',
      given: layout('network -> app; network: auto'),
      actions: ['start network plan_only'],
      gives: ['run-1 network: planned_and_finished by MODE-02', 'run-1 -/-> app: FI-12'],
      evidence: ['network', 'run-1'],
      says: 'run-1 was plan-only: it cannot be applied, so nothing was queued.',
    },
  ],
  passes: [
    {
      title: 'lets a standard run fire',
      given: layout('network -> app; network: auto_apply; app: auto'),
      actions: ['start network'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: applied'],
    },
  ],
});

import { layout, set } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('em-03-local-target', {
  stops: [
    {
      title: 'stops a local downstream from getting a run',
      given: layout('network -> app; network: auto_apply; app: local'),
      actions: ['start network'],
      gives: ['run-1 network: applied', 'run-1 -/-> app: EM-03'],
      evidence: ['app'],
      says: 'app is in local execution mode, where no run can be performed.',
      shows: ['no em-03-local-target', 'fi-37-target-without-configuration'],
      changes: ['set execution_mode = "remote" on acme/app: run-2 is queued in acme/app'],
    },
    {
      title: 'looks at the mode of the downstream as it is then, by the guide too',
      given: layout('network -> app; network: auto_apply', {}, { ruleset: 'guide' }),
      actions: ['start network at 0', set('app', { execution_mode: 'local' }, { at: 49 })],
      gives: ['run-1 network: applied', 'run-1 -/-> app: EM-03'],
      evidence: ['app'],
      says: 'app is in local execution mode, where no run can be performed.',
    },
  ],
  passes: [
    {
      title: 'lets an agent downstream get a run',
      given: layout('network -> app; network: auto_apply; app: agent'),
      actions: ['start network'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: planned waits for confirmation by AA-05'],
    },
  ],
});

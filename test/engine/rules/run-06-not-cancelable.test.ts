import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('run-06-not-cancelable', {
  stops: [
    {
      title: 'stops a cancel of a run that waits for confirmation',
      given: layout('app'),
      actions: ['start app', 'cancel app'],
      gives: ['run-1 app: planned waits for confirmation by AA-02', 'action 1 refused: RUN-06'],
      evidence: ['app', 'run-1'],
      says: 'run-1 in app is planned and cannot be canceled.',
      shows: ['run-06-may-cancel', 'no run-06-not-cancelable'],
    },
    {
      title: 'stops a cancel of a pending run: the text of the vendor, not its sample',
      given: layout('app: locked', {}, { ruleset: 'guide' }),
      actions: ['start app', 'cancel app'],
      gives: ['run-1 app: pending waits for unlock by LK-02', 'action 1 refused: RUN-06'],
      evidence: ['app', 'run-1'],
      says: 'run-1 in app is pending and cannot be canceled.',
    },
    {
      title: 'stops it for a run that is none',
      given: layout('app'),
      actions: ['cancel run-9'],
      gives: ['action 0 refused: RUN-06'],
      evidence: [],
      says: 'There is no such run.',
      shows: ['no run-06-not-cancelable'],
    },
    {
      title: 'stops a cancel where the workspace has no current run',
      given: layout('app'),
      actions: ['cancel app'],
      gives: ['action 0 refused: RUN-06'],
      evidence: ['app'],
      says: 'app has no current run.',
      shows: ['run-06-may-cancel', 'no run-06-not-cancelable'],
    },
  ],
  passes: [
    {
      title: 'lets a run be canceled while it plans and while it applies',
      given: layout('app; batch: auto_apply'),
      actions: ['start app at 0', 'cancel app at 19', 'start batch at 20', 'cancel batch at 69'],
      gives: ['run-1 app: canceled by RUN-06', 'run-2 batch: canceled by RUN-06'],
    },
  ],
});

import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('run-04-nothing-to-confirm', {
  stops: [
    {
      title: 'stops a confirmation while the run still plans',
      given: layout('app'),
      actions: ['start app at 0', 'confirm app at 19'],
      gives: ['run-1 app: planned waits for confirmation by AA-02', 'action 1 refused: RUN-04'],
      evidence: ['app', 'run-1'],
      says: 'run-1 in app is planning and does not wait for confirmation.',
      shows: ['run-04-may-confirm', 'no run-04-nothing-to-confirm'],
    },
    {
      title: 'stops a confirmation of a run that waits for an override',
      given: layout('app', {
        app: {
          policies: [{ name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false }],
        },
      }),
      actions: ['start app', 'confirm run-1'],
      gives: ['run-1 app: policy_override waits for policy_override by POL-04', 'action 1 refused: RUN-04'],
      evidence: ['app', 'run-1'],
      says: 'run-1 in app is policy_override and does not wait for confirmation.',
    },
    {
      title: 'stops a confirmation where the workspace has no current run',
      given: layout('app: auto_apply', {}, { ruleset: 'guide' }),
      actions: ['start app', 'confirm app'],
      gives: ['run-1 app: applied', 'action 1 refused: RUN-04'],
      evidence: ['app'],
      says: 'app has no current run.',
    },
    {
      title: 'stops a confirmation of a run that no run is',
      given: layout('app'),
      actions: ['confirm run-7'],
      gives: ['action 0 refused: RUN-04'],
      evidence: [],
      says: 'There is no such run.',
      shows: ['no run-04-nothing-to-confirm'],
    },
  ],
  passes: [
    {
      title: 'lets a run that waits for confirmation be confirmed, by its workspace or by its id',
      given: layout('app, batch'),
      actions: ['start app', 'start batch', 'confirm app', 'confirm run-2'],
      gives: ['run-1 app: applied', 'run-2 batch: applied'],
    },
  ],
});

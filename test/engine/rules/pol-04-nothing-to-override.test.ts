import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('pol-04-nothing-to-override', {
  stops: [
    {
      title: 'stops an override of a run that waits for confirmation',
      given: layout('app'),
      actions: ['start app', 'override app'],
      gives: ['run-1 app: planned waits for confirmation by AA-02', 'action 1 refused: POL-04'],
      evidence: ['app', 'run-1'],
      says: 'run-1 in app is planned and waits for no override.',
      shows: ['pol-06-may-override', 'no pol-04-nothing-to-override', 'pol-09-no-override-without-changes'],
    },
    {
      title: 'stops an override where there is no run',
      given: layout('app', {}, { ruleset: 'guide' }),
      actions: ['override app', 'override run-1'],
      gives: ['action 0 refused: POL-04', 'action 1 refused: POL-04'],
      evidence: ['app'],
      says: 'app has no current run.',
    },
    {
      title: 'stops it for a run that is none',
      given: layout('app'),
      actions: ['override run-9'],
      gives: ['action 0 refused: POL-04'],
      evidence: [],
      says: 'There is no such run.',
      shows: ['no pol-04-nothing-to-override', 'pol-09-no-override-without-changes'],
    },
  ],
  passes: [
    {
      title: 'lets a run that waits for an override be overridden',
      given: layout('app', {
        app: { policies: [{ name: 'tags', kind: 'opa', enforcement_level: 'mandatory', passes: false }] },
      }),
      actions: ['start app', 'override run-1'],
      gives: ['run-1 app: policy_checked waits for confirmation by AA-02'],
    },
  ],
});

import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('run-05-discarded', {
  stops: [
    {
      title: 'ends a run that was discarded',
      given: layout('app'),
      actions: ['start app', 'discard app'],
      gives: ['run-1 app: discarded by RUN-05'],
      evidence: ['app', 'run-1'],
      says: 'run-1 was discarded.',
      shows: ['no run-05-discarded'],
      changes: ['do not discard run-1: run-1 ends up planned'],
    },
    {
      title: 'ends a saved plan that was discarded by its id, and the next run of the queue goes on',
      given: layout(
        'app: no_changes',
        {
          app: {
            policies: [
              { name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false },
            ],
          },
        },
        { ruleset: 'guide' },
      ),
      actions: ['start app', 'start app', 'discard app'],
      gives: [
        'run-1 app: discarded by RUN-05',
        'run-2 app: policy_override waits for policy_override by POL-04',
      ],
      evidence: ['app', 'run-1'],
      says: 'run-1 was discarded.',
    },
  ],
  passes: [
    {
      title: 'leaves a canceled run to RUN-06',
      given: layout('app'),
      actions: ['start app at 0', 'cancel app at 1'],
      gives: ['run-1 app: canceled by RUN-06'],
    },
  ],
});

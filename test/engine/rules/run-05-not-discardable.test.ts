import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('run-05-not-discardable', {
  stops: [
    {
      title: 'stops a discard while the run plans',
      given: layout('app: no_changes'),
      actions: ['start app at 0', 'discard app at 5'],
      gives: ['run-1 app: planned_and_finished by RUN-03', 'action 1 refused: RUN-05'],
      evidence: ['app', 'run-1'],
      says: 'run-1 in app is planning and cannot be discarded.',
      shows: ['run-05-may-discard', 'no run-05-not-discardable'],
    },
    {
      title: 'stops a discard while the run applies',
      given: layout('app: auto_apply', {}, { ruleset: 'guide' }),
      actions: ['start app at 0', 'discard app at 25'],
      gives: ['run-1 app: applied', 'action 1 refused: RUN-05'],
      evidence: ['app', 'run-1'],
      says: 'run-1 in app is applying and cannot be discarded.',
    },
    {
      title: 'stops a discard where nothing is current, and of no run',
      given: layout('app'),
      actions: ['discard app', 'discard run-1'],
      gives: ['action 0 refused: RUN-05', 'action 1 refused: RUN-05'],
      evidence: ['app'],
      says: 'app has no current run.',
    },
    {
      title: 'stops it for a run that is none',
      given: layout('app'),
      actions: ['discard run-9'],
      gives: ['action 0 refused: RUN-05'],
      evidence: [],
      says: 'There is no such run.',
      shows: ['no run-05-not-discardable'],
    },
  ],
  passes: [
    {
      title: 'lets a run be discarded in pending and while post-plan tasks run',
      given: layout('app: locked; batch', {
        batch: {
          run_tasks: [{ name: 'scan', stage: 'post_plan', enforcement_level: 'advisory', passes: true }],
        },
      }),
      actions: ['start app at 0', 'discard app at 1', 'start batch at 10', 'discard batch at 32'],
      gives: ['run-1 app: discarded by RUN-05', 'run-2 batch: discarded by RUN-05'],
    },
  ],
});

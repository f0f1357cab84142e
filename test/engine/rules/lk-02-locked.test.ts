import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('lk-02-locked', {
  stops: [
    {
      title: 'holds a run until the workspace is unlocked',
      given: layout('app: locked, auto_apply'),
      actions: ['start app at 0', 'unlock app at 15'],
      gives: ['run-1 app: applied'],
      holds: { 'run-1': 'unlock 0, null 15' },
      evidence: ['app'],
      says: 'app is locked by owners, so run-1 stays pending.',
    },
    {
      title: 'holds a triggered run, which is queued all the same',
      given: layout('network -> app; network: auto_apply; app: locked', {}, { ruleset: 'guide' }),
      actions: ['start network'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: pending waits for unlock by LK-02'],
      evidence: ['app'],
      says: 'app is locked by owners, so run-2 stays pending.',
      shows: ['q-02-earlier-run', 'no lk-02-locked'],
      changes: ['unlock acme/app: run-2 goes on, and ends up planned'],
    },
  ],
  passes: [
    {
      title: 'lets plan-only runs and saved plans be planned in a locked workspace',
      given: layout('app: locked'),
      actions: ['start app plan_only', 'start app save_plan'],
      gives: [
        'run-1 app: planned_and_finished by MODE-02',
        'run-2 app: planned_and_saved waits for confirmation by AA-07',
      ],
    },
  ],
});

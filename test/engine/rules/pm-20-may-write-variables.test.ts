import { layout, set } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

const variables = { variables: [{ key: 'region', value: 'eu' }] };

ruleTable('pm-20-may-write-variables', {
  stops: [
    {
      title: 'stops a team that may only read variables',
      given: layout('app; team ops: app=plan'),
      actions: [set('app', variables, { as: 'ops' })],
      gives: ['action 0 refused: PM-20'],
      evidence: ['app'],
      says: 'Team ops may not write variables of app.',
      shows: ['no pm-20-may-write-variables'],
      changes: ['let an owner do it: the action is carried out'],
    },
    {
      title: 'stops the whole action where one of its fields is a variable',
      given: layout('app; team ops: app=plan'),
      actions: [set('app', { ...variables, auto_apply: true }, { as: 'ops' }), 'start app'],
      gives: ['run-1 app: planned waits for confirmation by AA-02', 'action 0 refused: PM-20'],
      evidence: ['app'],
      says: 'Team ops may not write variables of app.',
      shows: ['no pm-20-may-write-variables', 'no aa-26-may-change-settings'],
      changes: ['let an owner do it: the action is carried out'],
    },
  ],
  passes: [
    {
      title: 'lets a team with write set variables, which later runs have',
      given: layout('app: auto_apply; team ops: app=write', { app: { requires: [{ key: 'region' }] } }),
      actions: [set('app', variables, { as: 'ops' }), 'start app'],
      gives: ['run-1 app: applied'],
    },
  ],
});

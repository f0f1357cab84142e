import { layout, set } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('aa-26-may-change-settings', {
  stops: [
    {
      title: 'stops a team with write from turning auto_apply on',
      given: layout('app; team ops: app=write'),
      actions: [set('app', { auto_apply: true }, { as: 'ops' }), 'start app'],
      gives: ['run-1 app: planned waits for confirmation by AA-02', 'action 0 refused: AA-26'],
      evidence: ['app'],
      says: 'Team ops lacks admin on app.',
      shows: ['no aa-26-may-change-settings'],
      changes: ['let an owner do it: the action is carried out'],
    },
    {
      title: 'stops the variables too where other settings come with them',
      given: layout('app; team ops: app=write'),
      actions: [set('app', { variables: [], plan: 'no_changes' }, { as: 'ops' }), 'start app'],
      gives: ['run-1 app: planned waits for confirmation by AA-02', 'action 0 refused: AA-26'],
      evidence: ['app'],
      says: 'Team ops lacks admin on app.',
      shows: ['pm-20-may-write-variables', 'no aa-26-may-change-settings'],
      changes: ['let an owner do it: the action is carried out'],
    },
    {
      title: 'stops a team that may write no variables either, where none is set',
      given: layout('app; team ops: app=read'),
      actions: [set('app', { auto_apply: true }, { as: 'ops' })],
      gives: ['action 0 refused: AA-26'],
      evidence: ['app'],
      says: 'Team ops lacks admin on app.',
      shows: ['no aa-26-may-change-settings'],
    },
  ],
  passes: [
    {
      title: 'lets an admin change settings, and asks nothing where only variables are set',
      given: layout('app; team ops: app=admin; team dev: app=write'),
      actions: [
        set('app', { auto_apply: true }, { as: 'ops' }),
        set('app', { variables: [] }, { as: 'dev' }),
        'start app',
      ],
      gives: ['run-1 app: applied'],
    },
  ],
});

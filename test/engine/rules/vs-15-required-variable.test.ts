import { layout, set } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

const requires = [{ key: 'region' }];

ruleTable('vs-15-required-variable', {
  stops: [
    {
      title: 'ends a plan that misses a required variable',
      given: layout('app', { app: { requires } }),
      actions: ['start app'],
      gives: ['run-1 app: errored by VS-15'],
      evidence: ['app'],
      says: 'app needs terraform variable region, and nothing gives a value.',
      shows: ['no vs-15-required-variable', 'run-13-plan-errors'],
      changes: [
        'set variables = [{"key":"region","category":"terraform","value":"","sensitive":false,"hcl":false}] on acme/app: run-1 ends up planned',
      ],
    },
    {
      title: 'ends a plan that has the variable only in the other category',
      given: layout(
        'app',
        {
          app: {
            requires: [...requires, { key: 'TOKEN', category: 'env' }],
            variables: [{ key: 'region', category: 'env' }],
          },
        },
        { ruleset: 'guide' },
      ),
      actions: ['start app'],
      gives: ['run-1 app: errored by VS-15'],
      evidence: ['app'],
      says: 'app needs terraform variable region, env variable TOKEN, and nothing gives a value.',
      shows: ['no vs-15-required-variable', 'run-13-plan-errors'],
      changes: [
        'set variables = [{"key":"region","value":"","category":"env","sensitive":false,"hcl":false},{"key":"region","category":"terraform","value":"","sensitive":false,"hcl":false},{"key":"TOKEN","category":"env","value":"","sensitive":false,"hcl":false}] on acme/app: run-1 ends up planned',
      ],
    },
    {
      title: 'ends a plan that the variable of a later set comes too late for',
      given: layout('app: locked', { app: { requires } }),
      actions: [
        'start app at 0',
        set('app', { variables: [{ key: 'region' }] }, { at: 1 }),
        'unlock app at 2',
      ],
      gives: ['run-1 app: errored by VS-15'],
      evidence: ['app'],
      says: 'app needs terraform variable region, and nothing gives a value.',
    },
  ],
  passes: [
    {
      title: 'lets a plan have the variable of its workspace',
      given: layout('app: auto_apply', { app: { requires, variables: [{ key: 'region' }] } }),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
    {
      title: 'lets a plan have the variable of a set that reaches it',
      given: layout(
        'app: auto_apply',
        { app: { requires } },
        { variable_sets: [{ name: 'shared', global: true, variables: [{ key: 'region' }] }] },
      ),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
  ],
});

import { set } from '../../../support/shorthand.ts';
import { goalTable, OWN } from './goalTable.ts';

const agent = { setting: { workspace: 'a', field: 'execution_mode', is: 'agent' } };

goalTable(
  'setting',
  {
    'as laid out': {
      layout: 'a: agent',
      check: agent,
      says: 'Execution Mode (execution_mode) of a is agent.',
    },
    'as an edit made it': {
      layout: 'a',
      edits: [{ type: 'set', workspace: 'a', settings: { execution_mode: 'agent' } }],
      check: agent,
      says: 'Execution Mode (execution_mode) of a is agent.',
    },
    'as an action set it during play': {
      layout: 'a',
      actions: [set('a', { execution_mode: 'agent' })],
      check: agent,
      says: 'Execution Mode (execution_mode) of a is agent.',
    },
    'the last of several actions counts': {
      layout: 'a',
      actions: [set('a', { execution_mode: 'local' }), set('a', { execution_mode: 'agent' })],
      check: agent,
      says: 'Execution Mode (execution_mode) of a is agent.',
    },
    'lists are compared by content': {
      layout: 'a',
      check: { setting: { workspace: 'a', field: 'variables', is: [] } },
      says: 'a: no variables.',
    },
  },
  {
    'another value': {
      layout: 'a',
      check: agent,
      rule: OWN,
      says: 'Execution Mode (execution_mode) of a is remote.',
    },
    'an action that was refused set nothing': {
      layout: 'a; team ops: a=read',
      actions: [set('a', { execution_mode: 'agent' }, { as: 'ops' })],
      check: agent,
      rule: OWN,
      says: 'Execution Mode (execution_mode) of a is remote.',
    },
    'the same field of another workspace was set': {
      layout: 'a, b',
      actions: [set('b', { execution_mode: 'agent' })],
      check: agent,
      rule: OWN,
      says: 'Execution Mode (execution_mode) of a is remote.',
    },
  },
);

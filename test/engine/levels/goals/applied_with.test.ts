import { set } from '../../../support/shorthand.ts';
import { goalTable, OWN } from './goalTable.ts';

const check = { applied_with: { workspace: 'a', key: 'size', is: 'small' } };
const size = (value: string) => [{ key: 'size', value }];
const board = (value: string) => ({
  layout: 'a: auto',
  workspaces: { a: { variables: size(value) } },
  check,
});

goalTable(
  'applied_with',
  {
    'the run was created with the value': {
      ...board('small'),
      script: ['start a'],
      says: 'a was applied with size small.',
    },
    'a later change does not reach the run': {
      ...board('small'),
      script: ['start a', set('a', { variables: size('huge') })],
      says: 'a was applied with size small.',
    },
    'a run that was not applied does not count': {
      ...board('huge'),
      layout: 'a',
      script: ['start a', set('a', { variables: size('small') }), 'discard a', 'start a', 'confirm a'],
      says: 'a was applied with size small.',
    },
    'the value comes from a set': {
      layout: 'a: auto',
      rest: { variable_sets: [{ name: 'sizes', workspaces: ['a'], variables: size('small') }] },
      script: ['start a'],
      check,
      says: 'a was applied with size small.',
    },
    'another variable stands before it': {
      layout: 'a: auto',
      workspaces: { a: { variables: [{ key: 'region', value: 'x' }, ...size('small')] } },
      script: ['start a'],
      check,
      says: 'a was applied with size small.',
    },
  },
  {
    'the value was corrected after the run was created': {
      ...board('huge'),
      layout: 'a',
      script: ['start a', set('a', { variables: size('small') }), 'confirm a'],
      rule: OWN,
      says: 'run-1 of a was applied with size huge.',
    },
    'one of two runs had another value': {
      ...board('small'),
      script: ['start a', set('a', { variables: size('huge') }), 'start a'],
      rule: OWN,
      says: 'run-2 of a was applied with size huge.',
    },
    'no such variable': {
      layout: 'a: auto',
      script: ['start a'],
      check,
      rule: OWN,
      says: 'run-1 of a was applied with size not set.',
    },
    'nothing was applied': {
      ...board('small'),
      layout: 'a',
      script: ['start a'],
      rule: 'AA-02',
      says: 'No run of a was applied.',
    },
    'nothing ran': { ...board('small'), rule: OWN, says: 'No run of a was applied.' },
  },
);

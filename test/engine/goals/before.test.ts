import { goalTable, OWN } from './goalTable.ts';

const check = {
  before: { first: { workspace: 'a', status: 'applied' }, later: { workspace: 'b', status: 'planning' } },
};

goalTable(
  'before',
  {
    'a trigger puts them in order': {
      layout: 'a -> b; a: auto',
      script: ['start a'],
      check,
      says: 'a applied before b planning.',
    },
  },
  {
    'the other came first': {
      layout: 'a, b; a: auto',
      script: ['start b', 'start a'],
      check,
      rule: OWN,
      says: 'It is not so that a applied before b planning.',
    },
    'the second never happened': {
      layout: 'a, b; a: auto',
      script: ['start a'],
      check,
      rule: OWN,
      says: 'It is not so that a applied before b planning.',
    },
  },
);

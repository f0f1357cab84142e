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
    'what entered another status before does not count': {
      layout: 'a: auto; b: locked',
      script: ['start b at 0', 'start a at 0', 'unlock b at 900'],
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
    'the first never happened': {
      layout: 'a, b',
      script: ['start b'],
      check,
      rule: OWN,
      says: 'It is not so that a applied before b planning.',
    },
    'the first had only begun': {
      layout: 'a, b; a: auto',
      script: ['start a at 0', 'start b at 5'],
      check,
      rule: OWN,
      says: 'It is not so that a applied before b planning.',
    },
    'it is one and the same': {
      layout: 'a: auto',
      script: ['start a'],
      check: {
        before: {
          first: { workspace: 'a', status: 'applied' },
          later: { workspace: 'a', status: 'applied' },
        },
      },
      rule: OWN,
      says: 'It is not so that a applied before a applied.',
    },
  },
);

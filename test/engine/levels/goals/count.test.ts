import { goalTable, OWN } from './goalTable.ts';

const twice = { layout: 'a, b -> c; a, b; a: auto; b: auto', script: ['start a', 'start b'] };

goalTable(
  'count',
  {
    'all runs of the workspace': {
      ...twice,
      check: { count: { workspace: 'c', is: 2 } },
      says: 'c has 2 such runs.',
    },
    'runs of a source': {
      ...twice,
      script: ['start a', 'start c'],
      check: { count: { workspace: 'c', source: 'tfe-run-trigger', is: 1 } },
      says: 'c has 1 such run.',
    },
    'runs with a status': {
      ...twice,
      check: { count: { workspace: 'c', status: 'planned', is: 1 } },
      says: 'c has 1 such run.',
    },
    'a range': {
      ...twice,
      check: { count: { workspace: 'c', at_least: 1, at_most: 2 } },
      says: 'c has 2 such runs.',
    },
  },
  {
    'too many: nothing stopped them, so the goal names the rule': {
      ...twice,
      check: { count: { workspace: 'c', at_most: 1 } },
      rule: OWN,
      says: 'c has 2 such runs.',
    },
    'too few of a status: the rule of a run with another': {
      ...twice,
      check: { count: { workspace: 'c', status: 'applied', is: 1 } },
      rule: 'AA-05',
      says: 'c has no such run.',
    },
    'none: the rule that kept the trigger silent': {
      layout: 'a -> b; a: auto',
      script: ['start a plan_only'],
      check: { count: { workspace: 'b', at_least: 1 } },
      rule: 'FI-12',
      says: 'b has no such run.',
    },
    'one, in the singular': {
      layout: 'a',
      script: ['start a'],
      check: { count: { workspace: 'a', is: 2 } },
      rule: OWN,
      says: 'a has 1 such run.',
    },
    'too few of a status: the rule of the one that has another, not of the first': {
      layout: 'a -> b; a: auto',
      script: ['start a', 'confirm b', 'start a'],
      check: { count: { workspace: 'b', status: 'applied', is: 2 } },
      rule: 'AA-05',
      says: 'b has 1 such run.',
    },
    'too few: a trigger that stayed silent is no reason where there are runs': {
      layout: 'a -> b; a: auto',
      script: ['start a', 'start a plan_only'],
      check: { count: { workspace: 'b', is: 2 } },
      rule: OWN,
      says: 'b has 1 such run.',
    },
  },
);

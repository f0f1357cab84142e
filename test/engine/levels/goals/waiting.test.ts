import { goalTable } from './goalTable.ts';

goalTable(
  'waiting',
  {
    'a run waits for confirmation': {
      layout: 'a',
      script: ['start a'],
      check: { waiting: { workspace: 'a', for: 'confirmation' } },
      says: 'run-1 in a waits for confirmation.',
    },
    'the first and the last run wait for different things': {
      layout: 'a',
      script: ['start a', 'start a'],
      check: {
        all: [
          { waiting: { workspace: 'a', run: 'first', for: 'confirmation' } },
          { waiting: { workspace: 'a', for: 'earlier_run' } },
        ],
      },
      says: 'run-1 in a waits for confirmation. run-2 in a waits for an earlier run.',
    },
  },
  {
    'the run waits for something else': {
      layout: 'a: locked',
      script: ['start a'],
      check: { waiting: { workspace: 'a', for: 'confirmation' } },
      rule: 'LK-02',
      says: 'run-1 in a waits for its workspace to be unlocked and does not wait for confirmation.',
    },
    'the run has ended': {
      layout: 'a: plan_errors',
      script: ['start a'],
      check: { waiting: { workspace: 'a', for: 'confirmation' } },
      rule: 'RUN-13',
      says: 'run-1 in a is errored and does not wait for confirmation.',
    },
    'there is no run, because the downstream is local': {
      layout: 'a -> b; a: auto; b: local',
      script: ['start a'],
      check: { waiting: { workspace: 'b', for: 'confirmation' } },
      rule: 'EM-03',
      says: 'b got no such run.',
    },
  },
);

import { goalTable, OWN } from './goalTable.ts';

const chain = { layout: 'a -> b; a: auto', script: ['start a'] };

goalTable(
  'status',
  {
    'the last run of the workspace has the status': {
      ...chain,
      check: { status: { workspace: 'a', is: 'applied' } },
      says: 'run-1 in a is applied.',
    },
    'the first run counts where the check says so': {
      layout: 'a: auto',
      script: ['start a', 'start a plan_only'],
      check: { status: { workspace: 'a', run: 'first', is: 'applied' } },
      says: 'run-1 in a is applied.',
    },
    'only runs of the source count': {
      layout: 'a -> b; a: auto; b: auto_apply_run_trigger',
      script: ['start a', 'start b plan_only'],
      check: { status: { workspace: 'b', source: 'tfe-run-trigger', is: 'applied' } },
      says: 'run-2 in b is applied.',
    },
    'the last run is not the first': {
      layout: 'a: auto',
      script: ['start a', 'start a plan_only'],
      check: { status: { workspace: 'a', is: 'planned_and_finished' } },
      says: 'run-2 in a is planned and finished.',
    },
  },
  {
    'by the rule that holds the run': {
      ...chain,
      check: { status: { workspace: 'b', is: 'applied' } },
      rule: 'AA-05',
      says: 'run-2 in b is planned, not applied.',
    },
    'by the rule that kept a trigger silent, where there is no run': {
      layout: 'a -> b; a: auto, no_changes',
      script: ['start a'],
      check: { status: { workspace: 'b', is: 'applied' } },
      rule: 'FI-13',
      says: 'b got no such run.',
    },
    'by the rule of the goal, where there is neither run nor trigger': {
      layout: 'a, b',
      check: { status: { workspace: 'b', is: 'applied' } },
      rule: OWN,
      says: 'b got no such run.',
    },
    'by the rule of the goal, where the trigger of another workspace stayed silent': {
      layout: 'a -> c; b; a: auto; c: local',
      script: ['start a'],
      check: { status: { workspace: 'b', is: 'applied' } },
      rule: OWN,
      says: 'b got no such run.',
    },
  },
);

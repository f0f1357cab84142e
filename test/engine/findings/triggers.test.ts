import { layout } from '../../support/shorthand.ts';
import { findingTable } from './findingTable.ts';

const twenty = Array.from({ length: 20 }, (_, i) => `s${i}`).join(', ');

findingTable('findings about triggers say', [
  [
    'a local downstream',
    layout('network -> app -> batch; app: local'),
    'EM-03',
    [
      [
        'network triggers app, which is in local execution mode, where no run is performed.',
        'Switch app to remote or agent execution.',
        'acme/app acme/network',
      ],
    ],
  ],
  [
    'a local source',
    layout('network -> app -> batch; app: local'),
    'EM-04',
    [
      [
        'app is in local execution mode, so no run of it is ever applied and batch is never triggered.',
        'Switch app to remote or agent execution.',
        'acme/app acme/batch',
      ],
    ],
  ],
  [
    'Auto-apply that does not cover triggered runs',
    layout('network -> app; network: auto_apply; app: auto_apply'),
    'AA-05',
    [
      [
        'app has auto_apply on, but runs that a trigger starts will wait for confirmation: auto_apply_run_trigger is off.',
        'Set auto_apply_run_trigger = true on app, if triggered runs should apply by themselves too.',
        'acme/app',
      ],
    ],
  ],
  [
    'nothing of Auto-apply by the guide, where it covers triggered runs',
    layout('network -> app; app: auto_apply', {}, { ruleset: 'guide' }),
    'AA-05',
    [],
  ],
  [
    'nothing of Auto-apply where both are on, or both are off',
    layout('network -> app; network -> batch; app: auto_apply, auto_apply_run_trigger'),
    'AA-05',
    [],
  ],
  [
    'a diamond of two workspaces in between',
    layout('a -> b, c; b -> d; c -> d; other -> d'),
    'FI-32',
    [
      [
        'One apply of a can reach d through b and c: it gets a run from each, and the first may plan with old values.',
        'Keep only the trigger that fires last, or accept the extra run in d as the price of missing nothing.',
        'acme/d acme/a acme/b acme/c',
      ],
    ],
  ],
  [
    'a diamond whose short way is the trigger itself',
    layout('a -> b -> c -> d; a -> d'),
    'FI-32',
    [
      [
        'One apply of a can reach d through c and a: it gets a run from each, and the first may plan with old values.',
        'Keep only the trigger that fires last, or accept the extra run in d as the price of missing nothing.',
        'acme/d acme/a acme/c',
      ],
    ],
  ],
  [
    'a ring, in which the downstream is no origin of its own',
    layout('d -> a, b; a -> d; b -> d'),
    'FI-32',
    [
      [
        'One apply of a can reach d through a and b: it gets a run from each, and the first may plan with old values.',
        'Keep only the trigger that fires last, or accept the extra run in d as the price of missing nothing.',
        'acme/d acme/a acme/b',
      ],
    ],
  ],
  ['two ways that part and do not meet', layout('a -> b, c; b -> d; c -> e'), 'FI-32', []],
  [
    '22 sources, of which two are too many',
    layout(`${twenty}, x, y -> app`),
    'RT-03',
    [
      [
        'app lists 22 sources, and 20 are the most.',
        'Remove 2 of them, or let some reach app through one workspace in between.',
        'acme/app',
      ],
    ],
  ],
  ['20 sources, one of which is written twice', layout(`${twenty} -> app; s0 -> app`), 'RT-03', []],
  [
    'a trigger between two organizations',
    layout('a -> zeta/b; a -> c'),
    'RT-05',
    [
      [
        'The trigger acme/a → zeta/b crosses organizations and will be refused.',
        'Move one of the workspaces, or start the downstream by other means.',
        'acme/a zeta/b',
      ],
    ],
  ],
  [
    'a workspace that triggers itself',
    layout('a -> a; a -> b'),
    'RT-22',
    [['a names itself as a source, which is refused.', 'Remove the trigger.', 'acme/a']],
  ],
  [
    'every trigger of a ring, and no other: not one into it, not one to itself',
    layout('z -> a -> b; b -> a; b -> b'),
    'CY-11',
    [
      [
        'a → b is part of a ring of triggers. A design rule of this app refuses the one that closes it; the vendor does not document the case.',
        'Remove one trigger of the ring.',
        'acme/a acme/b',
      ],
      [
        'b → a is part of a ring of triggers. A design rule of this app refuses the one that closes it; the vendor does not document the case.',
        'Remove one trigger of the ring.',
        'acme/b acme/a',
      ],
    ],
  ],
]);

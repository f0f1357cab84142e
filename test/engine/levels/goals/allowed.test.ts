import { goalTable, OWN } from './goalTable.ts';

const ops = (permission: string) => ({ allowed: { team: 'ops', workspace: 'a', permission } });

goalTable(
  'allowed',
  {
    'the role includes it': {
      layout: 'a; team ops: a=write',
      check: ops('apply_runs'),
      says: 'ops may apply runs in a.',
    },
    'an edit gave the role': {
      layout: 'a; team ops:',
      edits: [{ type: 'grant_workspace', team: 'ops', workspace: 'a', access: 'admin' }],
      check: ops('manage_settings'),
      says: 'ops may manage settings in a.',
    },
    'custom permissions include it and no more': {
      layout: 'a; team ops:',
      edits: [
        {
          type: 'grant_custom',
          team: 'ops',
          workspace: 'a',
          permissions: { state_versions: 'read-outputs' },
        },
      ],
      check: { all: [ops('read_state_outputs'), { not: ops('read_state') }] },
      says: 'ops may read state outputs in a. ops may not read state in a.',
    },
  },
  {
    'the role does not reach so far': {
      layout: 'a; team ops: a=plan',
      check: ops('apply_runs'),
      rule: 'PM-01',
      says: 'ops may not apply runs in a.',
    },
    'it must not be so, and is': {
      layout: 'a; team ops: a=write',
      check: { not: ops('apply_runs') },
      rule: OWN,
      says: 'ops may apply runs in a.',
    },
  },
);

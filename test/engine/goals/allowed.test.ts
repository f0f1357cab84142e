import { goalTable, OWN } from './goalTable.ts';

const ops = (permission: string) => ({ allowed: { team: 'ops', workspace: 'a', permission } });

goalTable(
  'allowed',
  {
    'the role includes it': {
      layout: 'a; team ops: a=write',
      check: ops('apply_runs'),
      says: 'ops has apply_runs on a.',
    },
    'an edit gave the role': {
      layout: 'a; team ops:',
      edits: [{ type: 'grant_workspace', team: 'ops', workspace: 'a', access: 'admin' }],
      check: ops('manage_settings'),
      says: 'ops has manage_settings on a.',
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
      says: 'ops has read_state_outputs on a. ops lacks read_state on a.',
    },
  },
  {
    'the role does not reach so far': {
      layout: 'a; team ops: a=plan',
      check: ops('apply_runs'),
      rule: 'PM-01',
      says: 'ops lacks apply_runs on a.',
    },
    'it must not be so, and is': {
      layout: 'a; team ops: a=write',
      check: { not: ops('apply_runs') },
      rule: OWN,
      says: 'ops has apply_runs on a.',
    },
  },
);

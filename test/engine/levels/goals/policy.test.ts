import { set } from '../../../support/shorthand.ts';
import { goalTable } from './goalTable.ts';

const tags = { name: 'tags', kind: 'sentinel', enforcement_level: 'hard-mandatory', passes: false };
const board = { layout: 'a', workspaces: { a: { policies: [tags] } } };
const hard = { policy: { workspace: 'a', policy: 'tags', enforcement_level: 'hard-mandatory' } };

goalTable(
  'policy',
  {
    'it covers the workspace at its level': {
      ...board,
      check: hard,
      says: 'Policy tags covers a at level hard-mandatory.',
    },
    'any level will do where none is given': {
      ...board,
      edits: [{ type: 'enforce_policy', policy: 'tags', enforcement_level: 'advisory' }],
      check: { policy: { workspace: 'a', policy: 'tags' } },
      says: 'Policy tags covers a at level advisory.',
    },
    'the configuration may be mended': {
      ...board,
      edits: [{ type: 'satisfy_policy', policy: 'tags', workspace: 'a' }],
      check: hard,
      says: 'Policy tags covers a at level hard-mandatory.',
    },
    'another policy covers it too': {
      layout: 'a',
      workspaces: { a: { policies: [{ ...tags, name: 'cost', enforcement_level: 'advisory' }, tags] } },
      check: hard,
      says: 'Policy tags covers a at level hard-mandatory.',
    },
  },
  {
    'its level was lowered': {
      ...board,
      edits: [{ type: 'enforce_policy', policy: 'tags', enforcement_level: 'soft-mandatory' }],
      check: hard,
      rule: 'POL-02',
      says: 'Policy tags covers a at level soft-mandatory.',
    },
    'the workspace was left out': {
      ...board,
      edits: [{ type: 'exclude_policy', policy: 'tags', workspace: 'a' }],
      check: hard,
      rule: 'POL-14',
      says: 'Policy tags no longer covers a.',
    },
    'it was taken off during play': {
      ...board,
      actions: [set('a', { policies: [] })],
      check: hard,
      rule: 'POL-14',
      says: 'Policy tags no longer covers a.',
    },
  },
);

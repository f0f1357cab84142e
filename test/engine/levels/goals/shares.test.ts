import { goalTable } from './goalTable.ts';

const check = { shares: { sourceable: 'a', workspace: 'b' } };

goalTable(
  'shares',
  {
    'the source lists the workspace': { layout: 'a shares b; b', check, says: 'a shares its state with b.' },
    'the source shares with everybody': {
      layout: 'a shares everyone; b',
      check,
      says: 'a shares its state with b.',
    },
    'an edit shared it': {
      layout: 'a, b',
      edits: [{ type: 'share', sourceable: 'a', workspace: 'b' }],
      check,
      says: 'a shares its state with b.',
    },
    'the source is not the first workspace': {
      layout: 'c; a shares b; b',
      check,
      says: 'a shares its state with b.',
    },
  },
  {
    'only the other way round': {
      layout: 'b shares a; a',
      check,
      rule: 'RS-03',
      says: 'a does not share its state with b.',
    },
    'an edit took it back': {
      layout: 'a shares b; b',
      edits: [{ type: 'unshare', sourceable: 'a', workspace: 'b' }],
      check,
      rule: 'RS-03',
      says: 'a does not share its state with b.',
    },
  },
);

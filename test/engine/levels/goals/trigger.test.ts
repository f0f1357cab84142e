import { goalTable } from './goalTable.ts';

const check = { trigger: { sourceable: 'a', workspace: 'b' } };

goalTable(
  'trigger',
  {
    'it is part of the layout': { layout: 'a -> b', check, says: 'a triggers b.' },
    'it was created during play': { layout: 'a, b', actions: ['link a b'], check, says: 'a triggers b.' },
  },
  {
    'nobody created it': { layout: 'b -> a', check, rule: 'RT-02', says: 'b does not name a as a source.' },
    'it was deleted during play': {
      layout: 'a -> b',
      actions: ['unlink a b'],
      check,
      rule: 'RT-02',
      says: 'b does not name a as a source.',
    },
    'its creation was refused, and that is the reason': {
      layout: 'a, b; team ops: b=write, a=read',
      actions: ['link a b as ops'],
      check,
      rule: 'RT-07',
      says: 'Team ops lacks admin on b.',
    },
    'the source triggers another workspace, and another source triggers this one': {
      layout: 'a -> c; d -> b',
      check,
      rule: 'RT-02',
      says: 'b does not name a as a source.',
    },
    'another creation was refused': {
      layout: 'a, b, c; team ops: b=write, a=read',
      actions: ['link a c as ops', 'link c b as ops'],
      check,
      rule: 'RT-02',
      says: 'b does not name a as a source.',
    },
    'a trigger of the layout was refused': {
      layout: 'a -> a; b',
      check,
      rule: 'RT-02',
      says: 'b does not name a as a source.',
    },
    'its deletion was refused': {
      layout: 'a, b',
      actions: ['unlink a b'],
      check,
      rule: 'RT-02',
      says: 'b does not name a as a source.',
    },
  },
);

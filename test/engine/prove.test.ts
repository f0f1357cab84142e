import { describe, expect, it } from 'vitest';
import { prove } from '#engine/levels/prove.ts';
import { type Plain, plainLayout } from '../support/shorthand.ts';
import { levelOf, problemsOf, SOUND } from './levelOf.ts';

const trigger = { type: 'create_run_trigger', sourceable: 'network', workspace: 'app' };
const open = { type: 'set', workspace: 'network', settings: { global_remote_state: true } };
const needless = { type: 'set', workspace: 'app', settings: { auto_apply: true } };
const runs = { id: 'runs', text: 'a', rule: 'RT-01', check: { count: { workspace: 'app', at_least: 1 } } };
const mistake = (edits: Plain[], rest: Plain = {}) => [
  { text: 'oops', edits, fails: 'runs', rule: 'RT-01', ...rest },
];

describe('the proof of a level', () => {
  it('finds nothing wrong with a sound level', () => {
    expect(prove(levelOf())).toEqual({ problems: [], tried: 0, parProven: true });
  });

  it.each<[string, Plain, string[]]>([
    [
      'a start that passes',
      { script: [{ type: 'start_run', workspace: 'app' }], goals: [runs], mistakes: [] },
      ['the untouched start passes', 'goal runs never fails: it is dead'],
    ],
    [
      'a solution that fails',
      { solution: { edits: [open] }, mistakes: [] },
      [
        'the solution earns 0 stars (1 edits, par 1): runs: app has no such run. closed: network shares its state with other.',
      ],
    ],
    [
      'a solution over par',
      { solution: { edits: [trigger, needless] } },
      [
        'the solution earns 2 stars (2 edits, par 1): ',
        'the palette does not offer this step of the solution: {"type":"set","workspace":"acme/app","settings":{"auto_apply":true}}',
      ],
    ],
    ['a mistake that is none', { mistakes: mistake([trigger]) }, ['the mistake "oops" earns three stars']],
    [
      'a mistake that does not fail its goal',
      { mistakes: mistake([trigger, open]) },
      ['the mistake "oops" does not fail goal runs'],
    ],
    [
      'a mistake that fails by another rule',
      { mistakes: mistake([needless], { rule: 'AA-05' }) },
      ['the mistake "oops" fails by RT-01, not by AA-05'],
    ],
    [
      'a goal that nothing fails',
      { goals: [runs, { id: 'dead', text: 'a', rule: 'M-1', check: { refused: { rule: 'RT-03', is: 0 } } }] },
      ['goal dead never fails: it is dead'],
    ],
  ])('finds %s', (_, changes, problems) => {
    expect(prove(levelOf(changes)).problems).toEqual(problems);
  });

  it('finds something smaller than par, and names it', () => {
    const level = levelOf({
      par: 2,
      palette: { edits: [needless, trigger] },
      solution: { edits: [trigger, needless] },
      goals: [runs],
    });
    const { problems, tried } = prove(level);
    expect(problems).toEqual([
      'fewer edits than par pass: {"edits":[{"type":"create_run_trigger","sourceable":"acme/network","workspace":"acme/app"}],"actions":[]}',
    ]);
    expect(tried).toBe(2);
  });

  it('tries every set of moves below par once, those of people too', () => {
    const confirm = { type: 'confirm', workspace: 'app' };
    const level = levelOf({
      par: 3,
      palette: { edits: [trigger, needless], actions: [confirm] },
      solution: { edits: [trigger, needless], actions: [confirm] },
      goals: [
        {
          ...runs,
          check: {
            all: [
              { status: { workspace: 'app', is: 'applied' } },
              { setting: { workspace: 'app', field: 'auto_apply', is: true } },
            ],
          },
        },
      ],
      mistakes: [],
    });
    expect(prove(level)).toEqual({ problems: [], tried: 6, parProven: true });
  });

  it('finds what a person alone can do', () => {
    const confirm = { type: 'confirm', workspace: 'network' };
    const level = levelOf({
      layout: plainLayout('network, app, other'),
      par: 2,
      palette: { edits: [needless], actions: [confirm] },
      solution: { edits: [needless], actions: [confirm] },
      goals: [{ ...runs, check: { status: { workspace: 'network', is: 'applied' } } }],
      mistakes: [],
    });
    expect(prove(level)).toMatchObject({
      problems: [
        'fewer edits than par pass: {"edits":[],"actions":[{"type":"confirm","workspace":"acme/network"}]}',
      ],
      tried: 2,
      parProven: true,
    });
  });

  it('lets a goal live that the start alone fails, or a mistake alone, or a move of a person alone', () => {
    expect(prove(levelOf({ goals: [runs], palette: { edits: [trigger] }, mistakes: [] })).problems).toEqual(
      [],
    );
    const palette = { edits: [trigger] };
    const wide = [{ text: 'oops', edits: [trigger, open], fails: 'closed', rule: 'RS-10' }];
    expect(prove(levelOf({ palette, mistakes: wide })).problems).toEqual([]);
    const calm = { id: 'calm', text: 'a', rule: 'M-1', check: { refused: { is: 0 } } };
    const unlock = { type: 'unlock', workspace: 'app' };
    expect(
      prove(levelOf({ goals: [runs, calm], palette: { ...palette, actions: [unlock] }, mistakes: [] }))
        .problems,
    ).toEqual([]);
  });

  it('does not call smaller what is wider than it must be', () => {
    const network = { id: 'closed', text: 'a', kind: 'safe', rule: 'RS-10' };
    const level = levelOf({
      par: 2,
      palette: { edits: [open, trigger, needless] },
      solution: { edits: [trigger, needless] },
      goals: [
        {
          ...runs,
          check: {
            any: [
              { setting: { workspace: 'network', field: 'global_remote_state', is: true } },
              { all: [runs.check, { setting: { workspace: 'app', field: 'auto_apply', is: true } }] },
            ],
          },
        },
        { ...network, check: { not: { shares: { sourceable: 'network', workspace: 'other' } } } },
      ],
      mistakes: [],
    });
    expect(prove(level).problems).toEqual([]);
  });

  it('gives up where the palette is too rich, and says so', () => {
    const edits = Array.from({ length: 60 }, (_, i) => ({
      type: 'set_variable',
      workspace: 'app',
      key: `v${i}`,
      value: 'x',
    }));
    const level = levelOf({
      par: 5,
      palette: { edits: [...edits, trigger] },
      solution: { edits: [trigger, ...edits.slice(0, 4)] },
      goals: [{ id: 'runs', text: 'a', rule: 'M-1', check: { any: [] } }],
      script: [],
      mistakes: [],
    });
    const { parProven, tried } = prove(level, 500);
    expect(parProven).toBe(false);
    expect(tried).toBe(500);
  });
});

describe('AC 30: a level that cannot be read', () => {
  it.each<[string, Plain, string[]]>([
    [
      'a goal of a probe that is not there',
      { goals: [{ ...runs, probes: ['storm'] }] },
      ['goals[0].probes: no probe storm'],
    ],
    [
      'a mistake of a goal that is not there',
      { mistakes: mistake([], { fails: 'nothing' }) },
      ['mistakes[0].fails: no goal nothing'],
    ],
    [
      'a workspace that is not on the board',
      { goals: [{ ...runs, check: { count: { workspace: 'ap', is: 1 } } }], predict: ['ap'] },
      [
        'goals[0].check.count.workspace: no workspace "ap", did you mean app?',
        'predict[0]: no workspace "ap", did you mean app?',
      ],
    ],
    [
      'names that the layout does not have',
      {
        palette: {
          edits: [
            { type: 'attach_set', set: 'regional', workspace: 'app' },
            { type: 'grant_project', team: 'ops', project: 'core', access: 'read' },
            { type: 'exclude_policy', policy: 'tags', workspace: 'app' },
          ],
        },
        goals: [{ ...runs, check: { setting: { workspace: 'app', field: 'auto_aply', is: true } } }],
      },
      [
        'goals[0].check.setting.field: no workspace field "auto_aply", did you mean auto_apply?',
        'palette.edits[0].set: no variable set "regional", the layout has none',
        'palette.edits[1].team: no organization has a team "ops", known are owners',
        'palette.edits[1].project: no project "core", the layout has none',
        'palette.edits[2].policy: no policy "tags", the layout has none',
      ],
    ],
    ['an unknown key', { titel: 'x' }, ['titel: unknown key, did you mean title?']],
    [
      'an unknown kind of check',
      { goals: [{ ...runs, check: { counts: {} } }] },
      [
        'goals[0].check.counts: unknown key, did you mean count?',
        'goals[0].check: must give exactly one kind of check',
      ],
    ],
  ])('%s', (_, changes, problems) => {
    expect(problemsOf(changes)).toEqual(problems);
  });

  it('is not the sound one', () => {
    expect(problemsOf({})).toEqual([]);
    expect(SOUND['id']).toBe('sound');
  });
});

import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit } from '#model/edits/index.ts';
import { gradeSubmission, gradeLayout, judge, merge, play } from '#engine/levels/grade.ts';
import type { Action } from '#model/scenario/action.ts';
import { plainLayout } from '../support/shorthand.ts';
import { levelOf } from './levelOf.ts';

const trigger: Edit = { type: 'create_run_trigger', sourceable: 'acme/network', workspace: 'acme/app' };
const open: Edit = { type: 'set', workspace: 'acme/network', settings: { global_remote_state: true } };
const needless: Edit = { type: 'set', workspace: 'acme/app', settings: { auto_apply: true } };
const start: Action = {
  type: 'start_run',
  workspace: 'acme/other',
  source: 'tfe-ui',
  mode: 'standard',
  auto_approve: false,
};

describe('stars', () => {
  const level = levelOf();

  it.each([
    ['nothing was done', [], [], 0, false],
    ['correct, safe and within par', [trigger], [], 3, true],
    ['correct and safe, with one edit too many', [trigger, needless], [], 2, true],
    ['correct and safe, with one action too many', [trigger], [start], 2, true],
    ['correct but too wide', [trigger, open], [], 1, true],
    ['safe but not correct', [needless], [], 0, false],
  ] satisfies [string, Edit[], Action[], number, boolean][])('%s', (_, edits, actions, stars, passed) => {
    expect(gradeSubmission(level, { edits, actions })).toMatchObject({ stars, passed });
  });

  it('AC 36: do not depend on how the layout came about: what was undone does not count', () => {
    const there: Edit = { type: 'lock', workspace: 'acme/other' };
    const back: Edit = { type: 'unlock', workspace: 'acme/other' };
    expect(gradeSubmission(level, { edits: [there, back, trigger], actions: [] })).toMatchObject({
      stars: 3,
      edits: 1,
    });
  });

  it('are the same for an answer given as a layout', () => {
    const layout = applyEdits(level.layout, [trigger]);
    expect(gradeLayout(level, layout, [])).toEqual(gradeSubmission(level, { edits: [trigger], actions: [] }));
  });
});

describe('checks', () => {
  it('stand in the order of the goals, with the words and the rule of the case', () => {
    const { checks } = gradeSubmission(levelOf(), { edits: [open], actions: [] });
    expect(checks).toEqual([
      { id: 'runs', passed: false, message: 'app has no such run.', rule: 'RT-01' },
      { id: 'closed', passed: false, message: 'network shares its state with other.', rule: 'RS-10' },
    ]);
  });

  const fault = { type: 'set', workspace: 'network', settings: { apply: 'errors' } };
  const probed = levelOf({
    probes: [
      { id: 'calm', text: 'calm' },
      { id: 'storm', text: 'storm', faults: [fault] },
      { id: 'idle', text: 'idle', script: [] },
    ],
    goals: [
      { id: 'everywhere', text: 'a', rule: 'M-1', check: { count: { workspace: 'app', is: 1 } } },
      {
        id: 'calm-only',
        text: 'b',
        rule: 'M-1',
        probes: ['calm'],
        check: { count: { workspace: 'app', is: 1 } },
      },
      {
        id: 'idle-only',
        text: 'c',
        rule: 'M-1',
        probes: ['idle'],
        check: { count: { workspace: 'network', is: 0 } },
      },
      {
        id: 'as-laid-out',
        text: 'd',
        rule: 'M-1',
        check: { setting: { workspace: 'network', field: 'apply', is: 'succeeds' } },
      },
    ],
    mistakes: [],
  });

  it('show the first probe in which the goal failed', () => {
    const { checks, probes } = gradeSubmission(probed, { edits: [trigger], actions: [] });
    expect(checks.map((c) => [c.id, c.passed, c.rule])).toEqual([
      ['everywhere', false, 'FI-09'],
      ['calm-only', true, 'M-1'],
      ['idle-only', true, 'M-1'],
      ['as-laid-out', true, 'M-1'],
    ]);
    expect(probes.map((p) => [p.id, p.passed, p.goals.length])).toEqual([
      ['calm', true, 3],
      ['storm', false, 2],
      ['idle', false, 3],
    ]);
  });

  it('fail where no probe looks at the goal', () => {
    const { checks, passed } = gradeSubmission(
      { ...levelOf(), probes: [] },
      { edits: [trigger], actions: [] },
    );
    expect(passed).toBe(false);
    expect(checks).toContainEqual({
      id: 'runs',
      passed: false,
      message: 'No test checks this goal.',
      rule: 'RT-01',
    });
  });

  it('fail where nothing is asked', () => {
    const [probe] = levelOf().probes;
    if (probe === undefined) throw new Error('no probe');
    const played = play(levelOf().layout, probe, []);
    if (played === null) throw new Error('not played');
    for (const asked of [{}, { any: [] }])
      expect(judge(asked, played)).toEqual({ ok: false, rule: null, say: 'Nothing was asked.' });
  });

  it('fail by the rule of endless rings where an attempt makes too many runs', () => {
    const floors = Array.from({ length: 15 }, (_, i) => `x${i}, y${i}`).join(' -> ');
    const flood = levelOf({
      layout: plainLayout(`network -> ${floors}; app, other; network: auto_apply`, {
        ...Object.fromEntries(
          Array.from({ length: 15 }, (_, i) => [`x${i}`, `y${i}`])
            .flat()
            .map((name) => [name, { auto_apply_run_trigger: true }]),
        ),
      }),
    });
    const { checks } = gradeSubmission(flood, { edits: [], actions: [] });
    expect(checks[0]).toMatchObject({ passed: false, rule: 'CY-11' });
    expect(checks[0]?.message).toBe('This would make more runs than a simulation may have.');
  });
});

describe("the learner's actions and the script", () => {
  const at = (second: number | undefined, workspace: string): Action =>
    second === undefined ? { ...start, workspace } : { ...start, workspace, at: second };
  const names = (actions: Action[]) => actions.map((a) => ('workspace' in a ? a.workspace : ''));

  it.each([
    [
      'a dated action goes in at its second',
      [at(0, 's1'), at(100, 's2')],
      [at(50, 'me')],
      ['s1', 'me', 's2'],
    ],
    [
      'after what the script does in the same second',
      [at(50, 's1'), at(51, 's2')],
      [at(50, 'me')],
      ['s1', 'me', 's2'],
    ],
    [
      'one without a second comes last',
      [at(0, 's1'), at(100, 's2')],
      [at(undefined, 'me')],
      ['s1', 's2', 'me'],
    ],
    ['a script without seconds goes first', [at(undefined, 's1')], [at(5, 'me')], ['s1', 'me']],
    [
      'two of the same second keep their order',
      [at(9, 's1')],
      [at(5, 'me'), at(5, 'again')],
      ['me', 'again', 's1'],
    ],
    [
      'they are put in order of their seconds',
      [at(0, 's1')],
      [at(7, 'late'), at(5, 'early')],
      ['s1', 'early', 'late'],
    ],
  ])('%s', (_, script, mine, expected) => {
    expect(names(merge(script, mine))).toEqual(expected);
  });
});

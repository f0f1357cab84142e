import { describe, expect, it } from 'vitest';
import { simulate } from '#engine/simulate/simulate.ts';
import { layout, plainLayout, readScenario, run, scenario } from '../support/shorthand.ts';

const task = (stage: string) => ({ name: stage, stage, enforcement_level: 'advisory', passes: true });
const soft = { name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false };
const stages = ['pre_plan', 'post_plan', 'pre_apply', 'post_apply'].map(task);

/** pre_plan 0-5, plan 5-25, post_plan 25-30, cost 30-35, policies 35-40, pre_apply 40-45, apply 45-75, post_apply 75-80. */
const full = layout('app: auto_apply, cost', {
  app: { run_tasks: stages, policies: [{ ...soft, passes: true }] },
});

describe('cancel and discard', () => {
  const moments: [string, number, 'cancel' | 'discard' | 'both' | 'neither'][] = [
    ['pre_plan_running', 3, 'cancel'],
    ['planning', 10, 'cancel'],
    ['post_plan_running', 27, 'both'],
    ['cost_estimating', 32, 'neither'],
    ['policy_checking', 37, 'neither'],
    ['pre_apply_running', 42, 'cancel'],
    ['applying', 50, 'cancel'],
    ['post_apply_running', 77, 'cancel'],
    ['applied', 90, 'neither'],
  ];
  it.each(moments)('in %s', (status, at, possible) => {
    for (const verb of ['cancel', 'discard'] as const) {
      const { result, story } = run(full, ['start app at 0', `${verb} run-1 at ${at}`]);
      const before = story('run-1').split(', ');
      if (possible === verb || possible === 'both') {
        const end = verb === 'cancel' ? 'canceled' : 'discarded';
        expect(before.at(-1)).toBe(`${end} ${at}`);
        expect(before.at(-2)).toMatch(new RegExp(`^${status} `));
        expect(result.rejections).toEqual([]);
        expect(result.ended_at).toBe(at);
      } else {
        expect(result.runs[0]?.status).toBe('applied');
        expect(result.rejections).toMatchObject([
          { action: 1, rule: verb === 'cancel' ? 'RUN-06' : 'RUN-05' },
        ]);
      }
    }
  });

  const holds: [string, Parameters<typeof layout>, string[], string][] = [
    ['confirmation', ['app'], ['start app'], 'run-1'],
    ['policy_override', ['app', { app: { policies: [soft] } }], ['start app'], 'run-1'],
    ['unlock', ['app: locked'], ['start app'], 'run-1'],
    ['earlier_run', ['app'], ['start app', 'start app'], 'run-2'],
    ['confirmation of a saved plan', ['app'], ['start app save_plan'], 'run-1'],
    [
      'concurrency, in pending',
      ['app, b', {}, { organizations: [{ name: 'acme', concurrency: 1 }] }],
      ['start b at 0', 'start app plan_only at 1', 'lock b at 2'],
      'run-2',
    ],
    [
      'concurrency, in confirmed',
      ['app, b', {}, { organizations: [{ name: 'acme', concurrency: 1 }] }],
      ['start app at 0', 'start b at 20', 'confirm app at 21'],
      'run-1',
    ],
  ];
  it.each(holds)(
    'discard is possible, cancel is not, while a run waits for %s',
    (_what, given, actions, id) => {
      const at = actions[0]?.includes(' at ') ? ' at 25' : '';
      const discarded = run(layout(...given), [...actions, `discard ${id}${at.replace('25', '3')}`]);
      expect(discarded.result.runs.find((r) => r.id === id)).toMatchObject({
        status: 'discarded',
        waiting_for: null,
        rule: 'RUN-05',
      });
      const canceled = run(layout(...given), [...actions, `cancel ${id}${at.replace('25', '3')}`]);
      expect(canceled.result.rejections.at(-1)).toMatchObject({ rule: 'RUN-06' });
    },
  );

  it('frees the workspace, the queue and the slot in the same second', () => {
    const given = layout('app, b', {}, { organizations: [{ name: 'acme', concurrency: 1 }] });
    const { story } = run(given, ['start app at 0', 'start app at 1', 'start b at 2', 'cancel run-1 at 5']);
    expect(story('run-1')).toBe('pending 0, planning 0, canceled 5');
    expect(story('run-2')).toMatch(/^pending 1, planning 5/);
    expect(story('run-3')).toMatch(/^pending 2, planning 25/);
  });

  it('takes a pending run out of the middle of its queue', () => {
    const { summary } = run(layout('app'), [
      'start app',
      'start app',
      'start app',
      'discard run-2',
      'discard app',
    ]);
    expect(summary).toEqual([
      'run-1 app: discarded by RUN-05',
      'run-2 app: discarded by RUN-05',
      'run-3 app: planned waits for confirmation by AA-02',
    ]);
  });
});

describe('the current run', () => {
  it('is the one in progress, then the oldest pending one', () => {
    const { summary } = run(layout('app'), [
      'start app',
      'start app',
      'discard app',
      'lock app',
      'discard app',
      'lock app',
      'start app',
      'start app',
      'discard app',
    ]);
    expect(summary).toEqual([
      'run-1 app: discarded by RUN-05',
      'run-2 app: discarded by RUN-05',
      'run-3 app: discarded by RUN-05',
      'run-4 app: pending waits for unlock by LK-02',
      'action 3 refused: LK-01',
    ]);
  });

  it('is never a plan-only run, which is reached by its id', () => {
    const { summary } = run(layout('app'), [
      'start app plan_only at 0',
      'cancel app at 1',
      'cancel run-1 at 2',
    ]);
    expect(summary).toEqual(['run-1 app: canceled by RUN-06', 'action 1 refused: RUN-06']);
  });

  it('is no pending plan-only run or saved plan', () => {
    const given = layout('app, b', {}, { organizations: [{ name: 'acme', concurrency: 1 }] });
    const { summary } = run(given, [
      'start b at 0',
      'start app plan_only at 1',
      'start app save_plan at 1',
      'discard app at 2',
      'discard run-3 at 3',
    ]);
    expect(summary).toEqual([
      'run-1 b: planned waits for confirmation by AA-02',
      'run-2 app: planned_and_finished by MODE-02',
      'run-3 app: discarded by RUN-05',
      'action 3 refused: RUN-05',
    ]);
  });

  it.each(['confirm', 'discard', 'cancel', 'override'])(
    'makes %s a rejection where there is none',
    (verb) => {
      for (const subject of ['app', 'run-2', 'run-99999999']) {
        const { result } = run(layout('app: no_changes'), ['start app', `${verb} ${subject}`]);
        expect(result.rejections).toHaveLength(1);
        expect(result.runs[0]?.status).toBe('planned_and_finished');
      }
    },
  );

  it.each(['run-0', 'run-01', 'run-', 'RUN-1', 'run-1 ', '1'])('knows no run %j', (id) => {
    const { result } = run(layout('app'), ['start app', { type: 'discard', run: id }]);
    expect(result.rejections).toHaveLength(1);
  });

  it('asks for permission before it says that there is nothing', () => {
    const { result } = run(layout('app; team ops:'), ['confirm app as ops', 'confirm run-1 as ops']);
    expect(result.rejections.map((r) => r.message)).toEqual([
      'Team ops may not apply runs in app.',
      'There is no such run.',
    ]);
  });
});

describe('triggers of the layout and of actions', () => {
  it('creates those of the layout one by one before the first action, and reports the others with action null', () => {
    const given = layout('a -> b -> c -> a; a -> a; a -> b; zeta/d -> a; a: auto_apply');
    const { result, summary } = run(given, ['start a']);
    expect(result.rejections.map((r) => [r.action, r.rule])).toEqual([
      [null, 'CY-11'],
      [null, 'RT-22'],
      [null, 'RT-25'],
      [null, 'RT-05'],
    ]);
    expect(summary.slice(0, 2)).toEqual([
      'run-1 a: applied',
      'run-2 b from run-1: planned waits for confirmation by AA-05',
    ]);
  });

  it('says of app rules that they are the app’s', () => {
    const { result } = run(layout('a -> b'), ['link b a']);
    expect(result.rejections[0]?.message).toContain('A design rule of this app');
  });

  it('creates a trigger into a local downstream and into one without a configuration', () => {
    const given = layout('a; b: local; c: no_configuration; a: auto_apply');
    expect(run(given, ['link a b', 'link a c', 'start a']).summary).toEqual([
      'run-1 a: applied',
      'run-1 -/-> b: EM-03',
      'run-1 -/-> c: FI-37',
    ]);
  });

  it('creates a trigger out of a local source', () => {
    expect(run(layout('a: local; b'), ['link a b']).result.rejections).toEqual([]);
  });
});

describe('problems of the input', () => {
  it.each([
    [{ type: 'start_run', workspace: 'app', auto_approve: true }, 'actions[0].auto_approve'],
    [{ type: 'confirm' }, 'actions[0].workspace'],
    [{ type: 'discard', workspace: 'app', run: 'run-1' }, 'actions[0].run'],
    [{ type: 'lock', workspace: 'app', as: 'nobody' }, 'actions[0].as'],
    [{ type: 'lock', workspace: 'other' }, 'actions[0].workspace'],
    [{ type: 'lock', workspace: 'app', at: -1 }, 'actions[0].at'],
    [{ type: 'lock', workspace: 'app', at: 1.5 }, 'actions[0].at'],
  ])('%j', (action, path) => {
    const parsed = readScenario(plainLayout('app'), [action]);
    expect(parsed.ok ? [] : parsed.problems.map((p) => p.path)).toEqual([path]);
  });

  it('allows 10,000 runs, and makes one more a problem of actions', () => {
    const starts = (n: number) => Array.from({ length: n }, () => 'start app plan_only at 0');
    expect(simulate(scenario(plainLayout('app'), starts(10_000))).ok).toBe(true);
    const over = simulate(scenario(plainLayout('app'), starts(10_001)));
    expect(over.ok ? [] : over.problems).toEqual([
      {
        path: 'actions',
        message: 'would make more than 10000 runs, which is the most one simulation may have',
      },
    ]);
  });

  it('counts triggered runs too', () => {
    const layers = Array.from({ length: 14 }, (_, i) => `w${i} -> a${i}, b${i} -> w${i + 1}`).join('\n');
    const fields = Object.fromEntries(
      Array.from({ length: 14 }, (_, i) => [`w${i}`, `a${i}`, `b${i}`])
        .flat()
        .map((name) => [name, { auto_apply: true, auto_apply_run_trigger: true }]),
    );
    const over = simulate(scenario(plainLayout(layers, fields), ['start w0']));
    expect(over.ok ? [] : over.problems.map((p) => p.path)).toEqual(['actions']);
  });
});

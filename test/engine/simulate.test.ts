import { describe, expect, it } from 'vitest';
import { allowed } from '#engine/query/access.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { hasVariable } from '#engine/query/effectiveVariables.ts';
import { layout, type Plain, run, scenario } from '../support/shorthand.ts';

/** Which run entered a status when, in the order of the log. */
const entered = (given: ReturnType<typeof layout>, actions: (string | Plain)[], status: string) =>
  run(given, actions).log.flatMap((e) =>
    e.kind === 'status' && e.status === status ? [`${e.run} ${e.at}`] : [],
  );

const plan = (seconds: number): Plain => ({ seconds: { plan: seconds, apply: 30 } });

describe('stage ends', () => {
  const lengths = [70, 10, 90, 40, 20, 80, 30, 60, 100, 50];
  const names = lengths.map((_, i) => `w${i}`);

  it('happen in the order of their seconds, however they were scheduled', () => {
    const given = layout(
      names.join(', '),
      Object.fromEntries(names.map((name, i) => [name, plan(lengths[i] ?? 0)])),
    );
    const wanted = lengths
      .map((length, i) => ({ length, run: `run-${i + 1}` }))
      .sort((a, b) => a.length - b.length)
      .map(({ length, run: id }) => `${id} ${length}`);
    expect(
      entered(
        given,
        names.map((name) => `start ${name} at 0`),
        'planned',
      ),
    ).toEqual(wanted);
  });

  it('of one second happen in the order in which they were scheduled', () => {
    const given = layout(names.join(', '), Object.fromEntries(names.map((name) => [name, plan(30)])));
    const wanted = names.map((_, i) => `run-${i + 1} 30`);
    expect(
      entered(
        given,
        names.map((name) => `start ${name} at 0`),
        'planned',
      ),
    ).toEqual(wanted);
  });

  it('of one second do so though they were scheduled in different ones', () => {
    const fields = Object.fromEntries(names.map((name, i) => [name, plan(100 - 10 * i)]));
    const actions = names.map((name, i) => `start ${name} at ${10 * i}`);
    expect(entered(layout(names.join(', '), fields), actions, 'planned')).toEqual(
      names.map((_, i) => `run-${i + 1} 100`),
    );
  });
});

describe('a queue', () => {
  it('keeps its order where a run in the middle is discarded', () => {
    const actions = ['start app at 0', 'start app at 0', 'start app at 0', 'discard run-2 at 1'];
    expect(run(layout('app: auto_apply'), actions).summary).toEqual([
      'run-1 app: applied',
      'run-2 app: discarded by RUN-05',
      'run-3 app: applied',
    ]);
  });

  it('loses nothing where a plan-only run that waits for a slot is discarded', () => {
    const one = { organizations: [{ name: 'acme', concurrency: 1 }] };
    const actions = ['start batch at 0', 'start app at 1', 'start app plan_only at 2', 'discard run-3 at 3'];
    expect(run(layout('app: auto_apply; batch: auto_apply', {}, one), actions).summary).toEqual([
      'run-1 batch: applied',
      'run-2 app: applied',
      'run-3 app: discarded by RUN-05',
    ]);
  });

  it('keeps the other saved plans where one is discarded, until a run is applied', () => {
    const saved = ['start app save_plan', 'start app save_plan', 'discard run-1'];
    expect(run(layout('app'), saved).summary).toEqual([
      'run-1 app: discarded by RUN-05',
      'run-2 app: planned_and_saved waits for confirmation by AA-07',
    ]);
    expect(run(layout('app: auto_apply'), [...saved, 'start app']).summary[1]).toBe(
      'run-2 app: discarded by MODE-03',
    );
  });
});

describe('run tasks', () => {
  it('stop a run at their own stage, not at an earlier one', () => {
    const task = (name: string, stage: string, passes: boolean) => ({
      name,
      stage,
      enforcement_level: 'mandatory',
      passes,
    });
    const given = layout('app: auto_apply', {
      app: { run_tasks: [task('early', 'pre_plan', true), task('late', 'pre_apply', false)] },
    });
    const statuses = run(given, ['start app']).result.runs[0]?.statuses.map((s) => s.status);
    expect(statuses).toEqual([
      'pending',
      'pre_plan_running',
      'pre_plan_completed',
      'planning',
      'planned',
      'confirmed',
      'pre_apply_running',
      'errored',
    ]);
  });
});

describe('a trigger that is deleted', () => {
  it('leaves the other sources of its downstream', () => {
    const { summary } = run(layout('a -> c; b -> c'), ['unlink a c', 'link b c', 'link a c', 'unlink b c']);
    expect(summary).toEqual(['action 1 refused: RT-25']);
  });
});

describe('staleness', () => {
  it('counts for a workspace without state from its first apply on', () => {
    const given = layout('b reads a.x; a shares b; a: auto_apply; b: auto_apply, no_state');
    expect(run(given, ['start a']).result.stale).toEqual([]);
    expect(run(given, ['start a', 'start b']).result.stale).toEqual([]);
    expect(run(given, ['start a', 'start b', 'start a']).summary.at(-1)).toBe('stale: b read a');
  });
});

describe('what a parsed scenario cannot hold', () => {
  it('is a run with something before its number', () => {
    expect(run(layout('app'), ['start app', { type: 'confirm', run: 'xrun-1' }]).summary[1]).toBe(
      'action 1 refused: RUN-04',
    );
  });

  it('is a workspace that does not exist: the engine says so', () => {
    const parsed = scenario(layout('app'), ['start app']);
    const broken = { ...parsed, layout: layout('batch') };
    expect(() => simulate(broken)).toThrow('no workspace acme/app: the scenario was not parsed');
  });

  it('is a setting without a value: it changes nothing', () => {
    const parsed = scenario(layout('app: auto_apply'), ['start app']);
    const [start] = parsed.actions;
    if (start === undefined) throw new Error('no action');
    const settings = { auto_apply: undefined };
    const simulated = simulate({
      ...parsed,
      actions: [{ type: 'set', workspace: 'acme/app', settings }, start],
    });
    expect(simulated.ok && simulated.value.result.runs[0]?.status).toBe('applied');
  });

  it('is a permission in a workspace that does not exist', () => {
    expect(Object.values(allowed(layout('app; team ops: app=admin'), 'ops', 'acme/none'))).not.toContain(
      true,
    );
  });
});

describe('a required variable', () => {
  it('may come from a set that holds others too', () => {
    const given = layout(
      'app',
      {},
      {
        variable_sets: [{ name: 'all', workspaces: ['app'], variables: [{ key: 'size' }, { key: 'zone' }] }],
      },
    );
    const [app] = given.workspaces;
    if (app === undefined) throw new Error('no workspace');
    expect(
      ['size', 'zone', 'none'].map((key) => hasVariable(given, app, { key, category: 'terraform' })),
    ).toEqual([true, true, false]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Outcome } from '../support/shorthand.ts';
import { layout, run } from '../support/shorthand.ts';

const task = (stage: string, enforcement_level = 'advisory', passes = true) => ({
  name: `${stage}-${enforcement_level}-${passes}`,
  stage,
  enforcement_level,
  passes,
});
const order = (outcome: Outcome) =>
  outcome.log.flatMap((e) => (e.kind === 'status' ? [`${e.run} ${e.status} ${e.at}`] : []));

describe('how a run moves: queue and triggers', () => {
  it('starts the next run in the second in which the earlier one ends', () => {
    const { story } = run(layout('app: auto_apply'), ['start app at 0', 'start app at 1', 'start app at 2']);
    expect(story('run-2')).toMatch(/^pending 1, planning 50,.*applied 100$/);
    expect(story('run-3')).toMatch(/^pending 2, planning 100,.*applied 150$/);
  });

  it('queues one run for each trigger, in the order in which the triggers were created', () => {
    const given = layout('network, a, b, c; network -> c; network -> a; network: auto_apply');
    const { summary } = run(given, ['link network b', 'start network']);
    expect(summary.slice(1)).toEqual([
      'run-2 c from run-1: planned waits for confirmation by AA-05',
      'run-3 a from run-1: planned waits for confirmation by AA-05',
      'run-4 b from run-1: planned waits for confirmation by AA-05',
    ]);
  });

  it('puts a trigger that was deleted and created again at the end', () => {
    const given = layout('network -> a, b; network: auto_apply');
    const { result } = run(given, ['unlink network a', 'link network a', 'start network']);
    expect(result.runs.map((r) => r.workspace)).toEqual(['acme/network', 'acme/b', 'acme/a']);
  });

  it('does not merge: a diamond runs its end twice, one after the other', () => {
    const given = layout('network -> a, b -> app', {
      network: { auto_apply: true },
      a: { auto_apply_run_trigger: true },
      b: { auto_apply_run_trigger: true },
      app: { auto_apply_run_trigger: true },
    });
    const { summary, story } = run(given, ['start network']);
    expect(summary).toEqual([
      'run-1 network: applied',
      'run-2 a from run-1: applied',
      'run-3 b from run-1: applied',
      'run-4 app from run-2: applied',
      'run-5 app from run-3: applied',
    ]);
    expect(story('run-4')).toMatch(/^pending 100, planning 100/);
    expect(story('run-5')).toMatch(/^pending 100, planning 150/);
  });

  it('fires when applied is entered, after the post-apply tasks', () => {
    const given = layout('network -> app; network: auto_apply', {
      network: { run_tasks: [task('post_apply')] },
    });
    const { story } = run(given, ['start network']);
    expect(story('run-1')).toMatch(/post_apply_completed 55, applied 55$/);
    expect(story('run-2')).toMatch(/^pending 55, planning 55/);
  });

  it('joins the end of the queue of the downstream', () => {
    const given = layout('network -> app; network: auto_apply; app: locked');
    const { summary } = run(given, ['start app', 'start network', 'start app']);
    expect(summary).toEqual([
      'run-1 app: pending waits for unlock by LK-02',
      'run-2 network: applied',
      'run-3 app from run-2: pending waits for earlier_run by Q-02',
      'run-4 app: pending waits for earlier_run by Q-02',
    ]);
  });
});

describe('seconds: the order of events', () => {
  it('lets things due in one second happen in the order in which they were scheduled', () => {
    const given = layout('a, b', {
      a: { run_tasks: [task('pre_plan')], seconds: { plan: 15 } },
      b: { seconds: { plan: 19 } },
    });
    const events = order(run(given, ['start a at 0', 'start b at 1']));
    expect(events.slice(-2)).toEqual(['run-2 planned 20', 'run-1 planned 20']);
  });

  it('makes the end of a stage of 0 seconds an event of its own', () => {
    const zero = { seconds: { plan: 0, apply: 0 } };
    const events = order(
      run(layout('a: auto_apply; b: auto_apply', { a: zero, b: zero }), ['start a at 0', 'start b at 0']),
    );
    expect(events).toEqual([
      'run-1 pending 0',
      'run-1 planning 0',
      'run-1 planned 0',
      'run-1 confirmed 0',
      'run-1 applying 0',
      'run-1 applied 0',
      'run-2 pending 0',
      'run-2 planning 0',
      'run-2 planned 0',
      'run-2 confirmed 0',
      'run-2 applying 0',
      'run-2 applied 0',
    ]);
    const fan = layout('network -> a, b; network: auto_apply', {
      network: zero,
      a: { ...zero, auto_apply_run_trigger: true },
      b: { ...zero, auto_apply_run_trigger: true },
    });
    expect(order(run(fan, ['start network'])).slice(5)).toEqual([
      'run-1 applied 0',
      'run-2 pending 0',
      'run-3 pending 0',
      'run-2 planning 0',
      'run-3 planning 0',
      'run-2 planned 0',
      'run-2 confirmed 0',
      'run-2 applying 0',
      'run-3 planned 0',
      'run-3 confirmed 0',
      'run-3 applying 0',
      'run-2 applied 0',
      'run-3 applied 0',
    ]);
  });

  it('performs an action after everything due up to its second', () => {
    expect(run(layout('app'), ['start app at 0', 'confirm app at 20']).summary).toEqual([
      'run-1 app: applied',
    ]);
    expect(run(layout('app'), ['start app at 0', 'confirm app at 19']).result.rejections).toHaveLength(1);
  });

  it('performs an action whose second has passed at once, and in its place', () => {
    const { story } = run(layout('a, b'), ['start a at 10', 'start b at 5']);
    expect(story('run-2')).toMatch(/^pending 10, planning 10/);
  });

  it('waits until nothing more can happen where an action names no second', () => {
    const { story } = run(layout('a: auto_apply; b'), ['start a', 'start b']);
    expect(story('run-2')).toMatch(/^pending 50/);
  });

  it('does not wait for the stage of a run that was canceled or discarded', () => {
    const canceled = run(layout('a, b'), ['start a at 0', 'cancel a at 5', 'start b']);
    expect(canceled.story('run-2')).toMatch(/^pending 5/);
    const discarded = run(layout('a', { a: { run_tasks: [task('post_plan')] } }), [
      'start a at 0',
      'discard a at 21',
    ]);
    expect(discarded.result.ended_at).toBe(21);
    expect(discarded.story('run-1')).toBe(
      'pending 0, planning 0, planned 20, post_plan_running 20, discarded 21',
    );
  });
});

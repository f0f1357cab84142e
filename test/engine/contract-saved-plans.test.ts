import { describe, expect, it } from 'vitest';
import { layout, run, set } from '../support/shorthand.ts';

const task = (stage: string, enforcement_level = 'advisory', passes = true) => ({
  name: `${stage}-${enforcement_level}-${passes}`,
  stage,
  enforcement_level,
  passes,
});
const sentinel = (enforcement_level: string, passes = false) => ({
  name: `s-${enforcement_level}`,
  kind: 'sentinel',
  enforcement_level,
  passes,
});

describe('how a run moves: saved plans', () => {
  it('enters planned_and_saved after the checks, and holds up nobody', () => {
    const app = { policies: [sentinel('advisory', true)] };
    const { story, summary } = run(layout('app', { app }), ['start app save_plan', 'start app']);
    expect(story('run-1')).toBe(
      'pending 0, planning 0, planned 20, policy_checking 20, policy_checked 25, planned_and_saved 25',
    );
    expect(summary[1]).toBe('run-2 app: policy_checked waits for confirmation by AA-02');
  });

  it('holds up the queue once it is confirmed', () => {
    const { holds, story } = run(layout('app: auto_apply'), [
      'start app save_plan at 0',
      'confirm run-1 at 30',
      'start app at 31',
    ]);
    expect(story('run-1')).toBe(
      'pending 0, planning 0, planned 20, planned_and_saved 20, confirmed 30, applying 30, applied 60',
    );
    expect(holds('run-2')).toBe('earlier_run 31, null 60');
  });

  it('is confirmed by its id only, for its workspace has no current run', () => {
    expect(run(layout('app'), ['start app save_plan', 'confirm app']).summary).toEqual([
      'run-1 app: planned_and_saved waits for confirmation by AA-07',
      'action 1 refused: RUN-04',
    ]);
  });

  it('is the current run once it is confirmed, also before pending runs that are older', () => {
    const given = layout('app, b', {}, { organizations: [{ name: 'acme', concurrency: 1 }] });
    const { summary, holds } = run(given, [
      'start app save_plan at 0',
      'start b at 20',
      'start app at 21',
      'confirm run-1 at 22',
      'discard app at 23',
    ]);
    expect(holds('run-3')).toBe('concurrency 21, earlier_run 22, concurrency 23, null 40, confirmation 60');
    expect(summary).toEqual([
      'run-1 app: discarded by RUN-05',
      'run-2 b: planned waits for confirmation by AA-02',
      'run-3 app: planned waits for confirmation by AA-02',
    ]);
  });

  it('is discarded when another run applies, also while it still plans or waits for an override', () => {
    const { story } = run(layout('app: auto_apply'), ['start app at 0', 'start app save_plan at 49']);
    expect(story('run-2')).toBe('pending 49, planning 49, discarded 50');
    const app = { policies: [sentinel('soft-mandatory')] };
    const waits = run(layout('app: auto_apply', { app }), [
      'start app save_plan at 0',
      'start app at 1',
      'override app at 30',
    ]);
    expect(waits.summary).toEqual(['run-1 app: discarded by MODE-03', 'run-2 app: applied']);
    expect(waits.result.runs[0]?.waiting_for).toBeNull();
  });

  it('lives on where it had not entered planning when the other run applied', () => {
    const { story } = run(layout('app: auto_apply'), [
      'start app at 0',
      set('app', { run_tasks: [task('pre_plan')] }, { at: 46 }),
      'start app save_plan at 47',
      set('app', { run_tasks: [] }, { at: 48 }),
      'start app save_plan at 50',
    ]);
    expect(story('run-2')).toBe(
      'pending 47, pre_plan_running 47, pre_plan_completed 52, planning 52, planned 72, planned_and_saved 72',
    );
    expect(story('run-3')).toBe('pending 50, planning 50, planned 70, planned_and_saved 70');
  });

  it('lives on when the other run errors in its apply', () => {
    expect(
      run(layout('app: auto_apply, apply_errors'), ['start app save_plan', 'start app']).summary,
    ).toEqual([
      'run-1 app: planned_and_saved waits for confirmation by AA-07',
      'run-2 app: errored by RUN-13',
    ]);
  });

  it('does not discard the saved plans of another workspace', () => {
    expect(run(layout('app; b: auto_apply'), ['start app save_plan', 'start b']).summary).toEqual([
      'run-1 app: planned_and_saved waits for confirmation by AA-07',
      'run-2 b: applied',
    ]);
  });

  it('fires after its apply, and its discard queues nothing', () => {
    const { summary } = run(layout('network -> app'), [
      'start network save_plan',
      'start network save_plan',
      'confirm run-2',
    ]);
    expect(summary).toEqual([
      'run-1 network: discarded by MODE-03',
      'run-2 network: applied',
      'run-3 app from run-2: planned waits for confirmation by AA-05',
      'run-1 -/-> app: FI-06',
    ]);
  });
});

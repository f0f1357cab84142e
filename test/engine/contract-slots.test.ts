import { describe, expect, it } from 'vitest';
import { layout, run } from '../support/shorthand.ts';

const slots = (concurrency: number) => ({ organizations: [{ name: 'acme', concurrency }] });
const soft = { name: 'tags', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false };
const opa = { name: 'cost', kind: 'opa', enforcement_level: 'mandatory', passes: false };

describe('slots', () => {
  it('go to confirmed runs, then to pending ones and saved plans by number, then to plan-only ones', () => {
    const given = layout('a, x, p, b, c, q', {}, slots(1));
    const { story, holds } = run(given, [
      'start a at 0',
      'start x at 21',
      'start p plan_only at 22',
      'start b at 23',
      'start c save_plan at 24',
      'start q plan_only at 24',
      'confirm a at 25',
    ]);
    expect(story('run-1')).toBe('pending 0, planning 0, planned 20, confirmed 25, applying 41, applied 71');
    expect(story('run-4')).toBe('pending 23, planning 71, planned 91');
    expect(story('run-5')).toBe('pending 24, planning 91, planned 111, planned_and_saved 111');
    expect(story('run-3')).toBe('pending 22, planning 111, planned 131, planned_and_finished 131');
    expect(story('run-6')).toMatch(/^pending 24, planning 131/);
    expect(holds('run-1')).toBe('confirmation 20, null 25, concurrency 25, null 41');
    expect(holds('run-3')).toBe('concurrency 22, null 111');
  });

  it.each([
    ['confirmed', {}, 'confirm a at 30', 'confirmed 30, applying 46'],
    [
      'overridden',
      { a: { policies: [opa], cost_estimation: true } },
      'override a at 30',
      'policy_checked 30, cost_estimating 46',
    ],
  ])('go to a run that was %s before a pending one of a lower number', (_what, fields, action, goesOn) => {
    const given = layout('early: locked; a, x', fields, slots(1));
    const { story } = run(given, [
      'start early at 0',
      'start a at 0',
      'start x at 26',
      'unlock early at 27',
      action,
    ]);
    expect(story('run-2')).toContain(goesOn);
    expect(story('run-1')).toMatch(/^pending 0, planning (51|76),/);
  });

  it('go to the lowest number among confirmed and overridden runs', () => {
    const given = layout('a, b, x', { a: { policies: [soft] }, x: { auto_apply: true } }, slots(1));
    const { story } = run(given, [
      'start a at 0',
      'start b at 25',
      'start x at 45',
      'confirm b at 46',
      'override a at 47',
      'confirm a at 48',
    ]);
    expect(story('run-1')).toBe(
      'pending 0, planning 0, planned 20, policy_checking 20, policy_override 25, policy_checked 47, ' +
        'confirmed 48, applying 95, applied 125',
    );
    expect(story('run-2')).toMatch(/confirmed 46, applying 125/);
  });

  it('are given back by a run that waits for confirmation, for an override or saved', () => {
    const given = layout('a, b, c, d', { b: { policies: [soft] } }, slots(1));
    const { story } = run(given, ['start a at 0', 'start b at 0', 'start c save_plan at 0', 'start d at 0']);
    expect(story('run-2')).toMatch(/^pending 0, planning 20, .*policy_override 45$/);
    expect(story('run-3')).toMatch(/^pending 0, planning 45, .*planned_and_saved 65$/);
    expect(story('run-4')).toMatch(/^pending 0, planning 65/);
  });

  it('are kept by a run that applies by itself', () => {
    const given = layout('a: auto_apply; b', {}, slots(1));
    expect(run(given, ['start a at 0', 'start b at 0']).story('run-2')).toMatch(/^pending 0, planning 50/);
  });

  it.each(['cancel a at 5', 'discard a at 22'])('are given back by a run that ends: %s', (action) => {
    const post = [{ name: 'scan', stage: 'post_plan', enforcement_level: 'advisory', passes: true }];
    const given = layout('a, b', { a: { run_tasks: post } }, slots(1));
    const at = action.split(' ').at(-1);
    expect(run(given, ['start a at 0', 'start b at 0', action]).story('run-2')).toMatch(
      new RegExp(`^pending 0, planning ${at},`),
    );
  });

  it('are needed again by an overridden run for its next timed stage, in whose last status it waits', () => {
    const given = layout('a, b', { a: { policies: [opa], cost_estimation: true } }, slots(1));
    const { story, holds } = run(given, ['start a at 0', 'start b at 30', 'override a at 31']);
    expect(story('run-1')).toBe(
      'pending 0, planning 0, planned 20, policy_checking 20, policy_override 25, policy_checked 31, ' +
        'cost_estimating 50, cost_estimated 55',
    );
    expect(holds('run-1')).toBe('policy_override 25, null 31, concurrency 31, null 50, confirmation 55');
  });

  it('are not needed by an overridden run that waits for confirmation next', () => {
    const given = layout('a, b', { a: { policies: [soft] } }, slots(1));
    const { holds } = run(given, ['start a at 0', 'start b at 30', 'override a at 31']);
    expect(holds('run-1')).toBe('policy_override 25, null 31, confirmation 31');
  });

  it('are needed by plan-only runs too', () => {
    const { holds } = run(layout('a, b', {}, slots(1)), ['start a at 0', 'start b plan_only at 0']);
    expect(holds('run-2')).toBe('concurrency 0, null 20');
  });

  it('stay unused while the first pending run is locked, and go to the next', () => {
    const given = layout('a: locked; b', {}, slots(1));
    const { holds } = run(given, ['start a at 0', 'start b at 0']);
    expect(holds('run-1')).toBe('unlock 0');
    expect(holds('run-2')).toBe('confirmation 20');
  });

  it('are never too many: no more runs work at once than there are slots', () => {
    const names = Array.from({ length: 12 }, (_, i) => `w${i}`);
    const given = layout(
      `root -> ${names.join(', ')}`,
      Object.fromEntries(
        ['root', ...names].map((n) => [n, { auto_apply: true, auto_apply_run_trigger: true }]),
      ),
      slots(3),
    );
    const { log } = run(given, ['start root']);
    const working = new Set<string>();
    let most = 0;
    for (const entry of log) {
      if (entry.kind !== 'status') continue;
      if (entry.status === 'planning' || entry.status === 'applying') working.add(entry.run);
      if (entry.status === 'applied') working.delete(entry.run);
      most = Math.max(most, working.size);
    }
    expect(most).toBe(3);
  });

  it('are all free once it is quiet, so that no result waits for one', () => {
    const given = layout('a, b, c', {}, slots(1));
    const { result } = run(given, [
      'start a at 0',
      'start b at 0',
      'start c plan_only at 0',
      'confirm a at 20',
    ]);
    expect(result.runs.map((r) => r.waiting_for)).toEqual([null, 'confirmation', null]);
  });
});

describe('what a pending run waits for', () => {
  it('is an earlier run before the lock, and the lock before a slot', () => {
    const given = layout('app: locked; b', { b: { seconds: { plan: 100 } } }, slots(1));
    const { holds } = run(given, [
      'start b at 0',
      'start app at 1',
      'start app at 2',
      'unlock app at 3',
      'lock app at 4',
      'unlock app at 5',
      'discard run-2 at 6',
    ]);
    expect(holds('run-2')).toBe('unlock 1, concurrency 3, unlock 4, concurrency 5, null 6');
    expect(holds('run-3')).toBe('earlier_run 2, concurrency 6, null 100, confirmation 120');
  });

  it('is nothing but a slot for a plan-only run and for the planning of a saved plan', () => {
    const given = layout('app: locked; b', {}, slots(1));
    const { holds } = run(given, ['start b at 0', 'start app plan_only at 1', 'start app save_plan at 1']);
    expect(holds('run-2')).toBe('concurrency 1, null 40');
    expect(holds('run-3')).toBe('concurrency 1, null 20, confirmation 40');
  });

  it('does not block plan-only runs behind a run in progress', () => {
    expect(run(layout('app'), ['start app', 'start app plan_only']).summary).toEqual([
      'run-1 app: planned waits for confirmation by AA-02',
      'run-2 app: planned_and_finished by MODE-02',
    ]);
  });
});

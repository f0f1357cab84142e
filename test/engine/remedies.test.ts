import { describe, expect, it } from 'vitest';
import { nearestChange } from '#engine/explain/counterfactual.ts';
import type { Remedy } from '#engine/rules/rule.ts';
import { layout, scenario } from '../support/shorthand.ts';
import { hold, ended, silent, refused, nearest, on } from './nearest.ts';

describe('what counts as mended', () => {
  it('is for a refusal that its action is no longer refused by that rule, whatever else is', () => {
    const given = layout('app: local; batch: local');
    const actions = ['start app', 'start batch'];
    const remote = (workspace: string) => on(workspace, { execution_mode: 'remote' });
    expect(nearest(given, actions, refused(1), [remote('app')])).toBeNull();
    expect(nearest(given, actions, refused(1), [remote('batch')])).toBe(
      'set execution_mode = "remote" on acme/batch: the action is carried out',
    );
    expect(nearest(given, actions, refused(2), [remote('batch')])).toBeNull();
  });

  it('is for a refusal no change by which another rule refuses the action', () => {
    const given = layout('app: local; team ops:');
    expect(nearest(given, ['start app as ops'], refused(), [{ kind: 'as_owner' }])).toBeNull();
    expect(nearest(given, ['start app as ops'], refused())).toBe(
      'let an owner do it; set execution_mode = "remote" on acme/app: the action is carried out',
    );
  });

  it('is for a run that ended another status by the same rule too', () => {
    const policy = { name: 'tags', kind: 'sentinel' as const, passes: false };
    const given = layout('app', { app: { policies: [{ ...policy, enforcement_level: 'hard-mandatory' }] } });
    const softer = on('app', { policies: [{ ...policy, enforcement_level: 'soft-mandatory' }] });
    expect(nearest(given, ['start app plan_only'], ended('run-1'), [softer])).toContain(
      ': run-1 ends up policy_soft_failed',
    );
  });

  it('is for a silent trigger that this one fires from this run', () => {
    const given = layout('network -> app; network -> batch; network: auto_apply; app: local; batch: local');
    const remote = (workspace: string) => on(workspace, { execution_mode: 'remote' });
    expect(nearest(given, ['start network'], silent(1), [remote('app')])).toBeNull();
    expect(nearest(given, ['start network'], silent(1), [remote('batch')])).toBe(
      'set execution_mode = "remote" on acme/batch: run-2 is queued in acme/batch',
    );
    expect(nearest(given, ['start network'], silent(7), [remote('batch')])).toBeNull();
  });

  it('follows a run by its place in its workspace where a change makes more runs before it', () => {
    const given = layout('network -> app; network: auto_apply; app: local; batch', {
      batch: { plan: 'errors' },
    });
    const changes = [on('app', { execution_mode: 'remote' }), on('batch', { plan: 'changes' })];
    const actions = ['start network at 0', 'start batch at 100', 'start batch at 200'];
    expect(nearest(given, actions, ended('run-3'), changes.slice(1))).toBe(
      'set plan = "changes" on acme/batch: run-3 ends up pending',
    );
    expect(nearest(given, actions, ended('run-3'), changes.slice(0, 1))).toBeNull();
    const [first] = [nearestChange(scenario(given, actions), ended('run-3'), [...changes, ...changes])];
    expect(first?.effect).toBe('run-3 ends up pending');
  });

  it('is for a run that waits that it no longer waits for the same', () => {
    const given = layout('app: locked');
    const unlock: Remedy = { kind: 'act', type: 'unlock', workspace: 'acme/app', run: 'run-1' };
    expect(nearest(given, ['start app', 'start app'], hold('run-2'), [unlock])).toBeNull();
    expect(nearest(given, ['start app'], hold('run-1'), [unlock])).toBe(
      'unlock acme/app: run-1 goes on, and ends up planned',
    );
    expect(nearest(given, ['start app'], hold('run-9'), [unlock])).toBeNull();
  });

  it('is for a run that ended that it ends otherwise, or by another rule', () => {
    const given = layout('app', { app: { plan: 'errors', requires: [{ key: 'zone' }] } });
    const zone = on('app', {
      variables: [{ key: 'zone', value: '', category: 'terraform', sensitive: false, hcl: false }],
    });
    expect(nearest(given, ['start app'], ended('run-1'), [on('app', { auto_apply: true })])).toBeNull();
    expect(nearest(given, ['start app'], ended('run-1'), [zone])).toContain(': run-1 ends up errored');
    expect(nearest(given, ['start app'], ended('run-9'), [zone])).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { explain } from '#engine/explain/explain.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import type { Edit } from '#model/edits/index.ts';
import { simulationOf } from '#state/board/board.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { parsed } from '../arbitraries/scenario.ts';

const ring = parsed({
  layout: {
    version: 1,
    organizations: [{ name: 'acme' }],
    workspaces: ['network', 'app'].map((name) => ({
      name,
      auto_apply: true,
      auto_apply_run_trigger: true,
      plan: 'changes',
    })),
    run_triggers: [
      { sourceable: 'network', workspace: 'app' },
      { sourceable: 'app', workspace: 'network' },
    ],
  },
  actions: [{ type: 'start_run', workspace: 'network' }],
});

describe('a ring of two workspaces with both switches on', () => {
  it('AC 57: ends after the run that it can queue, and says by CY-11 why there is no other', () => {
    const run = simulate(ring);
    if (!run.ok) throw new Error('does not run');
    const { runs, rejections } = run.value.result;
    expect(runs.map((r) => [r.workspace, r.status])).toEqual([
      ['acme/network', 'applied'],
      ['acme/app', 'applied'],
    ]);
    expect(rejections).toMatchObject([{ action: null, rule: 'CY-11' }]);
    const why = explain(ring, { kind: 'rejection', index: 0 });
    expect(why?.fact).toBe('CY-11');
    expect(why?.because).not.toBe('');
    expect(why?.nearest).not.toBeNull();
  });

  it('AC 57: cannot be closed during play either, and the board goes on as it was', () => {
    const sandbox = createSandboxStore(null);
    const [first, second] = ring.layout.run_triggers;
    if (first === undefined || second === undefined) throw new Error('two triggers');
    sandbox.perform({
      type: 'open_board',
      scenario: { layout: { ...ring.layout, run_triggers: [first] }, actions: ring.actions },
      words: '',
    });
    const before = sandbox.store.getState().scenario;
    const closing: Edit = { type: 'create_run_trigger', ...second };
    expect(sandbox.perform(closing).ok).toBe(false);
    const { scenario, refusal, message } = sandbox.store.getState();
    expect(scenario).toBe(before);
    expect(refusal?.rule).toBe('CY-11');
    expect(message).toMatchObject({ urgent: true, text: expect.stringContaining('would close a cycle') });
    expect(simulationOf(scenario).result.runs).toHaveLength(2);
  });
});

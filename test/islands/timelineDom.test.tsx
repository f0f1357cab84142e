// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { parseScenario } from '#model/scenario/action.ts';
import { Timeline } from '#islands/workbench/timeline/Timeline.tsx';
import { ViewContext } from '#islands/workbench/context/useSandbox.ts';
import { simulationOf } from '#state/board/board.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { viewOf } from './viewOf.ts';

afterEach(cleanup);

/** 200 runs of the first of so many workspaces in a chain; each apply queues a run in the next. */
async function shown(count: number, starts: number) {
  const names = Array.from({ length: count }, (_, n) => `w${n}`);
  const read = parseScenario({
    layout: {
      version: 1,
      organizations: [{ name: 'acme' }],
      workspaces: names.map((name) => ({ name, auto_apply: true, auto_apply_run_trigger: true })),
      run_triggers: names.slice(1).map((workspace, n) => ({ sourceable: `w${n}`, workspace })),
    },
    actions: Array.from({ length: starts }, () => ({ type: 'start_run', workspace: 'w0' })),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const sandbox = createSandboxStore(null);
  sandbox.perform({ type: 'open_board', scenario: read.value, words: '' });
  const view = viewOf(sandbox);
  render(
    <ViewContext value={view}>
      <Timeline />
    </ViewContext>,
  );
  const { runs } = simulationOf(sandbox.store.getState().simulatedScenario).result;
  const region = () => screen.getByRole('region', { name: /Runs as bars|Every event/ });
  // Bars and list are loaded when they are first shown.
  await waitFor(() => expect(region().querySelector('.run-bar')).not.toBeNull());
  return { runs: runs.length, region, elements: () => region().querySelectorAll('*').length };
}
const scrollTo = async (element: HTMLElement, at: { left?: number; top?: number }) => {
  await act(async () => {
    Object.assign(element, { scrollLeft: at.left ?? 0, scrollTop: at.top ?? 0 });
    fireEvent.scroll(element);
    await new Promise((done) => requestAnimationFrame(() => done(undefined)));
  });
};

describe('AC 20: the timeline of 2,000 runs', { timeout: 60_000 }, () => {
  it.each([
    ['ten workspaces', 10, 200],
    ['a hundred workspaces', 100, 20],
  ])('has only what can be seen on the page, with %s', async (_, count, starts) => {
    const { runs, region, elements } = await shown(count, starts);
    expect(runs).toBe(2000);
    expect(elements()).toBeLessThan(1500);
    fireEvent.click(screen.getByRole('button', { name: 'List' }));
    await waitFor(() => expect(region().querySelector('tbody tr')).not.toBeNull());
    expect(elements()).toBeLessThan(1500);
    expect(region().querySelectorAll('tbody tr').length).toBeLessThan(100);
  });

  it('shows other bars where it is scrolled to', async () => {
    const { region, elements } = await shown(10, 200);
    const bars = () => [...region().querySelectorAll('.run-bar')].map((bar) => bar.textContent);
    const before = bars();
    expect(before[0]).toContain('run-1,');
    await scrollTo(region(), { left: 60_000 });
    expect(bars().length).toBeGreaterThan(0);
    expect(bars().filter((bar) => before.includes(bar))).toEqual([]);
    expect(elements()).toBeLessThan(1500);
  });
});

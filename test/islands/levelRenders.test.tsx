// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PlayLevel } from '#islands/level/PlayLevel.tsx';
import { parseLevel } from '#model/level/level.ts';
import { simulationOf } from '#state/board/board.ts';
import type { Sandbox } from '#state/board/boardStore.ts';

const { counted, rendered } = await vi.hoisted(() => import('./counted.ts'));
const made = vi.hoisted(() => ({ sandbox: null as unknown }));
vi.mock('#islands/level/LevelTools.tsx', counted('LevelTools'));
vi.mock('#islands/level/ActingBar.tsx', counted('ActingBar'));
vi.mock('#islands/level/brief/Goals.tsx', counted('Goals'));
vi.mock('#islands/level/brief/Predict.tsx', counted('Predict'));
vi.mock('#islands/level/brief/OwnChanges.tsx', counted('OwnChanges'));
vi.mock('#islands/level/brief/Palette.tsx', counted('Palette'));
vi.mock('#islands/level/brief/Hints.tsx', counted('Hints'));
// Its panels are those of the sandbox, see `renders.test.tsx`: it is counted where the page itself is rendered.
vi.mock('#islands/workbench/Workbench.tsx', async (original) => {
  const module = await original<typeof import('#islands/workbench/Workbench.tsx')>();
  return {
    ...module,
    Workbench: (props: Parameters<typeof module.Workbench>[0]) => {
      rendered.set('page', (rendered.get('page') ?? 0) + 1);
      return createElement(module.Workbench, props);
    },
  };
});
vi.mock('#state/board/boardStore.ts', async (original) => {
  const module = await original<typeof import('#state/board/boardStore.ts')>();
  return {
    ...module,
    createSandboxStore: (...given: Parameters<typeof module.createSandboxStore>) => {
      const sandbox = module.createSandboxStore(...given);
      made.sandbox ??= sandbox;
      return sandbox;
    },
  };
});

const since = (): string[] => {
  const seen = [...rendered.keys()].sort();
  rendered.clear();
  return seen;
};

/** One switch of one workspace, a run that shows what it does, and a prediction. */
const parsed = parseLevel({
  id: 'brake',
  version: 1,
  chapter: 'sparks',
  title: 'The brake',
  story: 'network runs, and stops.',
  rules: ['AA-01'],
  debrief: 'The switch decides.',
  layout: {
    version: 1,
    organizations: [{ name: 'acme' }],
    workspaces: [{ name: 'network' }, { name: 'app' }],
  },
  script: [{ type: 'start_run', workspace: 'network' }],
  probes: [{ id: 'main', text: 'A run is started.' }],
  goals: [
    {
      id: 'applied',
      text: 'It is applied.',
      rule: 'AA-01',
      check: { status: { workspace: 'network', is: 'applied' } },
    },
  ],
  palette: {
    edits: [{ type: 'set', workspace: 'network', settings: { auto_apply: true } }],
    actions: [{ type: 'confirm', workspace: 'network' }],
  },
  solution: { edits: [{ type: 'set', workspace: 'network', settings: { auto_apply: true } }] },
  par: 1,
  predict: ['network'],
});

function shown(): Sandbox {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  made.sandbox = null;
  render(<PlayLevel level={parsed.value} links={{ map: '', sandbox: '', rules: '', next: null }} />);
  return made.sandbox as Sandbox;
}

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the page of a level', { timeout: 30_000 }, () => {
  it('renders nothing of its own for what is said, focused, selected, asked or moved', () => {
    const sandbox = shown();
    since();
    act(() => {
      sandbox.say('Hello.');
      sandbox.focus('acme/app');
      sandbox.select(['acme/app']);
      sandbox.ask({ kind: 'workspace', id: 'acme/app' });
      sandbox.setPlaying(true);
      sandbox.setPlaying(false);
    });
    expect(since()).toEqual([]);
  });

  it('renders what knows the second, for a step of the time, and the goals at its end', () => {
    const sandbox = shown();
    const { length } = simulationOf(sandbox.store.getState().simulatedScenario).log;
    act(() => sandbox.seek(1));
    since();
    act(() => sandbox.seek(2));
    expect(since()).toEqual([]);
    act(() => sandbox.seek(length));
    expect(since()).toEqual(['ActingBar', 'Goals']);
  });

  it('renders what is about the board for a change of it, and neither the page nor what is offered', async () => {
    const sandbox = shown();
    since();
    const change = (auto_apply: boolean) =>
      act(
        async () =>
          void sandbox.perform({ type: 'set', workspace: 'acme/network', settings: { auto_apply } }),
      );
    await change(true);
    expect(since()).toEqual(['Goals', 'LevelTools', 'OwnChanges']);
    expect(await screen.findByRole('button', { name: /^Take back/ })).toBeDefined();
    since();
    await change(false);
    expect(since()).toEqual(['Goals', 'OwnChanges']);
  });

  it('starts the ladder of hints anew with another board', async () => {
    const sandbox = shown();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Give me a hint' })));
    expect(screen.queryByRole('button', { name: 'Give me a hint' })).toBeNull();
    act(
      () => void sandbox.perform({ type: 'set', workspace: 'acme/network', settings: { auto_apply: true } }),
    );
    expect(screen.queryByRole('button', { name: 'Give me a hint' })).not.toBeNull();
  });
});

// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseLayout } from '#model/layout/layout.ts';
import { BOARD_TABS, ViewContext } from '#islands/workbench/context/useSandbox.ts';
import { Workbench } from '#islands/workbench/Workbench.tsx';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { viewOf } from './viewOf.ts';

const { counted, rendered } = await vi.hoisted(() => import('./counted.ts'));
vi.mock('#islands/workbench/Board.tsx', counted('Board'));
vi.mock('#islands/workbench/timeline/Timeline.tsx', counted('Timeline'));
vi.mock('#islands/workbench/timeline/SimulationBar.tsx', counted('SimulationBar'));
vi.mock('#islands/workbench/why/WhyPanel.tsx', counted('WhyPanel'));
vi.mock('#islands/workbench/LiveRegion.tsx', counted('LiveRegion'));
vi.mock('#islands/workbench/StorageBanners.tsx', counted('StorageBanners'));
vi.mock('#islands/workbench/keys/KeysDialog.tsx', counted('KeysDialog'));
vi.mock('#islands/workbench/inspector/InspectorPanel.tsx', counted('InspectorPanel'));
vi.mock('#islands/workbench/inspector/GeneralPage.tsx', counted('GeneralPage'));
vi.mock('#islands/workbench/inspector/SimulatedPage.tsx', counted('SimulatedPage'));
vi.mock('#islands/workbench/inspector/ChecksPages.tsx', counted('ChecksPages'));
vi.mock('#islands/workbench/controls/DataTable.tsx', counted('DataTable'));

const since = (): Record<string, number> => {
  const seen = Object.fromEntries(rendered);
  rendered.clear();
  return seen;
};

/** 200 workspaces in chains of ten. */
function shown() {
  const names = Array.from({ length: 200 }, (_, n) => `w${n}`);
  const read = parseLayout({
    version: 1,
    organizations: [{ name: 'acme' }],
    workspaces: names.map((name) => ({ name })),
    run_triggers: names.flatMap((name, n) =>
      n % 10 === 9 ? [] : [{ sourceable: name, workspace: `w${n + 1}` }],
    ),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const sandbox = createSandboxStore(null);
  sandbox.perform({ type: 'open_board', scenario: { layout: read.value, actions: [] }, words: '' });
  const view = viewOf(sandbox);
  render(
    <ViewContext value={view}>
      <Workbench tab="board" tabs={BOARD_TABS} tools={() => null} />
    </ViewContext>,
  );
  return sandbox;
}

beforeEach(() => {
  // As on a phone, where the board opens as a list: there is nothing to measure in this document.
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const auto_apply = (workspace: string) =>
  ({ type: 'set', workspace, settings: { auto_apply: true } }) as const;

describe('on a board of 200 workspaces', { timeout: 60_000 }, () => {
  it('what is said renders what says it, and nothing else', () => {
    const sandbox = shown();
    since();
    act(() => sandbox.say('Hello.'));
    expect(since()).toEqual({ LiveRegion: 1 });
  });

  it('AC 55: an edit renders each panel that shows the board once, and no banner and no dialog', () => {
    const sandbox = shown();
    since();
    act(() => void sandbox.perform(auto_apply('acme/w0')));
    const { LiveRegion: _, ...panels } = since();
    expect(panels).toEqual({
      Board: 1,
      SimulationBar: 1,
      Timeline: 1,
      WhyPanel: 1,
      InspectorPanel: 1,
      GeneralPage: 1,
      SimulatedPage: 1,
      ChecksPages: 1,
    });
  });

  it('an edit of another workspace leaves the settings of the focused one alone', () => {
    const sandbox = shown();
    since();
    act(() => void sandbox.perform(auto_apply('acme/w150')));
    const seen = since();
    expect(seen['Board']).toBe(1);
    expect(seen['GeneralPage']).toBeUndefined();
    expect(seen['SimulatedPage']).toBeUndefined();
    expect(seen['ChecksPages']).toBeUndefined();
  });

  it('another focus renders the board and the settings, and leaves timeline and explanations alone', () => {
    const sandbox = shown();
    since();
    act(() => sandbox.focus('acme/w7'));
    const seen = since();
    expect(Object.keys(seen).sort()).toEqual(
      ['Board', 'ChecksPages', 'GeneralPage', 'InspectorPanel', 'SimulatedPage', 'SimulationBar'].sort(),
    );
  });

  it('tables do not render for a focus, a selection elsewhere or a moved box', async () => {
    const sandbox = shown();
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Tables' }));
      await vi.dynamicImportSettled();
    });
    await act(async () => {
      fireEvent.click(await screen.findByRole('button', { name: 'Triggers' }, { timeout: 30_000 }));
    });
    since();
    act(() => {
      sandbox.perform({ type: 'move_boxes', positions: { 'acme/w3': { x: 1, y: 2 } } });
      sandbox.select(['acme/w3']);
      sandbox.focus('acme/w3');
      sandbox.say('Hello.');
    });
    expect(since()['DataTable']).toBeUndefined();
    act(() => void sandbox.perform(auto_apply('acme/w3')));
    expect(since()['DataTable']).toBe(1);
  });
});

// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseScenario } from '#model/scenario/action.ts';
import { InspectorPanel } from '#islands/workbench/inspector/InspectorPanel.tsx';
import { Tables } from '#islands/workbench/tables/Tables.tsx';
import { ViewContext } from '#islands/workbench/context/useSandbox.ts';
import { WhyPanel } from '#islands/workbench/why/WhyPanel.tsx';
import type { Command } from '#state/board/command.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { trialWhen, tryOut } from '#state/whatIf/trial.ts';
import { memory } from '../state/memory.ts';
import { viewOf } from './viewOf.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** A board with one of everything that the settings of a workspace edit; runs were started where `began`. */
const scenario = (began: boolean) => {
  const check = { enforcement_level: 'advisory', passes: true };
  const read = parseScenario({
    layout: {
      version: 1,
      organizations: [{ name: 'acme' }],
      projects: [{ name: 'core', organization: 'acme' }],
      workspaces: [
        {
          name: 'a',
          outputs: [{ name: 'o' }, { name: 'p' }],
          remote_state_consumer_ids: ['b'],
          variables: [{ key: 'k' }],
          run_tasks: [{ name: 't', stage: 'post_plan', ...check }],
          policies: [{ name: 'p', kind: 'sentinel', ...check }],
          reads: [{ workspace: 'b', output: 'q' }],
        },
        { name: 'b', outputs: [{ name: 'q' }, { name: 'r' }], remote_state_consumer_ids: ['a'] },
        { name: 'c' },
      ],
      run_triggers: [{ sourceable: 'a', workspace: 'b' }],
      teams: [{ name: 'ops', workspace_access: [{ workspace: 'a', access: 'read' }] }],
    },
    actions: began ? [{ type: 'start_run', workspace: 'acme/a' }] : [],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};

async function shown(began: boolean, part: 'settings' | 'tables' = 'settings') {
  const storage = memory();
  const sandbox = createSandboxStore(storage);
  sandbox.perform({ type: 'open_board', scenario: scenario(began), words: '' });
  sandbox.focus('acme/a');
  const view = viewOf(sandbox);
  const pick = vi.fn();
  render(
    <ViewContext value={{ ...view, pick }}>
      {part === 'settings' ? <InspectorPanel /> : <Tables />}
      <WhyPanel />
    </ViewContext>,
  );
  await act(vi.dynamicImportSettled);
  const tried: Command[] = [];
  const { attempt } = view.whatIfs;
  vi.spyOn(view.whatIfs, 'attempt').mockImplementation((command) => {
    tried.push(command);
    return attempt(command);
  });
  fireEvent.click(screen.getByRole('button', { name: 'What if' }));
  return { sandbox, storage, view, tried, pick };
}

/** Uses every control of an area once, and every option of every list. */
function driveEverything(area: HTMLElement): void {
  for (const form of within(area).queryAllByRole('form')) {
    for (const text of within(form).queryAllByRole('textbox'))
      fireEvent.change(text, { target: { value: 'new' } });
    fireEvent.submit(form);
  }
  for (const box of within(area).queryAllByRole('checkbox')) fireEvent.click(box);
  for (const list of within(area).queryAllByRole<HTMLSelectElement>('combobox'))
    for (const { value } of [...list.options]) fireEvent.change(list, { target: { value } });
  for (const text of within(area).queryAllByRole('textbox')) {
    fireEvent.change(text, { target: { value: '7' } });
    fireEvent.blur(text);
  }
  for (const button of within(area).queryAllByRole('button')) fireEvent.click(button);
}

describe('what if: in place of the settings', () => {
  it.each([[false], [true]])(
    'AC 25, AC 26: every control of a workspace is tried, the board stays as it is, and by hand it is the same (runs were started: %s)',
    async (began) => {
      const { sandbox, storage, view, tried, pick } = await shown(began);
      const { message: _, ...before } = sandbox.store.getState();
      const kept = JSON.stringify(storage.entries);
      const area = document.querySelector<HTMLElement>('.inspector');
      if (area === null) throw new Error('no settings');
      await act(async () => driveEverything(area));
      const types = new Set(tried.map(({ type }) => type));
      expect([...types].sort()).toEqual(
        [
          ...['set', 'lock', 'place_workspace', 'delete_run_trigger', 'unshare', 'set_variable'],
          ...['grant_workspace', 'grant_custom', 'exclude_policy', 'set_has_state'],
          ...['rename_workspace', 'delete_workspaces'],
        ].sort(),
      );
      const fields = new Set(
        tried.flatMap((command) => (command.type === 'set' ? Object.keys(command.settings) : [])),
      );
      for (const field of [
        ...['execution_mode', 'auto_apply', 'auto_apply_run_trigger', 'global_remote_state', 'reads'],
        ...['policies', 'run_tasks', 'cost_estimation', 'plan', 'apply', 'has_configuration', 'variables'],
      ])
        expect(fields).toContain(field);
      // A trigger or a reader is chosen on the board, and then tried as well.
      expect(pick.mock.calls.map(([picking]) => picking)).toEqual(
        ['after', 'from', 'share'].map((direction) => ({ id: 'acme/a', direction, tried: true })),
      );
      await waitFor(() => expect(view.whatIfs.store.getState().pins).toHaveLength(3));
      const { message: __, ...after } = sandbox.store.getState();
      expect(after).toEqual(before);
      expect(JSON.stringify(storage.entries)).toBe(kept);
      // AC 26: what was tried is what the same control makes by hand, by the same record.
      for (const command of tried) {
        const when = trialWhen(sandbox, command).at(-1) ?? 'start';
        const outcome = tryOut(sandbox, command, when);
        const byHand = createSandboxStore(memory());
        byHand.perform({ type: 'open_board', scenario: scenario(began), words: '' });
        const start = byHand.store.getState().scenario;
        byHand.perform(command);
        const { scenario: made } = byHand.store.getState();
        if (!outcome.ok) expect(made).toBe(start);
        else expect(made).toEqual(outcome.value.scenario);
      }
    },
    60_000,
  );

  it('an outcome says what would be otherwise, and applying it makes the edit', async () => {
    const { sandbox } = await shown(true);
    fireEvent.click(screen.getByLabelText('Auto-apply API, UI and VCS runs'));
    const why = screen.getByRole('region', { name: 'What if' });
    await waitFor(() => expect(why.textContent).toContain('With “auto_apply = true on a” from the start'));
    expect(why.textContent).toContain('The two part at event');
    expect(screen.getByLabelText<HTMLInputElement>('Auto-apply API, UI and VCS runs').checked).toBe(false);
    fireEvent.click(within(why).getByRole('button', { name: 'Apply this change' }));
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('Auto-apply API, UI and VCS runs').checked).toBe(true),
    );
    expect(sandbox.store.getState().past.length).toBeGreaterThan(0);
    expect(within(why).queryByRole('button', { name: 'Apply this change' })).toBeNull();
    // Then settings are settings again.
    expect(screen.getByRole('button', { name: 'What if' }).getAttribute('aria-pressed')).toBe('false');
  });

  it('three outcomes are kept, the last one first, and each can be dropped', async () => {
    const { view } = await shown(false);
    const names = ['Auto-apply API, UI and VCS runs', 'Auto-apply run triggers', 'Locked', 'Cost estimation'];
    for (const name of names) {
      fireEvent.click(screen.getByLabelText(name));
      await act(vi.dynamicImportSettled);
    }
    const words = () => view.whatIfs.store.getState().pins.map((pin) => pin.words);
    await waitFor(() =>
      expect(words()).toEqual([
        'cost_estimation = true on a',
        'Lock a',
        'auto_apply_run_trigger = true on a',
      ]),
    );
    const [drop] = await screen.findAllByRole('button', { name: 'Drop' });
    if (drop !== undefined) fireEvent.click(drop);
    expect(words()).toEqual(['Lock a', 'auto_apply_run_trigger = true on a']);
  });

  it('the way from the explanations turns it on', async () => {
    const { view } = await shown(false);
    view.whatIfs.setTrying(false);
    fireEvent.click(screen.getByRole('button', { name: 'Try other settings' }));
    expect(screen.getByRole('button', { name: 'What if' }).getAttribute('aria-pressed')).toBe('true');
  });
});

it('what if: the tables try what they command too', async () => {
  const { sandbox, view } = await shown(false, 'tables');
  const before = sandbox.store.getState().scenario;
  fireEvent.click(screen.getByLabelText('auto_apply of b'));
  fireEvent.click(screen.getByRole('button', { name: 'Policies' }));
  fireEvent.change(screen.getByLabelText('Level of policy p everywhere'), {
    target: { value: 'hard-mandatory' },
  });
  await waitFor(() =>
    expect(view.whatIfs.store.getState().pins.map((pin) => pin.words)).toEqual([
      'Set the enforcement level of policy p to hard-mandatory',
      'auto_apply = true on b',
    ]),
  );
  expect(sandbox.store.getState().scenario).toBe(before);
});

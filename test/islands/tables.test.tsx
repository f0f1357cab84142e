// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ACTION_TYPES, parseScenario } from '#model/scenario/action.ts';
import { EDIT_TYPES } from '#model/edits/index.ts';
import { TABLE_PAGES, Tables } from '#islands/workbench/tables/Tables.tsx';
import { ViewContext } from '#islands/workbench/context/useSandbox.ts';
import type { BoardCommand } from '#state/board/command.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { STRUCTURE_TYPES } from '#state/board/structure/structure.ts';
import { viewOf } from './viewOf.ts';

const made: BoardCommand[] = [];
afterEach(() => {
  cleanup();
  made.length = 0;
});

/** A board on which everything is there at least once, and each kind of decision waits for somebody. */
const rich = parseScenario({
  layout: {
    version: 1,
    organizations: [{ name: 'acme' }, { name: 'other' }],
    projects: [{ name: 'core', organization: 'acme' }],
    workspaces: [
      {
        name: 'a',
        organization: 'acme',
        project: 'core',
        outputs: [{ name: 'o' }],
        remote_state_consumer_ids: ['b'],
        variables: [{ key: 'k' }],
        requires: [{ key: 'k' }],
        run_tasks: [{ name: 't', stage: 'post_plan', enforcement_level: 'advisory', passes: true }],
      },
      {
        name: 'b',
        organization: 'acme',
        reads: [{ workspace: 'a', output: 'o' }],
        policies: [
          { name: 'p', kind: 'sentinel', enforcement_level: 'soft-mandatory', passes: false },
          { name: 'q', kind: 'opa', enforcement_level: 'advisory', passes: true },
        ],
      },
      { name: 'c', organization: 'acme', locked: true, seconds: { plan: 900, apply: 1 } },
      { name: 'd', organization: 'acme' },
      { name: 'far', organization: 'other' },
    ],
    run_triggers: [{ sourceable: 'a', workspace: 'b' }],
    variable_sets: [
      { name: 's', organization: 'acme', workspaces: ['a'], projects: ['core'], variables: [{ key: 'v' }] },
      { name: 's', organization: 'other' },
      { name: 'mine', organization: 'acme', workspaces: ['b'] },
    ],
    teams: [
      {
        name: 'ops',
        organization: 'acme',
        project_access: [{ project: 'core', access: 'read' }],
        workspace_access: [
          { workspace: 'a', access: 'read' },
          { workspace: 'b', permissions: { runs: 'read', workspace_locking: true } },
        ],
      },
      { name: 'twin', organization: 'acme' },
      { name: 'twin', organization: 'other' },
    ],
  },
  actions: [
    { type: 'start_run', workspace: 'acme/a' },
    { type: 'start_run', workspace: 'acme/b' },
    { type: 'start_run', workspace: 'acme/d' },
  ],
});

function shown(cursorFromEnd = 0) {
  if (!rich.ok) throw new Error(JSON.stringify(rich.problems));
  const sandbox = createSandboxStore(null);
  sandbox.perform({ type: 'open_board', scenario: rich.value, words: '' });
  sandbox.seek(sandbox.store.getState().cursor - cursorFromEnd);
  vi.spyOn(sandbox, 'perform').mockImplementation((command) => {
    made.push(command);
    return { ok: true, value: null };
  });
  const view = viewOf(sandbox);
  render(
    <ViewContext value={view}>
      <Tables />
    </ViewContext>,
  );
}

/** Uses every control of a page once, and every option of every list. */
function driveEverything(area: HTMLElement): void {
  for (const form of within(area).queryAllByRole('form')) {
    for (const text of within(form).queryAllByRole('textbox'))
      fireEvent.change(text, { target: { value: 'new' } });
    for (const list of within(form).queryAllByRole<HTMLSelectElement>('combobox')) {
      const values = [...list.options].map((option) => option.value);
      for (const value of values) {
        fireEvent.change(list, { target: { value } });
        fireEvent.submit(form);
        for (const text of within(form).queryAllByRole('textbox'))
          fireEvent.change(text, { target: { value: 'new' } });
      }
    }
    fireEvent.submit(form);
  }
  for (const table of [
    ...within(area).queryAllByRole('table'),
    ...area.querySelectorAll<HTMLElement>('.field'),
  ]) {
    for (const box of within(table).queryAllByRole('checkbox')) fireEvent.click(box);
    for (const list of within(table).queryAllByRole<HTMLSelectElement>('combobox'))
      for (const { value } of [...list.options]) fireEvent.change(list, { target: { value } });
    for (const text of within(table).queryAllByRole('textbox')) {
      fireEvent.change(text, { target: { value: '7' } });
      fireEvent.blur(text);
    }
    for (const button of within(table).queryAllByRole('button')) fireEvent.click(button);
  }
}

const drivePages = () => {
  for (const page of TABLE_PAGES) {
    fireEvent.click(screen.getByRole('button', { name: page }));
    const area = document.querySelector<HTMLElement>('.tables');
    if (area !== null) driveEverything(area);
  }
  fireEvent.click(screen.getByRole('button', { name: 'Workspaces' }));
};

describe('the tables', () => {
  it('AC 51: make every edit, every action and every change of structure that there is, and no other', {
    timeout: 120_000,
  }, () => {
    shown();
    drivePages();
    cleanup();
    // A run can be canceled while it is in progress only.
    shown(4);
    drivePages();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select acme/a' }));
    fireEvent.click(screen.getByRole('button', { name: 'Duplicate' }));
    const types = new Set(made.map((command) => command.type));
    const all = new Set<string>([...EDIT_TYPES, ...ACTION_TYPES, ...STRUCTURE_TYPES]);
    expect([...all].filter((type) => !types.has(type as BoardCommand['type']))).toEqual([]);
    expect([...types].filter((type) => !all.has(type))).toEqual([]);
  });

  it('set every field of a workspace', { timeout: 120_000 }, () => {
    shown();
    drivePages();
    const fields = new Set(
      made.flatMap((command) => (command.type === 'set' ? Object.keys(command.settings) : [])),
    );
    expect([...fields].sort()).toEqual(
      [
        'apply',
        'auto_apply',
        'auto_apply_run_trigger',
        'cost_estimation',
        'execution_mode',
        'global_remote_state',
        'has_configuration',
        'outputs',
        'plan',
        'policies',
        'reads',
        'requires',
        'run_tasks',
        'seconds',
        'tfe_token_team',
        'variables',
      ].sort(),
    );
  });

  it('name every control, no two of a page alike', { timeout: 120_000 }, () => {
    shown();
    for (const page of TABLE_PAGES) {
      fireEvent.click(screen.getByRole('button', { name: page }));
      const tables = screen.getAllByRole('table');
      const names = tables.flatMap((table) =>
        [...within(table).queryAllByRole('checkbox'), ...within(table).queryAllByRole('combobox')].map(
          (control) => control.getAttribute('aria-label') ?? '',
        ),
      );
      expect(names).not.toContain('');
      expect(names).toEqual([...new Set(names)]);
    }
  });
});

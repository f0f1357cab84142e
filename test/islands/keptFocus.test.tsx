// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { parseLayout } from '#model/layout/layout.ts';
import { InspectorPanel } from '#islands/workbench/inspector/InspectorPanel.tsx';
import { TABLE_PAGES, Tables } from '#islands/workbench/tables/Tables.tsx';
import { ViewContext } from '#islands/workbench/context/useSandbox.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { viewOf } from './viewOf.ts';

afterEach(cleanup);

const policy = (name: string) => ({ name, kind: 'opa', enforcement_level: 'advisory', passes: true });
const task = (name: string) => ({ name, stage: 'pre_plan', enforcement_level: 'advisory', passes: true });
const three = <T,>(make: (name: string) => T): T[] => ['x', 'y', 'z'].map(make);

/** A board on which each list has three rows. */
const full = () =>
  parseLayout({
    version: 1,
    organizations: [{ name: 'acme' }, { name: 'bare' }, { name: 'void' }],
    projects: three((name) => ({ name, organization: 'acme' })),
    workspaces: [
      {
        name: 'a',
        organization: 'acme',
        outputs: three((name) => ({ name })),
        remote_state_consumer_ids: ['b', 'c', 'd'],
        variables: three((key) => ({ key })),
        requires: three((key) => ({ key })),
        run_tasks: three(task),
        policies: three(policy),
        reads: three((output) => ({ workspace: 'b', output })),
      },
      ...['b', 'c', 'd'].map((name) => ({
        name,
        organization: 'acme',
        outputs: three((output) => ({ name: output })),
      })),
    ],
    run_triggers: ['b', 'c', 'd'].map((workspace) => ({ sourceable: 'a', workspace })),
    variable_sets: three((name) => ({
      name,
      organization: 'acme',
      workspaces: ['a', 'b'],
      projects: ['x'],
      variables: [{ key: 'v' }],
    })),
    teams: three((name) => ({
      name,
      organization: 'acme',
      project_access: three((project) => ({ project, access: 'read' })),
      workspace_access: ['a', 'b', 'c'].map((workspace) => ({ workspace, access: 'read' })),
    })),
  });

function shown(what: 'tables' | 'inspector') {
  const read = full();
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const sandbox = createSandboxStore(null);
  sandbox.perform({ type: 'open_board', scenario: { layout: read.value, actions: [] }, words: '' });
  const view = viewOf(sandbox);
  render(<ViewContext value={view}>{what === 'tables' ? <Tables /> : <InspectorPanel />}</ViewContext>);
  return sandbox;
}

const REMOVES = /^(Remove|Delete|Exclude|Stop sharing|Detach)/;
const nameOf = (element: Element | null): string =>
  element?.getAttribute('aria-label') ?? element?.textContent ?? '';
const removers = (): HTMLElement[] =>
  screen.queryAllByRole<HTMLButtonElement>('button', { name: REMOVES }).filter((one) => !one.disabled);
const button = (name: string): HTMLElement => screen.getByRole('button', { name });

/** Presses it as a person does who has the focus there. @returns what has the focus afterwards */
async function press(control: HTMLElement): Promise<string> {
  await act(async () => {
    control.focus();
    fireEvent.click(control);
    await Promise.resolve();
  });
  return document.activeElement === document.body ? 'nothing' : nameOf(document.activeElement);
}
async function rename(label: string, to: string): Promise<string> {
  const cell = screen.getByRole('textbox', { name: label });
  await act(async () => {
    cell.focus();
    fireEvent.change(cell, { target: { value: to } });
    fireEvent.keyDown(cell, { key: 'Enter' });
    await Promise.resolve();
  });
  return document.activeElement === document.body ? 'nothing' : nameOf(document.activeElement);
}

describe('the focus, where a row of a table is removed', { timeout: 60_000 }, () => {
  it('goes to the same control of the next row, of the one before, or to what adds one', async () => {
    shown('tables');
    fireEvent.click(button('Triggers'));
    const remove = (to: string) => `Remove trigger from acme/a to acme/${to}`;
    expect(await press(button(remove('c')))).toBe(remove('d'));
    expect(await press(button(remove('d')))).toBe(remove('b'));
    expect(await press(button(remove('b')))).toBe('Add trigger');
  });

  it('does so where rows have no names of their own', async () => {
    shown('tables');
    fireEvent.click(button('Policies'));
    const exclude = (name: string) => `Exclude acme/a from policy ${name}`;
    expect(await press(button(exclude('x')))).toBe(exclude('y'));
    expect(await press(button(exclude('z')))).toBe(exclude('y'));
    expect(await press(button(exclude('y')))).toBe('Add policy');
  });

  it('does so for what is listed within a row', async () => {
    shown('tables');
    fireEvent.click(button('Sharing'));
    const stop = (name: string) => `Stop sharing acme/a with acme/${name}`;
    expect(await press(button(stop('b')))).toBe(stop('c'));
    expect(await press(button(stop('d')))).toBe(stop('c'));
    expect(await press(button(stop('c')))).toBe('Allow reading');
  });

  it('stays in the row that was renamed', async () => {
    shown('tables');
    expect(await rename('Name of acme/b', 'renamed')).toBe('Name of acme/renamed');
    fireEvent.click(button('Variables'));
    expect(await rename('Name of set acme/y', 'other')).toBe('Name of set acme/other');
    fireEvent.click(button('Sharing'));
    expect(await rename('Output y of acme/a', 'other')).toBe('Output other of acme/a');
  });

  it.each(TABLE_PAGES)('is never lost on the page %s, and each removal is said', async (page) => {
    const sandbox = shown('tables');
    fireEvent.click(button(page));
    // Rows that other removals take along go first: from the last one up, then from the first one down.
    for (const from of [-1, 0])
      for (let rounds = 0; rounds < 12; rounds++) {
        const control = removers().at(from);
        if (control === undefined) break;
        const name = nameOf(control);
        const before = sandbox.store.getState();
        const focus = await press(control);
        const { message, scenario } = sandbox.store.getState();
        expect(message.turn, name).toBeGreaterThan(before.message.turn);
        expect(message.text, name).not.toBe('');
        if (scenario === before.scenario) break;
        expect(focus, name).not.toBe('nothing');
      }
    expect(sandbox.store.getState().past.length).toBeGreaterThan(page === 'Simulation' ? 2 : 3);
  });

  it('is left alone where it is elsewhere', async () => {
    const sandbox = shown('tables');
    fireEvent.click(button('Triggers'));
    button('Teams').focus();
    await act(async () => {
      sandbox.undo();
      await Promise.resolve();
    });
    expect(nameOf(document.activeElement)).toBe('Teams');
  });
});

describe('the focus in the settings of a workspace', { timeout: 60_000 }, () => {
  it.each([
    ['trigger', 'Remove trigger from acme/a to acme/b', 'Remove trigger from acme/a to acme/c'],
    ['reader', 'Remove consumer acme/b', 'Remove consumer acme/c'],
    ['variable', 'Remove variable terraform x', 'Remove variable terraform y'],
    ['read', 'Remove read acme/b.x', 'Remove read acme/b.y'],
    ['policy', 'Exclude from x', 'Exclude from y'],
    ['run task', 'Remove run task x', 'Remove run task y'],
    ['role', 'Remove acme/x in acme/a', 'Remove acme/y in acme/a'],
  ])('goes on to the next %s', async (_, one, next) => {
    shown('inspector');
    expect(await press(button(one))).toBe(next);
  });

  it('is never lost, whatever is removed', async () => {
    const sandbox = shown('inspector');
    const lists = /^(Remove|Exclude)/;
    for (let left = removers().length; left > 0; left--) {
      const [control] = screen.queryAllByRole('button', { name: lists });
      if (control === undefined) break;
      const name = nameOf(control);
      expect(await press(control), name).not.toBe('nothing');
    }
    expect(await press(button('Delete a'))).toBe('Settings of b');
    expect(sandbox.store.getState().focused).toBe('acme/b');
  });

  it('stays in the name of a workspace that was renamed', async () => {
    const sandbox = shown('inspector');
    expect(await rename('Name', 'other')).toBe('Name');
    expect(sandbox.store.getState().focused).toBe('acme/other');
    expect(within(document.body).getByText('Settings of other')).toBeTruthy();
  });
});

// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { type ComponentType, createElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseLayout } from '#model/layout/layout.ts';
import { FEW } from '#islands/workbench/controls/Select.tsx';
import { Tables } from '#islands/workbench/tables/Tables.tsx';
import { ViewContext } from '#islands/workbench/context/useSandbox.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { viewOf } from './viewOf.ts';

/** The accessible names of the controls that were rendered since it was looked at last. */
const rendered = vi.hoisted(() => new Set<string>());
vi.mock('#islands/workbench/controls/controls.tsx', async (original) => {
  const module = await original<Record<string, unknown>>();
  const counted = (name: string) => {
    const Inner = module[name] as ComponentType<{ label?: string }>;
    return (props: { label?: string }) => {
      if (props.label !== undefined) rendered.add(props.label);
      return createElement(Inner, props);
    };
  };
  return {
    ...module,
    ...Object.fromEntries(['Switch', 'Choice', 'TextCell', 'Press'].map((name) => [name, counted(name)])),
  };
});
const since = (): string[] => {
  const seen = [...rendered].sort();
  rendered.clear();
  return seen;
};
afterEach(cleanup);

/** More than a table shows at once, and than a list holds before it is opened. */
const COUNT = 75;

/** A line of workspaces, each with one of everything that a table shows a row for. */
function shown(page: string) {
  const names = Array.from({ length: COUNT }, (_, n) => `w${n}`);
  const check = { enforcement_level: 'advisory', passes: true };
  const read = parseLayout({
    version: 1,
    organizations: [{ name: 'acme' }],
    projects: [{ name: 'core', organization: 'acme' }],
    workspaces: names.map((name, n) => ({
      name,
      outputs: [{ name: 'o' }],
      reads: n === 0 ? [] : [{ workspace: `w${n - 1}`, output: 'o' }],
      remote_state_consumer_ids: [`w${(n + 1) % COUNT}`],
      variables: [{ key: 'k' }],
      requires: [{ key: 'k' }],
      policies: [{ name: 'p', kind: 'sentinel', ...check }],
      run_tasks: [{ name: 't', stage: 'post_plan', ...check }],
    })),
    run_triggers: names.slice(1).map((workspace, n) => ({ sourceable: `w${n}`, workspace })),
    teams: [{ name: 'ops', workspace_access: names.map((workspace) => ({ workspace, access: 'read' })) }],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const sandbox = createSandboxStore(null);
  sandbox.perform({ type: 'open_board', scenario: { layout: read.value, actions: [] }, words: '' });
  render(
    <ViewContext value={viewOf(sandbox)}>
      <Tables />
    </ViewContext>,
  );
  turnTo(page);
  since();
  return sandbox;
}
/** By its `aria-label`, which every control of a row has: to work out all names of so large a board takes seconds. */
function named<E extends Element>(name: string): E {
  const [found, ...others] = document.querySelectorAll<E>(`[aria-label="${name}"]`);
  if (found === undefined || others.length > 0) throw new Error(`${others.length + 1} or none named ${name}`);
  return found;
}
const list = (name: string) => named<HTMLSelectElement>(name);
const press = (name: string) => fireEvent.click(named(name));
const turnTo = (page: string) => fireEvent.click(screen.getByText(page, { selector: 'button' }));

describe('on a large board', { timeout: 30_000 }, () => {
  it.each([
    ['Workspaces', ['auto_apply of w5', 'Lock of w5', 'Select w5']],
    ['Sharing', ['global_remote_state of w5', 'Output o of w5 is sensitive', 'Stop sharing w5 with w6']],
    ['Variables', ['Sensitive: terraform k of w5']],
    ['Policies', ['w5 passes policy p', 'Passes: run task t of w5']],
    ['Simulation', ['has_configuration of w5']],
  ])('an edit on the page %s renders the rows that it changes', (page, names) => {
    shown(page);
    for (const name of names) {
      press(name);
      const others = since().filter((label) => !label.split(/[ ,]/).includes('w5'));
      // What stands for all workspaces says something new where one of them changed.
      expect(others.filter((label) => !label.endsWith('everywhere'))).toEqual([]);
    }
  });

  it('a removed trigger and a changed grant render no other row', () => {
    const sandbox = shown('Triggers');
    press('Remove trigger from w3 to w4');
    // One row comes into view behind the last one.
    expect(since()).toEqual(['Remove trigger from w60 to w61']);
    turnTo('Teams');
    since();
    fireEvent.change(list('Role of ops in w5'), { target: { value: 'admin' } });
    expect(since().filter((label) => / in w\d+$/.test(label) && !label.endsWith(' in w5'))).toEqual([]);
    expect(sandbox.store.getState().scenario.layout.teams[0]?.workspace_access[5]?.access).toBe('admin');
  });

  it('what a row commands rests on the board as it is, also where the row was not rendered again', () => {
    const sandbox = shown('Workspaces');
    press('Select w5');
    press('Select w6');
    expect(sandbox.store.getState().selected).toEqual(['acme/w5', 'acme/w6']);
    press('auto_apply of w5');
    press('auto_apply of w6');
    const { workspaces } = sandbox.store.getState().scenario.layout;
    expect(workspaces.filter((w) => w.auto_apply).map((w) => w.name)).toEqual(['w5', 'w6']);
  });

  it('a long list holds its choice alone until somebody turns to it, and then no edit renders its options again', () => {
    const sandbox = shown('Sharing');
    for (const select of document.querySelectorAll('select'))
      expect(select.options.length).toBeLessThanOrEqual(FEW);
    const source = list('Source of read 1 of w5');
    expect([source.value, source.options.length]).toEqual(['acme/w4', 1]);
    act(() => source.focus());
    expect([source.value, source.options.length]).toEqual(['acme/w4', COUNT]);
    expect(source.selectedOptions[0]?.text).toBe('w4');
    since();
    const before = [...source.options];
    press('global_remote_state of w9');
    expect([...source.options]).toEqual(before);
    expect(since().every((label) => label.includes('w9'))).toBe(true);
    fireEvent.change(source, { target: { value: 'acme/w70' } });
    expect(sandbox.store.getState().scenario.layout.workspaces[5]?.reads[0]?.workspace).toBe('acme/w70');
    act(() => source.blur());
    expect([source.value, source.options.length]).toEqual(['acme/w70', 1]);

    // A pointer that goes down on it fills it as well, in a form too.
    const readers = screen.getByLabelText<HTMLSelectElement>('may be read by');
    expect([readers.value, readers.options.length]).toEqual(['acme/w0', 1]);
    fireEvent.pointerDown(readers);
    expect([readers.value, readers.options.length]).toEqual(['acme/w0', COUNT]);
    fireEvent.change(readers, { target: { value: 'acme/w7' } });
    expect(readers.value).toBe('acme/w7');
  });
});

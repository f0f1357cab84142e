import { expect } from 'vitest';
import type { Action } from '#model/scenario/action.ts';
import { type Layout, parseLayout } from '#model/layout/layout.ts';
import type { Command } from '#state/board/command.ts';
import { createSandboxStore, type Sandbox } from '#state/board/boardStore.ts';
import { refusalOf } from '../support/performed.ts';

export const layoutOf = (written: object): Layout => {
  const read = parseLayout({ version: 1, organizations: [{ name: 'acme' }], ...written });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};

export const opened = (layout: Layout, actions: Action[] = []): Sandbox => {
  const sandbox = createSandboxStore(null);
  sandbox.perform({ type: 'open_board', scenario: { layout, actions }, words: '' });
  return sandbox;
};

export const boardIn = (sandbox: Sandbox) => sandbox.store.getState().scenario;

export const done = (sandbox: Sandbox, ...commands: Command[]) => {
  for (const command of commands) {
    expect(refusalOf(sandbox, command), JSON.stringify(command)).toBeNull();
    sandbox.seek(Number.MAX_SAFE_INTEGER);
  }
};

export const run = (workspace: string): Command => ({
  type: 'start_run',
  workspace,
  source: 'tfe-ui',
  mode: 'standard',
  auto_approve: false,
});

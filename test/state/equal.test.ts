import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { exportLayout } from '#hcl/exportLayout.ts';
import { importLayout } from '#hcl/importLayout.ts';
import type { Scenario } from '#model/action.ts';
import { EXECUTION_MODES, idOf, type Layout, PROJECT_ROLES, WORKSPACE_ROLES } from '#model/layout.ts';
import { type Edit, EDIT_TYPES } from '#model/edit.ts';
import { type Command, editIn, perform } from '#state/sandboxCommands.ts';
import { createSandboxStore, type Sandbox } from '#state/sandboxStore.ts';
import { layoutArb } from '../arbitraries/layout.ts';
import { calmScenario, cases, parsed, rawScenario } from '../arbitraries/scenario.ts';

const parser = await loadHclParser();

const opened = (scenario: Scenario): Sandbox => {
  const sandbox = createSandboxStore(null);
  sandbox.open(scenario, '');
  return sandbox;
};
const boardIn = (sandbox: Sandbox): Scenario => sandbox.store.getState().scenario;

/** What the HCL tab does with the text of a layout. */
function write(sandbox: Sandbox, layout: Layout): void {
  const read = importLayout([{ name: 'board.tf', text: exportLayout(layout) }], parser);
  expect(read.problems).toEqual([]);
  expect(read.layout).not.toBeNull();
  if (read.layout !== null) sandbox.replaceLayout(read.layout, '');
}

/** What the canvas does, which has the store itself; the rest goes through the commands of the tables. */
function draw(sandbox: Sandbox, command: Command): void {
  const isEdit = (one: Command): one is Edit => EDIT_TYPES.some((type) => type === one.type);
  if (isEdit(command) && command.type === 'create_run_trigger') sandbox.edit(command);
  else perform(sandbox, command);
}

const step = fc.record({
  pick: fc.nat({ max: 9999 }),
  a: fc.nat({ max: 99 }),
  b: fc.nat({ max: 99 }),
  on: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** An edit that a text of the tfe provider can say, of what there is on the board; null where there is nothing for it. */
function commandOf(layout: Layout, { pick, a, b, on }: Step): Command | null {
  const of = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(1, items.length)];
  const [one, other] = [of(layout.workspaces, a), of(layout.workspaces, b)];
  const [set, team] = [of(layout.variable_sets, a), of(layout.teams, a)];
  const trigger = of(layout.run_triggers, a);
  const organization = of(layout.organizations, b)?.name ?? '';
  const [workspace, second] = [one ? idOf(one) : '', other ? idOf(other) : ''];
  const key = `k${b % 3}`;
  const variable = {
    key,
    value: on ? '' : '"\u0024{x}"',
    category: on ? 'terraform' : 'env',
    sensitive: a % 2 > 0,
  } as const;
  const settings = [
    { auto_apply: on },
    { auto_apply_run_trigger: on },
    { execution_mode: of(EXECUTION_MODES, b) ?? 'remote' },
    { global_remote_state: on },
  ];
  const inSet = (edit: Edit) => (set ? editIn(layout, set.organization, edit) : undefined);
  const inTeam = (edit: Edit) => (team ? editIn(layout, team.organization, edit) : undefined);
  const made: (Command | undefined)[] = [
    one && other && { type: 'create_run_trigger', sourceable: workspace, workspace: second },
    trigger && { type: 'delete_run_trigger', ...trigger },
    ...settings.map((given): Command | undefined => one && { type: 'set', workspace, settings: given }),
    one && other && { type: on ? 'share' : 'unshare', sourceable: workspace, workspace: second },
    one && { type: 'set_variable', workspace, ...variable },
    one && { type: 'delete_workspaces', workspaces: [workspace] },
    { type: 'add_workspace', organization, name: `new-${b % 4}`, project: null },
    { type: 'add_set', organization, set: `set ${b % 4}` },
    set && { type: 'delete_set', organization: set.organization, set: set.name },
    set && { type: 'set_global', organization: set.organization, set: set.name, global: on },
    set && inSet({ type: 'set_priority', set: set.name, priority: on }),
    set && inSet({ type: 'rename_set', set: set.name, name: `set ${b % 4}` }),
    set && inSet({ type: 'set_variable', set: set.name, ...variable }),
    set && other && inSet({ type: on ? 'attach_set' : 'detach_set', set: set.name, workspace: second }),
    { type: 'add_team', organization, team: `team ${b % 4}` },
    team && { type: 'delete_team', organization: team.organization, team: team.name },
    team && {
      type: 'organization_access',
      organization: team.organization,
      team: team.name,
      permission: 'read_workspaces',
      on,
    },
    team &&
      other &&
      inTeam({
        type: 'grant_workspace',
        team: team.name,
        workspace: second,
        access: on ? (of(WORKSPACE_ROLES, a) ?? null) : null,
      }),
    ...layout.projects
      .filter((p) => p.organization === team?.organization)
      .slice(0, 1)
      .map(
        (p) =>
          team &&
          inTeam({
            type: 'grant_project',
            team: team.name,
            project: p.name,
            access: on ? (of(PROJECT_ROLES, b) ?? null) : null,
          }),
      ),
  ];
  const removing = made.filter((command) => command?.type.startsWith('delete_') === true);
  const from = pick % 3 === 0 ? removing : made;
  return of(from, Math.floor(pick / 3)) ?? null;
}

const steps = fc.array(step, { minLength: 1, maxLength: 12, size: 'max' });

describe('canvas, tables and HCL', () => {
  it('make the same board of the same edits', { timeout: 300_000 }, () => {
    const counted = new Set<string>();
    fc.assert(
      fc.property(
        fc.oneof(
          layoutArb,
          rawScenario.map((raw) => parsed(raw).layout),
        ),
        steps,
        (layout, all) => {
          const [table, canvas, text] = [0, 1, 2].map(() => opened({ layout, actions: [] }));
          if (table === undefined || canvas === undefined || text === undefined) return;
          for (const one of all) {
            const before = boardIn(table).layout;
            const command = commandOf(before, one);
            if (command === null) continue;
            perform(table, command);
            draw(canvas, command);
            write(text, boardIn(table).layout);
            expect(boardIn(canvas), JSON.stringify(command)).toEqual(boardIn(table));
            expect(boardIn(text), JSON.stringify(command)).toEqual(boardIn(table));
            if (boardIn(table).layout !== before) counted.add(command.type);
          }
        },
      ),
      cases(60),
    );
    expect(counted.size).toBeGreaterThanOrEqual(16);
  });

  /** During play a switch or a trigger is a dated action, which no text of a set-up says; all else changes the set-up. */
  it('keep the same of what was done, where the set-up changes under it', { timeout: 300_000 }, () => {
    let lost = 0;
    let changed = 0;
    fc.assert(
      fc.property(fc.oneof(rawScenario, calmScenario), steps, (raw, all) => {
        const scenario = parsed(raw);
        const [table, text] = [opened(scenario), opened(scenario)];
        for (const one of all) {
          const before = boardIn(table);
          const command = commandOf(before.layout, one);
          if (command === null) continue;
          perform(table, command);
          const dated = before.actions.length > 0 && before.layout === boardIn(table).layout;
          if (dated) {
            if (boardIn(table) !== before) table.undo();
            continue;
          }
          write(text, boardIn(table).layout);
          expect(boardIn(text), JSON.stringify(command)).toEqual(boardIn(table));
          changed++;
          lost += before.actions.length - boardIn(table).actions.length;
        }
      }),
      cases(60),
    );
    expect(changed).toBeGreaterThan(60);
    expect(lost).toBeGreaterThan(10);
  });
});

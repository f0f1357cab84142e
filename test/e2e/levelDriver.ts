import { expect, type Locator, type Page } from '@playwright/test';
import type { Action } from '#model/scenario/action.ts';
import type { Edit } from '#model/edits/index.ts';
import type { Level } from '#model/level/level.ts';

/** How a control is worked. Keys: it is focused, then pressed. */
export type Hand = 'keys' | 'touch';

/** Works a level through the controls that a learner has: the tables, the simulation bar and the bar of the level. */
export class Player {
  private readonly page: Page;
  private readonly hand: Hand;
  /** Names say the organization where there are several. */
  private several = false;
  constructor(page: Page, hand: Hand) {
    this.page = page;
    this.hand = hand;
  }

  private name(id: string | undefined): string {
    return id === undefined ? '' : this.several ? id : id.slice(id.indexOf('/') + 1);
  }

  async press(control: Locator): Promise<void> {
    await expect(control).toBeEnabled();
    if (this.hand === 'touch') return control.tap();
    await control.focus();
    await this.page.keyboard.press((await control.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter');
  }

  async choose(control: Locator, value: string | { label: string }): Promise<void> {
    await expect(control).toBeEnabled();
    if (this.hand === 'keys') await control.focus();
    await control.selectOption(value);
  }

  private get board(): Locator {
    return this.page.getByRole('region', { name: 'Board', exact: true });
  }

  /** The panel that is asked for: on a phone one is seen at a time. */
  private async panel(name: 'Brief' | 'Board' | 'Timeline'): Promise<void> {
    if (this.hand === 'keys') return;
    await this.press(this.page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name }));
  }

  private async table(name: string): Promise<Locator> {
    await this.panel('Board');
    const tables = this.board.getByRole('button', { name: 'Tables', exact: true });
    if ((await tables.getAttribute('aria-pressed')) !== 'true') await this.press(tables);
    await this.press(
      this.board.getByRole('group', { name: 'Show tables of' }).getByRole('button', { name, exact: true }),
    );
    return this.board;
  }

  private async fill(form: string, fields: Record<string, string>, submit: string): Promise<void> {
    const given = this.board.getByRole('form', { name: form, exact: true });
    for (const [label, value] of Object.entries(fields))
      await this.choose(given.getByRole('combobox', { name: label, exact: true }), value);
    await this.press(given.getByRole('button', { name: submit, exact: true }));
  }

  async edit(edit: Edit): Promise<void> {
    switch (edit.type) {
      case 'create_run_trigger':
        await this.table('Triggers');
        return this.fill(
          'Add run trigger',
          { Source: edit.sourceable, Downstream: edit.workspace },
          'Add trigger',
        );
      case 'delete_run_trigger': {
        const name = `Remove trigger from ${this.name(edit.sourceable)} to ${this.name(edit.workspace)}`;
        return this.press((await this.table('Triggers')).getByRole('button', { name, exact: true }));
      }
      case 'share':
        await this.table('Sharing');
        return this.fill(
          'Share state',
          { 'State of': edit.sourceable, 'may be read by': edit.workspace },
          'Allow reading',
        );
      case 'lock':
      case 'unlock':
        return this.press(
          (await this.table('Workspaces')).getByRole('checkbox', {
            name: `Lock of ${this.name(edit.workspace)}`,
          }),
        );
      case 'attach_set':
        await this.table('Variables');
        return this.fill(
          'Attach set',
          { Set: `acme/${edit.set}`, 'applies to': edit.workspace ?? `project ${edit.project ?? ''}` },
          'Attach',
        );
      case 'set_priority':
        return this.press(
          (await this.table('Variables')).getByRole('checkbox', { name: `Set ${edit.set} has priority` }),
        );
      case 'exclude_policy':
        return this.press(
          (await this.table('Policies')).getByRole('button', {
            name: `Exclude ${this.name(edit.workspace)} from policy ${edit.policy}`,
          }),
        );
      case 'satisfy_policy':
        return this.press(
          (await this.table('Policies')).getByRole('checkbox', {
            name: `${this.name(edit.workspace)} passes policy ${edit.policy}`,
          }),
        );
      case 'grant_workspace':
      case 'grant_custom':
        return this.grant(edit);
      case 'set':
        return this.set(edit);
      default:
        throw new Error(`no way to do ${edit.type} yet`);
    }
  }

  private async grant(edit: Extract<Edit, { type: 'grant_workspace' | 'grant_custom' }>): Promise<void> {
    const board = await this.table('Teams');
    const where = `${this.several ? 'acme/' : ''}${edit.team} in ${this.name(edit.workspace)}`;
    const role = edit.type === 'grant_custom' ? 'custom' : (edit.access ?? '');
    const given = board.getByRole('combobox', { name: `Role of ${where}`, exact: true });
    if ((await given.count()) > 0) await this.choose(given, role);
    else
      await this.fill(
        'Grant workspace role',
        { Team: `acme/${edit.team}`, in: edit.workspace, as: role },
        'Grant workspace role',
      );
    if (edit.type !== 'grant_custom') return;
    for (const key of ['runs', 'variables', 'state_versions'] as const) {
      const control = board.getByRole('combobox', { name: `${key} of ${where}`, exact: true });
      if ((await control.inputValue()) !== edit.permissions[key])
        await this.choose(control, edit.permissions[key]);
    }
    const locking = board.getByRole('checkbox', { name: `workspace_locking of ${where}`, exact: true });
    if ((await locking.isChecked()) !== edit.permissions.workspace_locking) await this.press(locking);
  }

  private async set({ workspace, settings }: Extract<Edit, { type: 'set' }>): Promise<void> {
    const name = this.name(workspace);
    const [field] = Object.keys(settings);
    switch (field) {
      case 'execution_mode':
        return this.choose(
          (await this.table('Workspaces')).getByRole('combobox', { name: `Execution mode of ${name}` }),
          settings.execution_mode ?? '',
        );
      case 'auto_apply':
      case 'auto_apply_run_trigger':
        return this.press(
          (await this.table('Workspaces')).getByRole('checkbox', {
            name: `${field} of ${name}`,
            exact: true,
          }),
        );
      case 'has_configuration':
        return this.press(
          (await this.table('Simulation')).getByRole('checkbox', {
            name: `${field} of ${name}`,
            exact: true,
          }),
        );
      case 'plan':
        return this.choose(
          (await this.table('Simulation')).getByRole('combobox', { name: `plan of ${name}`, exact: true }),
          settings.plan ?? '',
        );
      case 'tfe_token_team':
        return this.choose(
          (await this.table('Sharing')).getByRole('combobox', { name: `tfe_token_team of ${name}` }),
          settings.tfe_token_team ?? '',
        );
      case 'reads':
        return this.choose(
          (await this.table('Sharing')).getByRole('combobox', { name: `Via of read 1 of ${name}` }),
          settings.reads?.[0]?.via ?? '',
        );
      case 'run_tasks': {
        const board = await this.table('Policies');
        const task = settings.run_tasks?.[0];
        const called = `run task ${task?.name ?? ''} of ${name}`;
        await this.choose(board.getByRole('combobox', { name: `Stage of ${called}` }), task?.stage ?? '');
        return this.choose(
          board.getByRole('combobox', { name: `Level of ${called}` }),
          task?.enforcement_level ?? '',
        );
      }
      case 'variables': {
        const variable = settings.variables?.[0];
        const control = (await this.table('Variables')).getByRole('textbox', {
          name: `Value of ${variable?.category ?? 'terraform'} ${variable?.key ?? ''} of ${name}`,
        });
        await control.fill(variable?.value ?? '');
        return control.press('Enter');
      }
      default:
        throw new Error(`no way to set ${field ?? 'nothing'} yet`);
    }
  }

  async act(action: Action): Promise<void> {
    await this.panel('Board');
    const acting = this.page.getByRole('group', { name: 'How you act' });
    const team = acting.getByRole('combobox', { name: 'Act as' });
    if ((await team.count()) > 0) await this.choose(team, action.as ?? '');
    if (action.at === undefined) {
      await this.page.getByRole('slider', { name: 'Event' }).focus();
      await this.page.keyboard.press('End');
    } else {
      await acting.getByRole('spinbutton', { name: 'Wait until second' }).fill(String(action.at));
      await this.press(acting.getByRole('button', { name: 'Wait', exact: true }));
      const both = acting.getByRole('radio', { name: 'now' });
      if ((await both.count()) > 0) await both.check();
    }
    switch (action.type) {
      case 'start_run':
        return this.start(action);
      case 'confirm':
      case 'discard':
      case 'cancel':
      case 'override_policy': {
        const words = {
          confirm: 'Confirm and apply',
          discard: 'Discard run',
          cancel: 'Cancel run',
          override_policy: 'Override policy',
        }[action.type];
        const named =
          action.run === undefined
            ? new RegExp(`^${words}: ${this.name(action.workspace)},`)
            : new RegExp(`^${words}: .*, ${action.run}$`);
        return this.press((await this.table('Workspaces')).getByRole('button', { name: named }));
      }
      default: {
        const { at: _, as: __, ...now } = action;
        return this.edit(now);
      }
    }
  }

  private async start(action: Extract<Action, { type: 'start_run' }>): Promise<void> {
    const options = this.page.locator('.start-options');
    if ((await options.getAttribute('open')) === null) await this.press(options.locator('summary'));
    await this.choose(options.getByRole('combobox', { name: 'Mode' }), action.mode);
    await this.choose(options.getByRole('combobox', { name: 'Source' }), action.source);
    if (action.auto_approve) await this.press(options.getByRole('checkbox', { name: '-auto-approve' }));
    await this.press(options.locator('summary'));
    const name = `Start run in ${this.name(action.workspace)}`;
    await this.press((await this.table('Workspaces')).getByRole('button', { name, exact: true }));
  }

  /** Does what the reference solution does. */
  async solve(level: Level): Promise<void> {
    const { edits, actions } = level.solution;
    this.several = level.layout.organizations.length > 1;
    await expect(this.page.getByRole('button', { name: 'Check', exact: true })).toBeVisible();
    if (edits.length > 0) {
      await this.panel('Board');
      const start = this.page.getByRole('radio', { name: 'before the start' });
      if ((await start.count()) > 0) await start.check();
    }
    for (const edit of edits) await this.edit(edit);
    for (const action of actions) await this.act(action);
  }

  /** Presses Check. @returns the debrief */
  async check(): Promise<Locator> {
    if (this.hand === 'touch')
      await this.press(this.page.getByRole('button', { name: 'Check', exact: true }));
    else await this.page.keyboard.press('Control+Enter');
    const debrief = this.page.getByRole('dialog');
    await expect(debrief).toBeVisible();
    return debrief;
  }
}

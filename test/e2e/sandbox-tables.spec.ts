import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { tables, show, form, station, openTables, add } from './tables.ts';

/** The one board of this browser as it is kept. */
const keptBoard = (page: Page) =>
  page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('runchain.sandbox.board.'));
    return JSON.parse(localStorage.getItem(key ?? '') ?? '{}');
  });

const kept = async (page: Page) => (await keptBoard(page)).scenario;

test('a chain with a project, teams, a set and a policy is built and run in the tables alone', async ({
  page,
}) => {
  await openTables(page);
  for (const name of ['network', 'platform', 'app'])
    await tables(page)
      .getByRole('button', { name: `Delete ${name}`, exact: true })
      .click();
  await expect(tables(page).getByText('No workspace yet.')).toBeVisible();
  for (const name of ['net', 'plat', 'web'])
    await add(page, 'Add workspace', { 'New workspace': name }, 'Add to the board');

  await show(page, 'Organization').click();
  await add(page, 'Add project', { 'New project': 'core' }, 'Add project');
  await show(page, 'Workspaces').click();
  await tables(page).getByLabel('Project of net', { exact: true }).selectOption('core');
  await tables(page).getByLabel('auto_apply of net', { exact: true }).check();
  await tables(page).getByLabel('auto_apply_run_trigger of plat', { exact: true }).check();

  await show(page, 'Triggers').click();
  await add(page, 'Add run trigger', { Source: 'net', Downstream: 'plat' }, 'Add trigger');
  await add(page, 'Add run trigger', { Source: 'plat', Downstream: 'web' }, 'Add trigger');
  await form(page, 'Add run trigger').getByLabel('Source').selectOption({ label: 'web' });
  await form(page, 'Add run trigger').getByLabel('Downstream').selectOption({ label: 'net (not allowed)' });
  await expect(form(page, 'Add run trigger').getByText(/^Not allowed: .*would close a cycle/)).toBeVisible();

  await show(page, 'Sharing').click();
  await add(page, 'Add output', { Workspace: 'net', 'Output name': 'vpc_id' }, 'Add output');
  await add(page, 'Share state', { 'State of': 'net', 'may be read by': 'plat' }, 'Allow reading');
  await add(
    page,
    'Add read',
    { Reader: 'plat', 'reads of': 'net', output: 'vpc_id', via: 'terraform_remote_state' },
    'Add read',
  );

  await show(page, 'Variables').click();
  await add(page, 'Add variable set', { 'New variable set': 'shared' }, 'Add set');
  await add(page, 'Attach set', { Set: 'shared', 'applies to': 'project core' }, 'Attach');
  await tables(page).getByLabel('Set shared has priority').check();
  await add(
    page,
    'Add variable',
    { In: 'set shared', Key: 'TOKEN', Value: 'x', Category: 'env', Sensitive: 'yes' },
    'Add variable',
  );

  await show(page, 'Policies').click();
  await add(
    page,
    'Add policy',
    {
      Policy: 'tags',
      'looks at': 'web',
      Kind: 'sentinel',
      Level: 'hard-mandatory',
      'The workspace': 'fails',
    },
    'Add policy',
  );
  await add(
    page,
    'Add run task',
    { 'Run task': 'scan', Workspace: 'net', Stage: 'post_plan', Level: 'mandatory', It: 'passes' },
    'Add run task',
  );

  await show(page, 'Teams').click();
  await add(page, 'Add team', { 'New team': 'ops' }, 'Add team');
  await tables(page).getByLabel('manage_policy_overrides of ops').check();
  await add(
    page,
    'Grant project role',
    { Team: 'ops', 'in project': 'core', as: 'maintain' },
    'Grant project role',
  );
  await add(page, 'Grant workspace role', { Team: 'ops', in: 'web', as: 'custom' }, 'Grant workspace role');
  await tables(page).getByLabel('runs of ops in web').selectOption('apply');

  await show(page, 'Simulation').click();
  await tables(page).getByLabel('Seconds of a plan of net').fill('3');
  await tables(page).getByLabel('Seconds of a plan of net').press('Enter');

  expect((await kept(page)).layout).toMatchObject({
    projects: [{ name: 'core' }],
    workspaces: [
      {
        name: 'net',
        project: 'core',
        auto_apply: true,
        outputs: [{ name: 'vpc_id' }],
        remote_state_consumer_ids: ['acme/plat'],
        run_tasks: [{ name: 'scan', stage: 'post_plan', enforcement_level: 'mandatory', passes: true }],
        seconds: { plan: 3, apply: 30 },
      },
      { name: 'plat', auto_apply_run_trigger: true, reads: [{ workspace: 'acme/net', output: 'vpc_id' }] },
      {
        name: 'web',
        policies: [{ name: 'tags', kind: 'sentinel', enforcement_level: 'hard-mandatory', passes: false }],
      },
    ],
    run_triggers: [
      { sourceable: 'acme/net', workspace: 'acme/plat' },
      { sourceable: 'acme/plat', workspace: 'acme/web' },
    ],
    variable_sets: [
      {
        name: 'shared',
        projects: ['core'],
        priority: true,
        variables: [{ key: 'TOKEN', category: 'env', sensitive: true }],
      },
    ],
    teams: [
      {
        name: 'ops',
        organization_access: { manage_policy_overrides: true },
        project_access: [{ project: 'core', access: 'maintain' }],
        workspace_access: [{ workspace: 'acme/web', permissions: { runs: 'apply' } }],
      },
    ],
  });

  await show(page, 'Workspaces').click();
  await tables(page).getByRole('button', { name: 'Start run in net' }).click();
  await expect(tables(page).getByRole('row', { name: /plat/ })).toContainText('Applied');
  await expect(tables(page).getByRole('row', { name: /web/ })).toContainText('Errored');
});

test('what is refused stays in its field with the reason, and the board stays as it was', async ({
  page,
}) => {
  await openTables(page);
  const name = tables(page).getByLabel('Name of network', { exact: true });
  await name.fill('platform');
  await name.press('Enter');
  await expect(name).toHaveAccessibleDescription('There is a workspace named platform already.');
  await expect(page.getByRole('alert').last()).toContainText('There is a workspace named platform already.');
  await expect(name).toHaveValue('platform');
  await name.press('Escape');
  await expect(name).toHaveValue('network');
  // Letters that are keys elsewhere are letters here.
  await name.fill('');
  await name.pressSequentially('ntslr/+?');
  await expect(name).toHaveValue('ntslr/+?');
  await name.press('Escape');
  await expect(tables(page).getByLabel('Name of platform', { exact: true })).toHaveValue('platform');
});

test('canvas, keys and tables do the same: sharing, arrows, copies and deletion, each undone at once', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  await station(page, 'network').focus();
  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  const byKeys = await kept(page);
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Tables' }).click();
  await show(page, 'Triggers').click();
  await add(page, 'Add run trigger', { Source: 'network', Downstream: 'platform' }, 'Add trigger');
  expect(await kept(page)).toEqual(byKeys);

  await page.getByRole('button', { name: 'Canvas' }).click();
  await station(page, 'platform').focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('option', { name: /network ?, 1 of 2, allowed/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').last()).toContainText('network may read the state of platform.');
  await page.keyboard.press('e');
  await expect(page.getByRole('option', { name: /runs after network/ })).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.getByText('No run trigger begins or ends here.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(station(page, 'platform')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(station(page, 'platform')).toHaveAccessibleName(/triggered by network/);

  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+d');
  await expect(station(page, 'platform-2')).toHaveAccessibleName(/triggered by network-2/);
  expect((await kept(page)).layout.workspaces).toHaveLength(6);
  await station(page, 'app-2').focus();
  await page.keyboard.press('Delete');
  await expect(station(page, 'app-2')).toHaveCount(0);
  expect((await kept(page)).layout.workspaces).toHaveLength(3);
  await page.keyboard.press('Control+z');
  expect((await kept(page)).layout.workspaces).toHaveLength(6);
  await page.keyboard.press('Control+z');
  expect((await kept(page)).layout.workspaces).toHaveLength(3);

  await station(page, 'network').focus();
  await page.keyboard.press('Control+ArrowDown');
  const moved = await keptBoard(page);
  expect(moved.scenario.actions).toEqual([]);
  expect(moved.positions).toHaveProperty('acme/network');
  await page.keyboard.press('/');
  await page.keyboard.type('app');
  await page.keyboard.press('Enter');
  await expect(station(page, 'app')).toBeFocused();
});

test('workspaces are copied on the clipboard as text and pasted from it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('sandbox/');
  await station(page, 'network').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('runchain.workspaces');
  await page.keyboard.press('Control+v');
  await expect(station(page, 'platform-2')).toBeVisible();
  await expect(station(page, 'app-2')).toHaveCount(0);
  // The next test has the same context.
  await context.clearPermissions();
});

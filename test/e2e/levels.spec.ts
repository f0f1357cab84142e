import { expect, type Page } from '@playwright/test';
import { axe, axeInBoth } from './axe.ts';
import { test } from './fixtures.ts';
import { LEVELS } from '../support/levels.ts';
import { Player } from './levelDriver.ts';

const levelOf = (n: number) => {
  const level = LEVELS.find(({ id }) => id.startsWith(String(n).padStart(2, '0')));
  if (level === undefined) throw new Error(`no level ${n}`);
  return level;
};
const station = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'Board', exact: true })
    .getByRole('button', { name: new RegExp(`^${name}, (remote|local|agent)`) });

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

test('AC 10: a learner solves level 1 on the canvas by keys, and the map shows the stars', async ({
  page,
}) => {
  const level = levelOf(1);
  await page.goto(`sandbox/levels/${level.id}/`);
  await station(page, 'network').focus();
  await page.keyboard.press('t');
  await expect(page.getByRole('option', { name: /app.*allowed/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Your changes' })).toContainText(
    'Create the run trigger from network to app',
  );
  await page.keyboard.press('Space');
  await expect(page.getByRole('list', { name: 'Goals' })).toContainText('met');
  await page.keyboard.press('Control+Enter');
  const debrief = page.getByRole('dialog');
  await expect(debrief.getByRole('img', { name: '3 of 3 stars' })).toBeVisible();
  await debrief.getByText('Explain my pass').click();
  await expect(debrief).toContainText('Without it:');
  await debrief.getByRole('button', { name: 'Link to this board' }).press('Enter');
  const link = debrief.getByRole('textbox', { name: 'Link' });
  await expect(link).toBeFocused();
  const shared = await page.context().newPage();
  await shared.goto(await link.inputValue());
  const banner = shared.locator('.banner', { hasText: 'came by link' });
  await expect(banner.getByRole('link', { name: level.title })).toBeVisible();
  await expect(station(shared, 'app')).toHaveAccessibleName(/triggered by network/);
  await shared.close();
  await debrief.getByRole('link', { name: 'All levels' }).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: level.title }).getByRole('img'),
  ).toHaveAccessibleName('3 of 3 stars');
});

test('AC 35: what fails is said by probe with its rule, and can be replayed and shared', async ({ page }) => {
  await page.goto(`sandbox/levels/${levelOf(5).id}/`);
  await station(page, 'network').focus();
  await page.keyboard.press('Control+Enter');
  const debrief = page.getByRole('dialog');
  await expect(debrief.getByRole('heading', { name: /The apply of dns fails/ })).toContainText('fails');
  await expect(debrief.getByRole('link', { name: 'FI-09' }).first()).toBeVisible();
  await debrief.getByRole('button', { name: 'Link to this run' }).first().click();
  await expect(debrief.getByRole('textbox', { name: 'Link' })).toHaveValue(/sandbox\/#s=2\./);
  const link = await debrief.getByRole('textbox', { name: 'Link' }).inputValue();
  await debrief.getByRole('button', { name: 'Replay from here' }).first().click();
  await expect(debrief).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Play' })).toHaveValue('dns-fails');
  await expect(page.getByRole('slider', { name: 'Event' })).not.toHaveValue('0');
  const shown = await page.getByRole('slider', { name: 'Event' }).inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  const banner = page.locator('.banner', { hasText: 'came by link' });
  await expect(banner).toContainText('opened as a copy');
  await expect(page.getByRole('slider', { name: 'Event' })).toHaveValue(shown);
  await banner.getByRole('link', { name: levelOf(5).title }).click();
  await expect(page).toHaveURL(new RegExp(`/sandbox/levels/${levelOf(5).id}/$`));
});

test('AC 7: B shows the brief and brings the focus back; H opens hints one by one, the last one step at a time', async ({
  page,
}) => {
  await page.goto(`sandbox/levels/${levelOf(4).id}/`);
  await station(page, 'platform').focus();
  await page.keyboard.press('b');
  await expect(page.getByRole('heading', { name: /Three floors/, level: 2 })).toBeFocused();
  await page.keyboard.press('b');
  await expect(station(page, 'platform')).toBeFocused();
  for (const from of [
    page.getByRole('slider', { name: 'Event' }),
    page.getByRole('region', { name: 'Explanations' }),
    page.getByRole('button', { name: 'Tables', exact: true }),
  ]) {
    await from.focus();
    await page.keyboard.press('b');
    await expect(page.getByRole('heading', { name: /Three floors/, level: 2 })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(from).toBeFocused();
  }
  const hints = page.getByRole('region', { name: 'Hints', exact: true });
  for (const words of [
    /The goal was: platform has/,
    /Look at/,
    /Auto-apply run triggers decides/,
    /One change is enough|No single change/,
  ]) {
    await station(page, 'network').focus();
    await page.keyboard.press('h');
    await expect(hints).toContainText(words);
  }
  await page.keyboard.press('h');
  await hints.getByRole('button', { name: 'Show me the step' }).click();
  for (const _ of [1, 2]) await hints.getByRole('button', { name: 'Do this step' }).click();
  await expect(hints).toContainText('You have done everything');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText('5 hints opened');
  await expect(page.getByRole('dialog').getByRole('img')).toHaveAccessibleName('3 of 3 stars');
});

test('a prediction is compared with what came', async ({ page }) => {
  await page.goto(`sandbox/levels/${levelOf(2).id}/`);
  await station(page, 'network').focus();
  await page.keyboard.press('p');
  const brief = page.getByRole('region', { name: 'Brief' });
  await expect(brief.getByText('Predict before you press Play')).toBeFocused();
  await page.keyboard.press('Enter');
  await brief.getByRole('combobox', { name: 'app' }).selectOption({ label: 'Applied' });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const outcome = brief.getByRole('list', { name: 'Prediction and outcome' });
  await expect(outcome).toContainText('you said Applied, it was waits for a person');
  await expect(outcome.getByRole('link', { name: 'AA-05' })).toBeVisible();
});

test('a what-if says which goals would be gained, and nothing is done until it is applied', async ({
  page,
}) => {
  await page.goto(`sandbox/levels/${levelOf(2).id}/`);
  await page.getByRole('slider', { name: 'Event' }).focus();
  await page.keyboard.press('End');
  const why = page.getByRole('region', { name: 'Why', exact: true });
  await expect(why.getByText('To change it')).toBeHidden();
  await why.getByText('More', { exact: true }).first().click();
  await expect(why.getByText('To change it')).toBeVisible();
  await why.getByRole('button', { name: 'What if: auto_apply_run_trigger = true on app?' }).click();
  await expect(why).toContainText('from the start: The two part at event');
  await expect(why).toContainText('Goals gained:');
  const changes = page.getByRole('region', { name: 'Your changes' }).getByRole('listitem');
  await expect(changes).toHaveCount(0);
  await why.getByRole('button', { name: 'Apply this change' }).click();
  await expect(changes).toHaveCount(1);
});

test('undo, redo and reset, which can be undone; what was done survives a closed page', async ({ page }) => {
  const level = levelOf(5);
  await page.goto(`sandbox/levels/${level.id}/`);
  const player = new Player(page, 'keys');
  await player.solve(level);
  const changes = page.getByRole('region', { name: 'Your changes' }).getByRole('listitem');
  await expect(changes).toHaveCount(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(changes).toHaveCount(3);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(changes).toHaveCount(4);
  await page.getByRole('button', { name: 'Reset level' }).click();
  await expect(changes).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(changes).toHaveCount(4);
  await page.goto('about:blank');
  await page.goto(`sandbox/levels/${level.id}/`);
  await expect(changes).toHaveCount(4);
});

test('one level in two tabs: the newer copy is offered, and mine is put aside', async ({ page, context }) => {
  const level = levelOf(5);
  await page.goto(`sandbox/levels/${level.id}/`);
  const other = await context.newPage();
  await other.emulateMedia({ reducedMotion: 'reduce' });
  await other.goto(`sandbox/levels/${level.id}/`);
  const changes = (tab: Page) => tab.getByRole('region', { name: 'Your changes' }).getByRole('listitem');
  await expect(station(other, 'network')).toBeVisible();
  await new Player(page, 'keys').solve(level);
  await expect(changes(page)).toHaveCount(4);
  await expect(other.getByText(/Another tab has a newer copy of this level/)).toBeVisible();
  await new Player(other, 'keys').edit(level.solution.edits[0] ?? { type: 'lock', workspace: '' });
  await expect(changes(other)).toHaveCount(1);
  await other.getByRole('button', { name: 'Show the newer copy, put mine aside' }).click();
  await expect(changes(other)).toHaveCount(4);
  await expect(other.getByText(/in another tab was put aside/)).toBeVisible();
  await axe(other);
  await other.getByRole('button', { name: 'Put it on the board' }).click();
  await expect(changes(other)).toHaveCount(1);
  await expect(other.getByText(/in another tab was put aside/)).toHaveCount(0);
});

test('AC 37: passing twice, with a reset between, ends on the same screen', async ({ page }) => {
  const level = levelOf(18);
  await page.goto(`sandbox/levels/${level.id}/`);
  const player = new Player(page, 'keys');
  const screens: string[] = [];
  for (const _ of [1, 2]) {
    await player.solve(level);
    const debrief = await player.check();
    screens.push((await debrief.textContent()) ?? '');
    await debrief.getByRole('button', { name: 'Back to the board' }).click();
    await page.getByRole('button', { name: 'Reset level' }).click();
  }
  expect(screens[0]).toContain('passed');
  expect(screens[1]).toBe(screens[0]);
});

test('what a level does not offer cannot be done, and says so', async ({ page }) => {
  await page.goto(`sandbox/levels/${levelOf(1).id}/`);
  await expect(page.getByRole('button', { name: 'Add workspace' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Tables', exact: true }).click();
  const offered = page.getByRole('checkbox', { name: 'auto_apply of app', exact: true });
  const other = page.getByRole('checkbox', { name: 'auto_apply of network', exact: true });
  await expect(offered).toBeEnabled();
  await expect(other).toBeDisabled();
  await expect(other).toHaveAttribute('title', /does not offer/);
});

test('a solution that was shown counts as shown, not as solved', async ({ page }) => {
  const level = levelOf(3);
  await page.goto(`sandbox/levels/${level.id}/`);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Show solution' }).click();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('counts as shown, not as solved');
  await page.goto('sandbox/levels/');
  await expect(page.getByRole('listitem').filter({ hasText: level.title })).toContainText('solution shown');
});

test('AC 49: with storage blocked a level says so and can be solved', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new Error('blocked');
        },
      });
  });
  const level = levelOf(2);
  await page.goto(`sandbox/levels/${level.id}/`);
  await expect(page.getByText('Your browser keeps nothing')).toBeVisible();
  const player = new Player(page, 'keys');
  await player.solve(level);
  await expect((await player.check()).getByRole('img', { name: '3 of 3 stars' })).toBeVisible();
});

test('AC 8: board, timeline and goals are in sight together at 1280 by 800', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`sandbox/levels/${levelOf(5).id}/`);
  for (const part of [
    page.getByRole('region', { name: 'Board', exact: true }),
    page.getByRole('region', { name: 'Timeline', exact: true }),
    page.getByRole('list', { name: 'Goals' }),
  ])
    await expect(part).toBeInViewport({ ratio: 1 });
});

test('AC 52: axe finds nothing on map, play and debrief in both themes, on a desk and on a phone', async ({
  page,
}) => {
  // Sixteen looks at whole pages.
  test.slow();
  const look = () => axeInBoth(page);
  for (const size of [
    { width: 1280, height: 800 },
    { width: 360, height: 740 },
  ]) {
    await page.setViewportSize(size);
    await page.goto('sandbox/levels/');
    await look();
    await page.goto(`sandbox/levels/${levelOf(19).id}/`);
    const check = page.getByRole('button', { name: 'Check', exact: true });
    await expect(check).toBeVisible();
    // What was solved at the other size is still there.
    await page.getByRole('button', { name: 'Reset level' }).click();
    await page.getByText(/What this level offers/).click();
    await page.getByRole('button', { name: 'Give me a hint' }).click();
    await look();
    await check.click();
    await look();
    await page.getByRole('button', { name: 'Show solution' }).click();
    await check.click();
    await expect(page.getByRole('dialog')).toContainText('passed');
    await look();
  }
});

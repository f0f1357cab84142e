import type { Locator, Page } from '@playwright/test';

export const PAGES = [
  'Workspaces',
  'Triggers',
  'Sharing',
  'Variables',
  'Policies',
  'Teams',
  'Organization',
  'Simulation',
] as const;

export const tables = (page: Page): Locator => page.getByRole('region', { name: 'Board' });

export const show = (page: Page, name: (typeof PAGES)[number]) =>
  tables(page).getByRole('group', { name: 'Show tables of' }).getByRole('button', { name, exact: true });

export const form = (page: Page, name: string): Locator => tables(page).getByRole('form', { name });

export const station = (page: Page, name: string) =>
  tables(page).getByRole('button', { name: new RegExp(`^(?:Selected: )?${name}, (remote|local)`) });

export async function openTables(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('sandbox/');
  await page.getByRole('group', { name: 'Show board as' }).getByRole('button', { name: 'Tables' }).click();
}

/** Fills a form of the tables in and sends it, by click or by tap. */
export async function add(
  page: Page,
  name: string,
  values: Record<string, string>,
  submit: string,
  press: 'click' | 'tap' = 'click',
): Promise<void> {
  const where = form(page, name);
  for (const [label, value] of Object.entries(values)) {
    const field = where.getByLabel(label, { exact: true });
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT')
      await field.selectOption({ label: value });
    else await field.fill(value);
  }
  const button = where.getByRole('button', { name: submit });
  await (press === 'tap' ? button.tap() : button.click());
}

import { expect, type Page } from '@playwright/test';

export const board = (page: Page) => page.getByRole('region', { name: 'Board' });

export const station = (page: Page, name: string) =>
  board(page).getByRole('button', { name: new RegExp(`^${name}, (remote|local)`) });

export const field = (page: Page) => page.getByRole('textbox', { name: 'HCL of the board' });

export const show = (page: Page, tab: string) =>
  board(page).getByRole('button', { name: tab, exact: true }).click();

export const TRIGGER = `
resource "tfe_run_trigger" "network_to_platform" {
  workspace_id  = tfe_workspace.platform.id
  sourceable_id = tfe_workspace.network.id
}
`;

/** The HCL tab with the text of the board in it. */
export async function openHcl(page: Page): Promise<string> {
  await show(page, 'HCL');
  await expect(page.getByText('Text and board agree.')).toBeVisible();
  return textOf(page);
}

/** All of the text, also what is scrolled out of view: only copying it gives that. */
export async function textOf(page: Page): Promise<string> {
  await field(page).press('Control+a');
  return field(page).evaluate((content) => {
    const clipboardData = new DataTransfer();
    content.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
}

/** Expects that the text comes to match. */
export const expectText = (page: Page) => expect.poll(() => textOf(page));

export async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], fileName ?? ''));
      return transfer;
    },
    [name, text],
  );
  await board(page).dispatchEvent('dragover', { dataTransfer: files });
  await board(page).dispatchEvent('drop', { dataTransfer: files });
}

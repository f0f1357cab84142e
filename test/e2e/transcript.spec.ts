import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';

/** What is said of its own accord, in order: the texts that come into a live region. */
const listen = () => {
  const said: string[] = [];
  Reflect.set(window, 'said', said);
  const LIVE = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
  new MutationObserver((changes) => {
    const regions = new Set<Element>();
    for (const { target, addedNodes } of changes) {
      const at = target instanceof Element ? target : target.parentElement;
      const around = at?.closest(LIVE);
      if (around) regions.add(around);
      // An alert is said when it comes; other regions only when something changes in them.
      for (const node of addedNodes)
        if (node instanceof Element)
          for (const alert of [node, ...node.querySelectorAll('*')])
            if (alert.matches('[role="alert"]')) regions.add(alert);
    }
    for (const region of regions) {
      const text = region.textContent.replace(/\s+/g, ' ').trim();
      if (text === '' || region.closest('[hidden]') !== null) continue;
      const urgent = region.matches('[role="alert"], [aria-live="assertive"]');
      said.push(`${urgent ? 'at once' : 'live'}: ${text}`);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
};

/** Role, name and state out of the first line of a snapshot; the text of a button is its name already. */
function nameIn(snapshot: string): string {
  const [first = ''] = snapshot.split('\n');
  const line = first
    .replace(/^- /, '')
    .replace(/^'(.*)'(:?)$/, '$1')
    .replace(/:$/, '');
  return line.startsWith('button') ? line.replace(/": \S+$/, '"') : line;
}

/** Walks a page by keys alone and writes down what a screen reader would say. Time goes on only when it is told to. */
class Reader {
  private readonly page: Page;
  readonly lines: string[] = [];
  constructor(page: Page) {
    this.page = page;
  }

  section(title: string): void {
    this.lines.push('', title);
  }

  /** Role, name and state of what has the focus, or of the option that it points at; null where nothing has it. */
  async focused(): Promise<string | null> {
    const focus = this.page.locator(':focus');
    if ((await focus.count()) === 0) return null;
    const option = await focus.getAttribute('aria-activedescendant');
    const meant = option === null ? focus : this.page.locator(`[id="${option}"]`);
    // Playwright has no role for what opens and closes a part.
    const disclosure = await meant.evaluate((at) => {
      if (!(at instanceof HTMLElement) || !at.matches('summary')) return null;
      const name = at.textContent.replace(/[▾▸\s]+/g, ' ').trim();
      return `disclosure "${name}" [${at.closest('details')?.open ? 'expanded' : 'collapsed'}]`;
    });
    if (disclosure !== null) return disclosure;
    return nameIn(await meant.ariaSnapshot());
  }

  /** The dialog that the focus is in. */
  private async dialog(): Promise<string | null> {
    const dialog = this.page.getByRole('dialog').filter({ has: this.page.locator(':focus') });
    return (await dialog.count()) === 0 ? null : nameIn(await dialog.ariaSnapshot());
  }

  /** Presses a key, lets a second go by, and writes down what was said and where the focus is. */
  async press(key: string, seconds = 1): Promise<string | null> {
    const [before, inside] = [await this.focused(), await this.dialog()];
    await this.page.keyboard.press(key);
    await this.page.clock.runFor(seconds * 1000);
    const [after, dialog] = [await this.focused(), await this.dialog()];
    const said = await this.page.evaluate(() => (Reflect.get(window, 'said') as string[]).splice(0));
    this.lines.push(`[${key}]`, ...said.map((text) => `  ${text}`));
    if (dialog !== null && dialog !== inside) this.lines.push(`  ${dialog}`);
    if (after === null) this.lines.push('  (outside the page)');
    else if (after !== before || key === 'Tab') this.lines.push(`  ${after}`);
    return after;
  }
}

test('AC 53: what a screen reader says on the way through level 1', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(listen);
  await page.clock.install({ time: new Date('2026-01-01T08:00:00Z') });
  await page.goto('sandbox/levels/01-first-spark/');
  await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /^network, remote/ })).toBeVisible();
  await page.clock.pauseAt(new Date('2026-01-01T09:00:00Z'));
  await page.evaluate(() =>
    Reflect.set(window, 'said', Object.assign(Reflect.get(window, 'said'), { length: 0 })),
  );

  const reader = new Reader(page);
  reader.lines.push(await page.title());
  reader.section('Every stop of the page, from the link that skips the head of the site');
  await reader.press('Tab');
  await reader.press('Enter');
  const inMain = () => page.evaluate(() => document.activeElement?.closest('main') !== null);
  for (let stops = 0; stops < 80; stops++) {
    await page.keyboard.press('Tab');
    if (!(await inMain())) break;
    await page.keyboard.press('Shift+Tab');
    await reader.press('Tab');
  }

  reader.section('From network to app by keys');
  await page.getByRole('button', { name: /^network, remote/ }).focus();
  await reader.press('ArrowRight');
  await reader.press('ArrowLeft');
  // The debrief is loaded with the first change: time stands still, so it must be there when it is asked for.
  const loaded = page.waitForResponse(/Debrief[^/]*\.js/);
  await reader.press('t');
  await reader.press('Enter');
  await reader.press('Space', 60);
  await (await loaded).finished();
  await reader.press('Control+Enter');
  await expect(page.getByRole('img', { name: '3 of 3 stars' })).toBeVisible();

  reader.section('The debrief');
  const first = await reader.focused();
  for (let stops = 0; stops < 20; stops++) {
    if ((await reader.press('Tab')) === first) break;
  }
  await reader.press('Escape');
  expect(`${reader.lines.join('\n')}\n`).toMatchSnapshot('level-1-transcript.txt');
});

import { expect, type Page } from '@playwright/test';

/** What is in the log, as its page says it. */
export async function entriesIn(page: Page): Promise<number> {
  await page.goto('progress/');
  const said = page.getByText(/^\d+ entr(y|ies) in the log\./);
  await expect(said).toBeVisible();
  return Number.parseInt((await said.textContent()) ?? '', 10);
}

/** A setting is an entry of the log: the shortest way to one through the page. */
export async function setNewCards(page: Page, n: number): Promise<void> {
  await page.getByLabel('New questions a day').fill(String(n));
  await page.getByLabel('New questions a day').blur();
  await expect(page.getByRole('heading', { name: `${n} questions today` })).toBeVisible();
}

/** From now on the page can be told that storage is full: `full.database`, `full.text`; `refusals` counts. */
export const stubFull = () => {
  const full = { database: false, text: false, refusals: 0 };
  Reflect.set(window, 'full', full);
  const refuse = () => {
    full.refusals++;
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  const { put, add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...args) {
    return full.database ? refuse() : put.apply(this, args);
  };
  IDBObjectStore.prototype.add = function (...args) {
    return full.database ? refuse() : add.apply(this, args);
  };
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (...args) {
    return full.text ? refuse() : setItem.apply(this, args);
  };
};

export const setFull = (page: Page, full: { database: boolean; text: boolean }): Promise<unknown> =>
  page.evaluate((now) => Object.assign(Reflect.get(window, 'full'), now), full);

/** How often a write was refused since the page was opened. */
export const refusals = (page: Page): Promise<number> =>
  page.evaluate(() => Reflect.get(window, 'full').refusals);

/** Puts rows into the database of progress, whatever they are. */
export const putRows = (page: Page, rows: Record<'log' | 'sessions', unknown[]>): Promise<void> =>
  page.evaluate(
    (given) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('runchain');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const tx = opening.result.transaction(['log', 'sessions'], 'readwrite');
          for (const row of given.log) tx.objectStore('log').put(row);
          for (const row of given.sessions) tx.objectStore('sessions').put(row);
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          tx.onabort = reject;
        };
      }),
    rows,
  );

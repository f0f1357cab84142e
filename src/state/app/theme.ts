import { setNotice } from './notices.ts';
import { deviceStorage } from '../storage/browser.ts';

/**
 * The theme of this device, whoever uses it, since it depends on the screen and the light in the room. It has to be known
 * before the first paint. `runchain.theme` stores `light` or `dark`; if nothing is stored, the system's theme applies.
 */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'runchain.theme';

export function readTheme(): Theme {
  const stored = deviceStorage.read(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Stores the theme. If that fails, the theme applies to this page only, which says so, and storing is tried again. */
export function storeTheme(theme: Theme): void {
  const kept = deviceStorage.write(KEY, theme === 'system' ? null : theme);
  setNotice(
    'theme',
    kept
      ? null
      : {
          text: 'Your browser could not keep the theme: its storage is full or blocked. It holds for this page.',
          retry: () => storeTheme(theme),
          file: null,
          onlyHere: false,
        },
  );
}

const systemDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches;

/** The theme after this one: first the opposite of what is seen now, then the other one, then the system's. */
export function nextTheme(theme: Theme): Theme {
  const order: Theme[] = systemDark() ? ['system', 'light', 'dark'] : ['system', 'dark', 'light'];
  return order[(order.indexOf(theme) + 1) % order.length] ?? 'system';
}

export function showTheme(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'system' && systemDark());
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

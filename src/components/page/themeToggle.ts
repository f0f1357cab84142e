import { nextTheme, readTheme, showTheme, storeTheme } from '#state/app/theme.ts';

/** Wires the theme button: light, dark, then back to what the system says. */
const button = document.querySelector<HTMLButtonElement>('[data-theme-toggle]');
const label = (theme: string) => button?.setAttribute('aria-label', `Theme: ${theme}. Change`);

// Not read again: what could not be kept holds all the same.
let theme = readTheme();
label(theme);
button?.addEventListener('click', () => {
  theme = nextTheme(theme);
  storeTheme(theme);
  showTheme(theme);
  label(theme);
});

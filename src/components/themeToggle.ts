import { nextTheme, readTheme, showTheme, storeTheme } from '#state/theme.ts';

/** Wires the theme button: light, dark, then back to what the system says. */
const button = document.querySelector<HTMLButtonElement>('[data-theme-toggle]');
const label = (theme: string) => button?.setAttribute('aria-label', `Theme: ${theme}. Change`);

label(readTheme());
button?.addEventListener('click', () => {
  const theme = nextTheme(readTheme());
  storeTheme(theme);
  showTheme(theme);
  label(theme);
});

import { registerOffline } from '#state/app/offlineCopy.ts';

/**
 * Keeps the site for offline use, and offers a new version when there is one; an exam in progress hides the offer.
 * Inside a learning system the package is the system's to keep.
 */
if (import.meta.env.PROD && !('packaged' in document.documentElement.dataset)) {
  const banner = document.querySelector<HTMLElement>('[data-update]');
  addEventListener('load', () => {
    registerOffline(import.meta.env.BASE_URL.replace(/\/?$/, '/'), (offline) => {
      if (banner === null) return;
      banner.hidden = false;
      banner.querySelector('button')?.addEventListener('click', offline.takeOver, { once: true });
    });
  });
}

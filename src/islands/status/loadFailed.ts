import { setNotice } from '#state/app/notices.ts';

/**
 * Whatever part of a page is loaded later and could not be: the page says so, whoever asked for the part. Vite tells of
 * it with this event, in a built site only.
 */
addEventListener('vite:preloadError', () =>
  setNotice('load', {
    text: 'Part of this page could not be loaded. Load the page again.',
    retry: null,
    file: null,
    onlyHere: false,
  }),
);

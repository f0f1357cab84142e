/** What the site is called and where its parts are. */
export const SITE = {
  name: 'Runchain',
  tagline: 'prepare for the Terraform exam by running what you study',
  nav: [
    { path: '', label: 'Home' },
    { path: 'lessons/', label: 'Lessons' },
    { path: 'practice/', label: 'Practice' },
    { path: 'sandbox/', label: 'Sandbox' },
  ],
} as const;

/** An address inside the site, under the base path it was built for. Pages end with a slash, files do not. */
export function href(path: string, file = false): string {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  return file || path === '' || path.endsWith('/') || path.includes('#')
    ? `${base}${path}`
    : `${base}${path}/`;
}

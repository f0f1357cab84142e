/** What the site is called and where its parts are. */
export const SITE = {
  name: 'Runchain',
  tagline: 'prepare for the Terraform exam by running what you study',
  nav: [
    { path: 'lessons/', label: 'Lessons' },
    { path: 'practice/', label: 'Practice' },
    { path: 'sandbox/', label: 'Sandbox' },
    { path: 'rules/', label: 'Rules' },
    { path: 'glossary/', label: 'Glossary' },
  ],
} as const;

/** An address inside the site, under the base path it was built for. Pages end with a slash, files do not. */
export function href(path: string, file = false): string {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  return file || path === '' || path.endsWith('/') || path.includes('#')
    ? `${base}${path}`
    : `${base}${path}/`;
}

/** A fact that no rule cites has no page, see `ruleBook.ts`. */
export { ruleHref } from '#islands/workbench/context/ruleHref.ts';
export const levelHref = (id: string): string => href(`sandbox/levels/${id}/`);
export const lessonHref = (id: string): string => href(`lessons/${id}/`);

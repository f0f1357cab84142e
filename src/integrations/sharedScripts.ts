import { createHash } from 'node:crypto';
import type { SiteFile } from './files.ts';

/** A script in so many pages is sent, and kept for offline use, once. */
const MANY = 10;
const INLINE = /<script( type="module")?>([\s\S]*?)<\/script>/g;

const digest = (code: string, form: 'base64' | 'hex'): string =>
  createHash('sha256').update(code).digest(form);

/** The inline scripts after the head; those in it must run before the first paint. */
const inBody = (html: string) => [...html.slice(html.indexOf('</head>')).matchAll(INLINE)];

/**
 * Moves inline scripts that many pages repeat (Astro's runtime of islands above all) to files, and leaves in the policy
 * of each page only the hashes of what still is in it: Astro lists those of the whole site in every page.
 * @returns the pages that changed and the new files
 */
export function shareScripts(files: readonly SiteFile[], base: string): SiteFile[] {
  const pages = files
    .filter(({ path }) => path.endsWith('.html'))
    .map(({ path, bytes }) => ({ path, html: bytes.toString('utf8') }));
  const uses = new Map<string, number>();
  for (const { html } of pages)
    for (const code of new Set(inBody(html).map(([script]) => script)))
      uses.set(code, (uses.get(code) ?? 0) + 1);
  const shared = new Set([...uses].filter(([, n]) => n >= MANY).map(([script]) => script));
  const made = new Map<string, SiteFile>();
  /** The address of a file with this code. */
  const fileOf = (code: string): string => {
    const path = `_astro/shared.${digest(code, 'hex').slice(0, 8)}.js`;
    made.set(path, { path, bytes: Buffer.from(code) });
    return base + path;
  };
  const changed = pages.map(({ path, html }) => {
    const classic = new Set<string>();
    const body = html.slice(html.indexOf('</head>')).replace(INLINE, (script, module, code) => {
      if (!shared.has(script)) return script;
      if (module !== undefined) return `<script type="module" src="${fileOf(code)}"></script>`;
      classic.add(code);
      return '';
    });
    // Each is complete in itself and may run at any time; one file is one request.
    const tag = classic.size === 0 ? '' : `<script async src="${fileOf([...classic].join('\n'))}"></script>`;
    const page = html.slice(0, html.indexOf('</head>')) + tag + body;
    return { path, bytes: Buffer.from(ownHashes(page)) };
  });
  return [...changed, ...made.values()];
}

/** The page with a policy that allows its own inline scripts and no others. */
function ownHashes(html: string): string {
  const own = new Set([...html.matchAll(INLINE)].map(([, , code = '']) => digest(code, 'base64')));
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, (policy) =>
    policy.replace(/ 'sha256-([^']+)'/g, (hash, value) => (own.has(value) ? hash : '')),
  );
}

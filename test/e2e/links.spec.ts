import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from '@playwright/test';

const dist = new URL('../../dist/', import.meta.url);
const base = `/${process.env['RUNCHAIN_BASE'] ?? ''}/`.replace(/\/+/g, '/');

/** What a page refers to, and the places in it that can be referred to. */
function refsOf(html: string): { refs: string[]; ids: Set<string> } {
  const text = html.replaceAll(/<script[\s\S]*?<\/script>/g, '');
  const refs = [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((m) =>
    (m[1] ?? '').replaceAll('&amp;', '&'),
  );
  return { refs, ids: new Set([...text.matchAll(/\sid="([^"]*)"/g)].map((m) => m[1] ?? '')) };
}

test('every link and anchor of every page leads somewhere on this site', () => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((f) => f.replaceAll('\\', '/'));
  const known = new Set(files);
  const pages = new Map(
    files.filter((f) => f.endsWith('.html')).map((f) => [f, refsOf(readFileSync(new URL(f, dist), 'utf8'))]),
  );
  const broken: string[] = [];
  for (const [page, { refs }] of pages) {
    for (const ref of refs) {
      if (ref.startsWith('data:')) continue;
      if (/^[a-z]+:|^\/\//.test(ref)) {
        broken.push(`${page}: ${ref} leaves the site`);
        continue;
      }
      const [path = '', anchor = ''] = ref.split('#');
      const bare = path.split('?')[0] ?? '';
      const here = `${base}${page.replace(/index\.html$/, '')}`;
      const address = bare === '' ? here : posix.join(bare.startsWith('/') ? '/' : here, bare);
      if (!address.startsWith(base)) {
        broken.push(`${page}: ${ref} is outside of ${base}`);
        continue;
      }
      const file = address.slice(base.length);
      const target = file === '' || file.endsWith('/') ? `${file}index.html` : file;
      if (!known.has(target)) broken.push(`${page}: ${ref} leads nowhere`);
      else if (anchor !== '' && !anchor.startsWith('s=') && pages.get(target)?.ids.has(anchor) === false)
        broken.push(`${page}: ${ref} has no such place`);
    }
  }
  expect([...new Set(broken)]).toEqual([]);
  expect(pages.size).toBeGreaterThan(50);
});

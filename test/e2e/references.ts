import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** What a page refers to, and the places in it that can be referred to. */
function refsOf(html: string): { refs: string[]; ids: Set<string> } {
  const text = html.replaceAll(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, '$1');
  const refs = [
    ...text.matchAll(/\s(?:href|src|component-url|renderer-url|data-search|data-root)="([^"]*)"/g),
  ];
  return {
    refs: refs.map((m) => (m[1] ?? '').replaceAll('&amp;', '&')),
    ids: new Set([...text.matchAll(/\sid="([^"]*)"/g)].map((m) => m[1] ?? '')),
  };
}

export interface Crawl {
  pages: number;
  /** What leads nowhere, one line each. */
  broken: string[];
}

/**
 * Follows every reference of every page of a built site.
 * @param base the path under which it is served, with `/` at both ends
 * @param folders whether an address that ends with a folder is its index.html: a learning system knows only files
 */
export function crawl(folder: string, base: string, folders = true): Crawl {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((f) =>
    f.replaceAll('\\', '/'),
  );
  const known = new Set(files);
  const pages = new Map(
    files.filter((f) => f.endsWith('.html')).map((f) => [f, refsOf(readFileSync(join(folder, f), 'utf8'))]),
  );
  const broken = new Set<string>();
  for (const [page, { refs }] of pages) {
    for (const ref of refs) {
      if (ref.startsWith('data:')) continue;
      if (/^[a-z]+:|^\/\//.test(ref)) {
        broken.add(`${page}: ${ref} leaves the site`);
        continue;
      }
      const [path = '', anchor = ''] = ref.split('#');
      const bare = path.split('?')[0] ?? '';
      const here = `${base}${folders ? page.replace(/index\.html$/, '') : page}`;
      const address =
        bare === '' ? here : posix.join(bare.startsWith('/') ? '/' : posix.dirname(`${here}_`), bare);
      if (!address.startsWith(base)) {
        broken.add(`${page}: ${ref} is outside of ${base}`);
        continue;
      }
      const file = address.slice(base.length);
      // The root itself is named for what is put behind it, not to be opened.
      const target =
        (folders && (file === '' || file.endsWith('/'))) || file === '' ? `${file}index.html` : file;
      if (!known.has(target)) broken.add(`${page}: ${ref} leads nowhere`);
      else if (anchor !== '' && !anchor.startsWith('s=') && pages.get(target)?.ids.has(anchor) === false)
        broken.add(`${page}: ${ref} has no such place`);
    }
  }
  return { pages: pages.size, broken: [...broken] };
}

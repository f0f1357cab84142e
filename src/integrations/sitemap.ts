import type { SiteFile } from './files.ts';

/** The sitemap of a site whose address is known: it must hold whole addresses. */
export function sitemap(files: readonly SiteFile[], site: URL, base: string): string {
  const pages = files
    .map(({ path }) => path)
    .filter((path) => path.endsWith('.html') && path !== '404.html')
    .map((path) => new URL(`${base}${path.replace(/(^|\/)index\.html$/, '$1')}`, site).href);
  const rows = pages.map((page) => `  <url><loc>${escapeXml(page)}</loc></url>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows}\n</urlset>\n`;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

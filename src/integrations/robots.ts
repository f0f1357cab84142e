/**
 * What crawlers are told: everything may be read, and where the sitemap is, if the address of the site is known. They
 * read it only at the root of a host, so a site under a base path says that there.
 */
export function robots(site: URL | null, base: string): string {
  const below = `# Crawlers read this file only at the root of a host: add these lines to the one there.\n`;
  const map = site === null ? '' : `Sitemap: ${new URL(`${base}sitemap-index.xml`, site).href}\n`;
  return `${base === '/' ? '' : below}User-agent: *\nAllow: ${base}\n${map}`;
}

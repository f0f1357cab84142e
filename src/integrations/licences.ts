import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A package of which something reaches the reader's browser. */
export interface Shipped {
  name: string;
  version: string;
  /** Such as `MIT`. */
  licence: string;
  /** The licence as the package has it, with its copyright lines. */
  text: string;
}

/** Shipped without being a module of a bundle: the runtime of islands, the search, and the fonts. */
const BESIDE_BUNDLES = [
  'astro',
  'pagefind',
  '@fontsource-variable/inter',
  '@fontsource-variable/jetbrains-mono',
];

interface Bundle {
  [file: string]: { type: string; modules?: Record<string, { renderedLength: number }> };
}
/** The part of a Vite plugin that is used here. */
interface Plugin {
  name: string;
  generateBundle(this: { environment?: { name: string } }, options: unknown, bundle: Bundle): void;
}

/** The folder of the package that a module belongs to; null: it is our own, or the bundler's. */
export function packageFolder(module: string): string | null {
  const path = module.replaceAll('\\', '/').replace(/^\0/, '').replace(/\?.*$/, '');
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/.@][^/]*(?=\/)/.exec(path)?.[0] ?? null;
}

/** Hears of every module that goes into a script of the site or of a worker. */
export function licenceCollector() {
  const folders = new Set<string>();
  const collect = (bundle: Bundle) => {
    for (const { modules = {} } of Object.values(bundle))
      for (const [id, { renderedLength }] of Object.entries(modules)) {
        // A style leaves nothing in the script and is shipped all the same.
        const folder = renderedLength > 0 || /\.css(\?|$)/.test(id) ? packageFolder(id) : null;
        if (folder !== null) folders.add(folder);
      }
  };
  return {
    forPages: (): Plugin => ({
      name: 'runchain-licences',
      generateBundle(_, bundle) {
        // What only makes the pages is not shipped.
        if (this.environment === undefined || this.environment.name === 'client') collect(bundle);
      },
    }),
    forWorkers: (): Plugin => ({
      name: 'runchain-licences-of-workers',
      generateBundle: (_, bundle) => collect(bundle),
    }),
    /** @param modules the folder in which packages are installed. @throws for a package without a licence */
    shipped: (modules: string): Shipped[] =>
      [...new Set([...folders, ...BESIDE_BUNDLES.map((name) => join(modules, name))])]
        .map(readPackage)
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** @throws where the package does not say under which licence it may be passed on */
export function readPackage(folder: string): Shipped {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = licenceFiles(folder)
    .map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
  if (typeof license !== 'string' || text === '')
    throw new Error(`${name} is shipped and has no licence: it must not be`);
  return { name, version, licence: license, text };
}

/** The licence and the notices that go with it; some packages have a folder of them. */
function licenceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => /^(licen[cs]e|copying|notice)/i.test(name))
    .map(({ name }) => join(folder, name))
    .sort()
    .flatMap((path) =>
      statSync(path).isFile()
        ? [path]
        : readdirSync(path)
            .sort()
            .map((name) => join(path, name)),
    );
}

/** Where the page of licences waits for them: they are known only once everything is built. */
const PLACE = /<div data-licences[^>]*><\/div>/;

/** @throws where the page has no such place. @returns the page with every licence in it */
export function withLicences(page: string, shipped: readonly Shipped[]): string {
  if (!PLACE.test(page)) throw new Error(`the page of licences has no place for them`);
  const rows = shipped.map(
    ({ name, version, licence, text }) =>
      `<section><h2>${escaped(name)}</h2><p>Version ${escaped(version)}, ${escaped(licence)}</p><pre tabindex="0">${escaped(text)}</pre></section>`,
  );
  return page.replace(PLACE, () => `<div data-licences>${rows.join('')}</div>`);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

import { createHash } from 'node:crypto';
import { posix } from 'node:path';

/** A built file: its path from the root of the site, with `/`, and what is in it. */
export interface BuiltFile {
  path: string;
  bytes: Uint8Array;
}

/** What only a web server of the site's own, or a browser's offline copy, has a use for. */
const LEFT_OUT = /\.(br|gz|map)$|^(sw\.js|_headers|sitemap-[^/]+\.xml|robots\.txt|404\.html)$/;
const LINKS = 'packaged-links.js';

/**
 * A build as files that work under any address, without a server that knows folders: every address is relative, and
 * each folder that a page links to is named by its `index.html`.
 * @param base the base path the site was built for: a word that occurs nowhere else, with `/` at both ends
 * @param links the script that names the pages of links which are made in the browser
 */
export function portable(files: readonly BuiltFile[], base: string, links: Uint8Array): BuiltFile[] {
  const kept = files.filter(({ path }) => !LEFT_OUT.test(path));
  return [...kept.map((file) => rewritten(file, base)), { path: LINKS, bytes: links }];
}

function rewritten({ path, bytes }: BuiltFile, base: string): BuiltFile {
  if (!/\.(html|js|css|json|webmanifest|svg)$/.test(path)) return { path, bytes };
  const text = new TextDecoder().decode(bytes);
  const result = path.endsWith('.html')
    ? page(text, path, base)
    : path.endsWith('.js')
      ? script(text, path, base)
      : text.replaceAll(base, rootFrom(path));
  if (result.includes(base)) throw new Error(`${path}: still names ${base}`);
  return { path, bytes: new TextEncoder().encode(result) };
}

/** The way from a file to the root: `./`, `../`, … */
const rootFrom = (path: string): string => `${posix.relative(posix.dirname(path), '.') || '.'}/`;

function page(html: string, path: string, base: string): string {
  const root = rootFrom(path);
  const hashes = new Map<string, string>();
  const parts = html.split(/(<script\b[^>]*>[\s\S]*?<\/script>)/).map((part) => {
    const [, open, code, close] = /^(<script\b[^>]*>)([\s\S]*?)(<\/script>)$/.exec(part) ?? [];
    if (open === undefined || code === undefined || close === undefined) return part.replaceAll(base, root);
    const relative = code.replaceAll(base, root);
    // The policy in the page names an inline script by its hash.
    if (relative !== code) hashes.set(hashOf(code), hashOf(relative));
    return open.replaceAll(base, root) + relative + close;
  });
  let result = parts.join('');
  for (const [before, after] of hashes) result = result.replaceAll(before, after);
  return result
    .replaceAll(/(<a\b[^>]*?\shref=")([^"]*)/g, (_, start: string, address: string) => start + named(address))
    .replace('<html ', '<html data-packaged ')
    .replace('</head>', `<script src="${root}${LINKS}"></script></head>`);
}

/** An address inside the package whose path ends with a folder, with the name of its page. */
const named = (address: string): string =>
  /^(\.|[\w-]+\/)/.test(address) ? address.replace(/\/(?=[?#]|$)/, '/index.html') : address;

const hashOf = (code: string): string => `sha256-${createHash('sha256').update(code).digest('base64')}`;

/** In a script an address becomes a whole one, worked out where the script is: pages lie at different depths. */
function script(code: string, path: string, base: string): string {
  const whole = `new URL("${rootFrom(path)}",import.meta.url).href`;
  return code
    .replaceAll(`\`${base}`, `\`\${${whole}}`)
    .replaceAll(new RegExp(`(["'])${base}((?:(?!\\1)[^\\\\\\n])*)\\1`, 'g'), `(${whole}+$1$2$1)`);
}

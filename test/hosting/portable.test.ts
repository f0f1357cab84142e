import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { portable } from '#hosting/portable.ts';

const BASE = '/any-folder/';
const text = (content: string) => new TextEncoder().encode(content);
const hash = (code: string) => `sha256-${createHash('sha256').update(code).digest('base64')}`;

/** One file of a package, as text. */
function packed(path: string, content: string): string {
  const files = portable([{ path, bytes: text(content) }], BASE, text('links'));
  const found = files.find((file) => file.path === path);
  return found === undefined ? 'left out' : new TextDecoder().decode(found.bytes);
}

describe('a page of a package', () => {
  it.each([
    ['index.html', '<a href="/any-folder/">', '<a href="./index.html">'],
    ['index.html', '<a href="/any-folder/lessons/a/#b">', '<a href="./lessons/a/index.html#b">'],
    ['lessons/a/index.html', '<a class="x" href="/any-folder/">', '<a class="x" href="../../index.html">'],
    ['lessons/a/index.html', '<a href="/any-folder/rules/?q=1">', '<a href="../../rules/index.html?q=1">'],
    ['lessons/a/index.html', '<a href="#here">', '<a href="#here">'],
    ['a/index.html', '<img src="/any-folder/x.svg">', '<img src="../x.svg">'],
    [
      'a/index.html',
      'props="{&quot;b&quot;:[0,&quot;/any-folder/p/&quot;]}"',
      'props="{&quot;b&quot;:[0,&quot;../p/&quot;]}"',
    ],
    [
      'a/index.html',
      '<style>a{src:url(/any-folder/f.woff2)}</style>',
      '<style>a{src:url(../f.woff2)}</style>',
    ],
  ])('%s: %s', (path, before, after) => {
    expect(packed(path, before)).toBe(after);
  });

  it('says that it is packaged, and loads the script for links that are made later', () => {
    expect(packed('a/index.html', '<html lang="en"><head></head></html>')).toBe(
      '<html data-packaged lang="en"><head><script src="../packaged-links.js"></script></head></html>',
    );
  });

  it('names the new hash of an inline script that changed, and keeps that of one that did not', () => {
    const before = 'go("/any-folder/sw.js")';
    const same = 'stay()';
    const page = packed(
      'a/index.html',
      `<meta content="'${hash(before)}' '${hash(same)}'"><script>${before}</script><script>${same}</script>`,
    );
    const after = 'go("../sw.js")';
    expect(page).toBe(
      `<meta content="'${hash(after)}' '${hash(same)}'"><script>${after}</script><script>${same}</script>`,
    );
  });
});

describe('a script of a package', () => {
  const at = 'file:///package/_astro/a.js';
  /** What an expression is, where the script lies at a place. */
  const evaluate = (code: string): unknown =>
    new Function('here', `return ${code.replaceAll('import.meta.url', 'here')}`)(at);

  it.each([
    ['`/any-folder/`+"x"', 'file:///package/x'],
    ['`/any-folder/_astro/w.js`', 'file:///package/_astro/w.js'],
    ['`$' + '{`/any-folder/`.replace(/\\/$/,``)}/rules/`', 'file:///package/rules/'],
    ['new URL(`/any-folder/_astro/w.js`,``+import.meta.url).href', 'file:///package/_astro/w.js'],
    ["'/any-folder/x'.length", 'file:///package/x'.length],
    ['"/any-folder/it\'s"', "file:///package/it's"],
  ])('%s', (code, value) => {
    expect(evaluate(packed('_astro/a.js', code))).toBe(value);
  });

  it('stops the packing where an address is left that nothing rewrites', () => {
    expect(() => packed('_astro/a.js', '`$' + '{x}/any-folder/y`')).toThrow('still names /any-folder/');
  });
});

it('leaves out what only a server reads, and takes everything else', () => {
  const paths = [
    'sw.js',
    '_headers',
    '404.html',
    'a.js.br',
    'a.js.gz',
    'sitemap-index.xml',
    'sitemap-0.xml',
    'robots.txt',
    'a.js',
    'p.wasm',
  ];
  const files = portable(
    paths.map((path) => ({ path, bytes: text('') })),
    BASE,
    text('links'),
  );
  expect(files.map(({ path }) => path)).toEqual(['a.js', 'p.wasm', 'packaged-links.js']);
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { shareScripts } from '../../src/integrations/sharedScripts.ts';

const hash = (code: string) => `sha256-${createHash('sha256').update(code).digest('base64')}`;
const THEME = 'theme()';
const RUNTIME = 'island()';
const DIRECTIVE = 'visible()';
const EVERYWHERE = 'everywhere()';
const ONCE = 'once()';

const page = (path: string, body: string) => ({
  path,
  bytes: Buffer.from(
    `<html><head><script>${THEME}</script><meta http-equiv="content-security-policy" content="script-src 'self' ${[
      THEME,
      RUNTIME,
      DIRECTIVE,
      EVERYWHERE,
      ONCE,
    ]
      .map((code) => `'${hash(code)}'`)
      .join(' ')}; style-src 'self'"></head><body>${body}</body></html>`,
  ),
});
const common = `<script>${DIRECTIVE}</script><script>${RUNTIME}</script><script type="module">${EVERYWHERE}</script>`;
const site = [
  ...Array.from({ length: 12 }, (_, i) => page(`page-${i}/index.html`, common)),
  page('last/index.html', `${common}<script type="module">${ONCE}</script>`),
  { path: '_astro/a.js', bytes: Buffer.from('a()') },
];
const result = new Map(shareScripts(site, '/base/').map(({ path, bytes }) => [path, bytes.toString()]));
const first = result.get('page-0/index.html') ?? '';
const last = result.get('last/index.html') ?? '';

describe('scripts that many pages repeat', () => {
  it('stand in files, those of islands in one, and no longer in the pages', () => {
    const files = [...result.entries()].filter(([path]) => path.endsWith('.js'));
    expect(files.map(([, code]) => code).sort()).toEqual([EVERYWHERE, `${DIRECTIVE}\n${RUNTIME}`]);
    for (const [path] of files) expect(first).toContain(`src="/base/${path}"></script>`);
    for (const code of [RUNTIME, DIRECTIVE, EVERYWHERE]) expect(first).not.toContain(code);
  });
  it('leave those of the head and those of few pages where they are', () => {
    expect(first).toContain(`<head><script>${THEME}</script>`);
    expect(last).toContain(`<script type="module">${ONCE}</script>`);
  });
  it('each page allows the inline scripts that it has, and no others', () => {
    const allowed = (html: string) => html.match(/sha256-[^']+/g);
    expect(allowed(first)).toEqual([hash(THEME)]);
    expect(allowed(last)).toEqual([hash(THEME), hash(ONCE)]);
  });
});

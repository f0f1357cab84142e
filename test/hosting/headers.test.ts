import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Header → value, for every page, as `public/_headers` has them. */
const everywhere: Record<string, string> = Object.fromEntries(
  (/^\/\*\n((?: {2}.*\n)+)/.exec(readFileSync('public/_headers', 'utf8'))?.[1] ?? '')
    .trim()
    .split('\n')
    .map((line) => /^\s*([\w-]+): (.*)$/.exec(line)?.slice(1) ?? []),
);
const nginx = readFileSync('src/hosting/nginx.conf', 'utf8');
const written = readFileSync('src/hosting/README.md', 'utf8');

describe('the headers of every page', () => {
  it('are there', () => {
    expect(Object.keys(everywhere)).toContain('X-Content-Type-Options');
  });

  it.each(Object.entries(everywhere))('%s is the same in every form', (name, value) => {
    const sent = new RegExp(`add_header ${name} ("?)(.*?)\\1 always;`).exec(nginx)?.[2];
    expect(sent).toBe(value);
    // One line of Caddy, one of Apache, one of the list.
    const lines = written.split('\n').filter((line) => line.includes(name) && line.includes(value));
    expect(lines.length).toBeGreaterThanOrEqual(3);
  });
});

describe('the server in the container', () => {
  it('asks nobody: it passes nothing on, and logs no visit', () => {
    expect(nginx).not.toMatch(/^\s*(proxy_pass|fastcgi_pass|resolver|upstream)\b/m);
    expect(nginx).toMatch(/^\s*access_log off;/m);
  });

  it('names the type of every file that a build has', () => {
    const types = new Set([...nginx.matchAll(/^ {4}\w+\/[\w+]+ (\w+);/gm)].map(([, ending]) => ending));
    for (const ending of ['html', 'css', 'js', 'json', 'wasm', 'svg', 'png', 'woff2', 'webmanifest', 'xml'])
      expect(types).toContain(ending);
  });
});

describe('the container file', () => {
  const text = readFileSync('src/hosting/Containerfile', 'utf8');
  it('names images without a registry, and runs as nobody in particular', () => {
    for (const [, image] of text.matchAll(/^FROM (\S+)/gm)) expect(image).not.toMatch(/[.]\w+\//);
    expect(text).toMatch(/^USER 10001:10001$/m);
    expect(text).toMatch(/^HEALTHCHECK /m);
  });

  it('copies only what is in the project', () => {
    const named = [...text.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, paths]) =>
      (paths ?? '').split(' '),
    );
    expect(named.length).toBeGreaterThan(5);
    for (const path of named) expect(() => readFileSync(path)).not.toThrow('ENOENT');
  });
});

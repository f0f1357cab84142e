import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { afterEach, expect, it, vi } from 'vitest';
import { robots } from '../../src/integrations/robots.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** What a build for this address takes part in, in order. */
async function integrations(site: string): Promise<AstroIntegration[]> {
  vi.stubEnv('RUNCHAIN_SITE', site);
  const { default: config } = await import('../../astro.config.mjs');
  return config.integrations as AstroIntegration[];
}

it('is made before the files are packed, and only where the address of the site is known', async () => {
  const names = async (site: string) => (await integrations(site)).map(({ name }) => name);
  expect((await names('https://learn.example')).slice(-2)).toEqual(['@astrojs/sitemap', 'runchain-site']);
  vi.resetModules();
  expect(await names('')).not.toContain('@astrojs/sitemap');
});

it('is where crawlers are told, and names each page but the 404 page by its whole address', async () => {
  const site = 'https://learn.example';
  const base = '/course/a&b/';
  const sitemap = (await integrations(site)).find(({ name }) => name === '@astrojs/sitemap');
  const folder = mkdtempSync(join(tmpdir(), 'runchain-sitemap-'));
  try {
    const logger = { info: () => undefined, warn: expect.unreachable, error: expect.unreachable };
    const pages = ['', 'lessons/run-triggers/', '404/'].map((pathname) => ({ pathname }));
    const hooks: object = sitemap?.hooks ?? {};
    const call = (name: string, given: object): unknown => Reflect.get(hooks, name)({ logger, ...given });
    call('astro:routes:resolved', { routes: [] });
    await call('astro:config:done', { config: { site, base, trailingSlash: 'always' } });
    await call('astro:build:done', { dir: pathToFileURL(`${folder}/`), pages });
    /** What a file lists; the address must lead to a file that is there. */
    const listed = (address: string): string[] => {
      expect(address.startsWith(`${site}${base}`), address).toBe(true);
      const text = readFileSync(join(folder, address.slice(`${site}${base}`.length)), 'utf8');
      return [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, found = '']) => found.replaceAll('&amp;', '&'));
    };
    const index = /^Sitemap: (.*)$/m.exec(robots(new URL(site), base))?.[1] ?? '';
    expect(listed(index).flatMap(listed)).toEqual([
      'https://learn.example/course/a&b/',
      'https://learn.example/course/a&b/lessons/run-triggers/',
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';

const dist = new URL('../../dist/', import.meta.url);

test('every page carries a policy that runs no script but its own', () => {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(50);
  const weak = pages.filter((page) => {
    const html = readFileSync(new URL(page.replaceAll('\\', '/'), dist), 'utf8');
    const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "'unsafe-inline'";
    return (
      /'unsafe-inline'|'unsafe-eval'|\*|https?:|data:/.test(scripts) ||
      !policy.includes("default-src 'self'") ||
      !policy.includes("object-src 'none'")
    );
  });
  expect(weak).toEqual([]);
});

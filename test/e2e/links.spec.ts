import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { crawl } from './references.ts';

const base = `/${process.env['RUNCHAIN_BASE'] ?? ''}/`.replace(/\/+/g, '/');

test('every link and anchor of every page leads somewhere on this site', () => {
  const { pages, broken } = crawl(fileURLToPath(new URL('../../dist/', import.meta.url)), base);
  expect(broken).toEqual([]);
  expect(pages).toBeGreaterThan(50);
});

import { expect, it } from 'vitest';
import { robots } from '../../src/integrations/robots.ts';

it('tells crawlers that all may be read, and names the sitemap where the address of the site is known', () => {
  expect(robots(null, '/')).toBe('User-agent: *\nAllow: /\n');
  expect(robots(new URL('https://runchain.example'), '/')).toBe(
    'User-agent: *\nAllow: /\nSitemap: https://runchain.example/sitemap-index.xml\n',
  );
});

it('says that a file under a base path is not read where it stands', () => {
  const [note, ...lines] = robots(new URL('https://host.example'), '/course/').split('\n');
  expect(note).toMatch(/^# .*root of a host/);
  expect(lines).toEqual([
    'User-agent: *',
    'Allow: /course/',
    'Sitemap: https://host.example/course/sitemap-index.xml',
    '',
  ]);
});

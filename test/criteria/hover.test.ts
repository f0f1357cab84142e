import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../src/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
/** What makes something appear. */
const SHOWS = /(?:^|[;{\s])(?:display|visibility|opacity|content-visibility|clip-path|pointer-events)\s*:/;

it('AC 9: nothing is shown by hovering that is not shown by focus too', () => {
  const rules = files
    .filter((name) => /\.(css|astro)$/.test(name))
    .flatMap((name) =>
      [...read(name).matchAll(/([^{}]*:hover[^{}]*)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
        name,
        selector: selector.trim(),
        body,
      })),
    );
  expect(rules.length).toBeGreaterThan(4);
  const byHoverAlone = rules.filter(
    ({ selector, body }) => SHOWS.test(body) && !/:focus(-within|-visible)?/.test(selector),
  );
  expect(byHoverAlone).toEqual([]);
});

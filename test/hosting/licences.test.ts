import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  licenceCollector,
  packageFolder,
  readPackage,
  withLicences,
} from '../../src/integrations/licences.ts';

const modules = resolve('node_modules');
const shippedWith = (ids: Record<string, number>, environment?: string) => {
  const collector = licenceCollector();
  const of = (entries: Record<string, number>) => ({
    'a.js': {
      type: 'chunk',
      modules: Object.fromEntries(Object.entries(entries).map(([id, n]) => [id, { renderedLength: n }])),
    },
  });
  collector
    .forPages()
    .generateBundle.call({ ...(environment && { environment: { name: environment } }) }, {}, of(ids));
  return collector.shipped(modules).map(({ name }) => name);
};
const always = ['@fontsource-variable/inter', '@fontsource-variable/jetbrains-mono', 'astro', 'pagefind'];

describe('licences of what is shipped', () => {
  it.each([
    ['/a/node_modules/react/index.js', '/a/node_modules/react'],
    ['/a/node_modules/@xyflow/react/dist/esm/index.js?x', '/a/node_modules/@xyflow/react'],
    ['\0/a/node_modules/x/node_modules/zustand/esm/a.mjs', '/a/node_modules/x/node_modules/zustand'],
    ['C:\\a\\node_modules\\idb\\build\\index.js', 'C:/a/node_modules/idb'],
    ['/a/src/state/boards.ts', null],
    ['\0vite/preload-helper.js', null],
  ])('%s belongs to %s', (id, folder) => {
    expect(packageFolder(id)).toBe(folder);
  });

  it('are of each package of which something is in a script or a style, and of no other', () => {
    const ids = {
      [`${modules}/react/index.js`]: 10,
      [`${modules}/idb/build/index.js`]: 0,
      [`${modules}/@xyflow/react/dist/style.css`]: 0,
      [resolve('src/state/boards/boards.ts')]: 10,
    };
    expect(shippedWith(ids, 'client')).toEqual([...always, '@xyflow/react', 'react'].sort());
    // What makes the pages stays here.
    expect(shippedWith(ids, 'prerender')).toEqual([...always].sort());
  });

  const folder = mkdtempSync(join(tmpdir(), 'runchain-licences-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are read from a file, or from a folder of files, and a package without one is not shipped', () => {
    writeFileSync(join(folder, 'package.json'), '{ "name": "x", "version": "1.0.0", "license": "MIT" }');
    expect(() => readPackage(folder)).toThrow('x is shipped and has no licence');
    mkdirSync(join(folder, 'LICENSE'));
    writeFileSync(join(folder, 'LICENSE', 'A'), 'one\n');
    writeFileSync(join(folder, 'LICENSE', 'B'), 'two\n');
    expect(readPackage(folder)).toMatchObject({ name: 'x', licence: 'MIT', text: 'one\n\ntwo' });
  });

  it('stand in their page as text, whatever is in them', () => {
    const given = { name: 'x', version: '1', licence: 'MIT', text: '<script>$&</script>' };
    const page = withLicences('<div data-licences data-a></div>', [given]);
    expect(page).toContain('&lt;script&gt;$&amp;&lt;/script&gt;');
    expect(() => withLicences('<main></main>', [given])).toThrow('no place');
  });
});

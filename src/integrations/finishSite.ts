import type { AstroIntegration } from 'astro';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compressFiles } from './compress.ts';
import { filesIn } from './files.ts';
import { licenceCollector, withLicences } from './licences.ts';
import { robots } from './robots.ts';
import { writeSearchIndex } from './searchIndex.ts';
import { PRECACHE_LIMIT, serviceWorker, sizeOfPrecache } from './serviceWorker.ts';
import { shareScripts } from './sharedScripts.ts';

/**
 * What is made of the built pages: the licences of what is shipped, the search index, what crawlers are told, the service worker,
 * and packed copies for the server. A build for a learning system (`RUNCHAIN_LMS`, see src/hosting) has the page that the system
 * starts, and no packed copies.
 */
export function site(): AstroIntegration {
  const licences = licenceCollector();
  let base = '/';
  let address: URL | null = null;
  const forLms = process.env['RUNCHAIN_LMS'] !== undefined;
  return {
    name: 'runchain-site',
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        updateConfig({
          vite: { plugins: [licences.forPages()], worker: { plugins: () => [licences.forWorkers()] } },
        });
        if (forLms) injectRoute({ pattern: '/launch', entrypoint: './src/lms/Launch.astro' });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
        address = config.site === undefined ? null : new URL(config.site);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const page = `${folder}/about/licences/index.html`;
        const shipped = licences.shipped(fileURLToPath(new URL('../../node_modules', import.meta.url)));
        await writeFile(page, withLicences(await readFile(page, 'utf8'), shipped));
        // A script of its own would resolve the relative addresses of a package against itself, not against the page.
        const shared = forLms ? [] : shareScripts(await filesIn(folder), base);
        for (const { path, bytes } of shared) await writeFile(`${folder}/${path}`, bytes);
        const pages = await writeSearchIndex(folder);
        if (!forLms) await writeFile(`${folder}/robots.txt`, robots(address, base));
        const files = await filesIn(folder);
        const size = sizeOfPrecache(files);
        if (size > PRECACHE_LIMIT && !forLms)
          throw new Error(`the offline copy is ${size} bytes, more than ${PRECACHE_LIMIT}`);
        await writeFile(`${folder}/sw.js`, serviceWorker(files));
        if (!forLms) await compressFiles(folder, await filesIn(folder));
        logger.info(`${pages} pages in the search index, ${Math.round(size / 1000)} kB kept for offline use`);
      },
    },
  };
}

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Pagefind brings interfaces of its own and an engine for other languages, which this site does not use. */
const NOT_NEEDED = /ui[.-]|-ui\.|highlight|^wasm\.unknown/;

/** Writes the full-text index of the built pages into `pagefind/`; its ready-made interface is not taken. */
export async function writeSearchIndex(folder: string): Promise<number> {
  const { index, errors } = await createIndex({ rootSelector: 'main', forceLanguage: 'en' });
  if (index === undefined) throw new Error(`pagefind: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
  const problems = [...added.errors, ...written.errors];
  if (problems.length > 0) throw new Error(`pagefind: ${problems.join('; ')}`);
  for (const name of await readdir(join(folder, 'pagefind'))) {
    if (NOT_NEEDED.test(name)) await rm(join(folder, 'pagefind', name));
  }
  return added.page_count;
}

import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
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
  await writeFile(join(folder, 'pagefind', 'words.json'), JSON.stringify(await wordsIn(folder)));
  return added.page_count;
}

/** Pagefind writes this before the data of each page. */
const MARK = 'pagefind_dcd';

/**
 * Every word of the index: Pagefind answers a word that it does not know with pages whose words only begin alike, so
 * the search has to know which words there are.
 */
async function wordsIn(folder: string): Promise<string[]> {
  const fragments = join(folder, 'pagefind', 'fragment');
  const words = new Set<string>();
  for (const name of await readdir(fragments)) {
    const text = gunzipSync(await readFile(join(fragments, name))).toString('utf8');
    const { content } = JSON.parse(text.slice(text.indexOf(MARK) + MARK.length));
    for (const [word] of String(content)
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}_-]+/gu))
      for (const part of [word, ...word.split('-')]) if (/\p{L}..|\d{3}/u.test(part)) words.add(part);
  }
  return [...words].sort();
}

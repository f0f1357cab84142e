import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const FOLDER = new URL('../../.astro/fonts/', import.meta.url);
/** The lightest and the boldest that a style of the site asks for. */
export const WEIGHTS = { min: 400, max: 800 } as const;
/** Code is shown as it is typed: no feature that draws two characters as one, or a letter as another. */
const FEATURES = ['ccmp', 'kern', 'locl', 'tnum'];
/** Western European letters, since people type names of their own, and the signs that texts use; from, to. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2010, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2215],
] as const;
const CHARACTERS = RANGES.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i)),
).join('');

/**
 * The latin part of a variable font out of a @fontsource-variable package, without the weights and the features that
 * the site does not use: less than half the bytes. Nothing is fetched.
 * @returns the path of the file
 */
export async function subsetOf(packageName: string): Promise<string> {
  const name = `@fontsource-variable/${packageName}/files/${packageName}-latin-wght-normal.woff2`;
  const source = await readFile(new URL(`../../node_modules/${name}`, import.meta.url));
  const version = createHash('sha256')
    .update(source)
    .update(JSON.stringify([WEIGHTS, FEATURES, RANGES]));
  const file = new URL(`${packageName}-${version.digest('hex').slice(0, 8)}.woff2`, FOLDER);
  if (!existsSync(file)) {
    const made = await subsetFont(source, CHARACTERS, {
      targetFormat: 'woff2',
      keepFeatures: FEATURES,
      variationAxes: { wght: WEIGHTS },
    });
    await mkdir(FOLDER, { recursive: true });
    // Never half written, also where two builds run at once.
    const partial = new URL(`${packageName}-${process.pid}.part`, FOLDER);
    await writeFile(partial, made);
    await rename(partial, file);
  }
  return fileURLToPath(file);
}

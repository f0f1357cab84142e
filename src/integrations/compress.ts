import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { SiteFile } from './files.ts';

const TEXT = /\.(html|css|js|json|svg|xml|txt|webmanifest|wasm)$/;
const SMALLEST = 1024;
const br = promisify(brotliCompress);
const gz = promisify(gzip);

/** Writes `.br` and `.gz` beside every text file that gains from it, for servers that send them as they are. */
export async function compressFiles(folder: string, files: readonly SiteFile[]): Promise<void> {
  for (const { path, bytes } of files) {
    if (!TEXT.test(path) || bytes.length < SMALLEST) continue;
    const packed = await Promise.all([
      br(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
      gz(bytes, { level: 9 }),
    ]);
    for (const [i, ending] of ['.br', '.gz'].entries()) {
      const made = packed[i];
      if (made !== undefined && made.length < bytes.length)
        await writeFile(join(folder, path + ending), made);
    }
  }
}

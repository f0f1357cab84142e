import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageCommand, root } from '#cli/setup.mjs';

const SOURCES = ['src/**/*', 'content/**/*', 'public/**/*', 'astro.config.mjs', 'package-lock.json'];

/** Builds the site where it is missing or older than its sources. @param fail is told why a build went wrong */
export function buildIfOlder(fail: (message: string) => never): void {
  const home = join(root, 'dist', 'index.html');
  const built = existsSync(home) ? statSync(home).mtimeMs : 0;
  if (globSync(SOURCES, { cwd: root }).every((path) => statSync(join(root, path)).mtimeMs <= built)) return;
  console.log('Building ...');
  const { status, stdout, stderr } = spawnSync(process.execPath, [packageCommand('astro'), 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    maxBuffer: 1e8,
  });
  if (status !== 0) fail(`${stdout}${stderr}\nThe build failed; see above.`);
}

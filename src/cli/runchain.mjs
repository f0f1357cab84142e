/**
 * `npm run -s runchain -- COMMAND …`: starts main.ts, which Node runs without a build step if it is new enough.
 * Stdout belongs to the command alone.
 */
import { spawn } from 'node:child_process';
import module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, findNode, isInstalled } from './setup.mjs';

/** 1 and 2 are the command's own. */
const NOT_SET_UP = 3;

if (process.features.typescript && isInstalled()) {
  // Keeps what Node makes of the sources: the second command starts twice as fast.
  module.enableCompileCache?.();
  await import('./main.ts');
} else {
  const node = ensureInstalled() ? findNode() : undefined;
  if (node === undefined) process.exit(NOT_SET_UP);
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

/**
 * What `npm start`, `npm test` and `npm run runchain` need before anything else can run. Plain JavaScript without
 * dependencies, because it runs first on a fresh clone and on an older Node than the app needs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const bin = join(root, 'node_modules', '.bin');
const OLDEST_NODE = [22, 18];

/** Which packages a lock file names, or nothing where there is none. */
function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own lock file into node_modules as the
 * last step of an install, so an interrupted install does not count. A missing optional package is one for another
 * platform.
 */
export function isInstalled() {
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const present = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    if (found === undefined) return Boolean(entry.optional || entry.devOptional);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * Installs the locked packages unless they are there. All of npm's output goes to stderr.
 * @returns whether they are there now
 */
export function ensureInstalled() {
  if (isInstalled()) return true;
  process.stderr.write('Installing packages (needed once, and after a change of package-lock.json) ...\n');
  // No package here needs its install script, and older npm versions do not read `allowScripts`.
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--loglevel=error'];
  const runByNpm = process.env.npm_execpath ?? '';
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const { status, error } = basename(runByNpm).startsWith('npm')
    ? spawnSync(process.execPath, [runByNpm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status === 0) return true;
  process.stderr.write(`npm ci failed${error ? `: ${error.message}` : `, exit status ${status}`}\n`);
  return false;
}

/** @returns the Node that runs the app: the one that npm installed, else this one if it is new enough */
export function findNode() {
  const own = join(bin, 'node');
  // It exists but does not start where the C library is another one (Alpine).
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]))
    return process.execPath;
  process.stderr.write(
    `Runchain needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}, and there is no ready-made Node for ${process.platform} ${process.arch} among the packages.\n`,
  );
  return undefined;
}

/** The script behind a package's command, so that it can be run by a chosen Node on every platform. */
export function packageCommand(name, command = name) {
  const folder = join(root, 'node_modules', ...name.split('/'));
  const { bin: commands } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof commands === 'string' ? commands : commands[command]);
}

/** The environment for child processes: the project's commands and its Node come first. */
export function childEnvironment() {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = [bin, process.env.PATH ?? ''].join(separator);
  return { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1' };
}

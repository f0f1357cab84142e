/** Which Chromium-like browser the browser tests use. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC_PROGRAMS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function candidates() {
  if (process.platform === 'darwin') {
    return MAC_PROGRAMS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
    return folders.flatMap((folder) =>
      folder ? WINDOWS_PROGRAMS.map((program) => join(folder, program)) : [],
    );
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter(Boolean);
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** @returns the path of an installed browser; CHROMIUM_PATH decides where it is set */
export function findBrowser() {
  return process.env.CHROMIUM_PATH || candidates().find(isExecutable);
}

/** Installs Chromium where that needs no question: as root, with apt. */
function installBrowser() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  if (spawnSync('apt-get', ['--version']).status !== 0) return;
  process.stderr.write('Installing Chromium for the browser tests ...\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, encoding: 'utf8', maxBuffer: 1e8 };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status, stdout, stderr } = spawnSync('apt-get', args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // A failed update may still leave usable lists.
    if (status !== 0) process.stderr.write(`${stdout}${stderr}`);
  }
}

/** @returns the path of a browser that is there now, or the reason why there is none */
export function ensureBrowser() {
  if (findBrowser() === undefined) installBrowser();
  const path = findBrowser();
  if (path === undefined) {
    return { problem: 'no browser: install Chromium, Chrome or Edge, or set CHROMIUM_PATH to the program' };
  }
  if (!isExecutable(path)) return { problem: `CHROMIUM_PATH=${path}: no such program` };
  return { path };
}

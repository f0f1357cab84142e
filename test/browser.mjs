/** Which Chromium-like browser the browser tests use. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The same Chromium without the windows of a desk: browser tests take a third less time in it. */
const HEADLESS = 'chromium-headless-shell';
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

function inFolders(command) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter(Boolean);
  return folders.map((folder) => join(folder, command));
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
  return COMMANDS.flatMap(inFolders);
}

const findHeadless = () => inFolders(HEADLESS).find(isExecutable);

/**
 * @returns the path of an installed browser; CHROMIUM_PATH decides where it is set
 * @param tests whether it is for tests, which need no window; what is measured is measured in a whole browser
 */
export function findBrowser(tests = false) {
  return process.env.CHROMIUM_PATH || (tests && findHeadless()) || candidates().find(isExecutable);
}

/** Installs a package of Chromium where that needs no question: as root, with apt. Whatever fails is told, and over soon. */
function installBrowser(name) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  if (spawnSync('apt-get', ['--version']).status !== 0) return;
  process.stderr.write(`Installing ${name} for the browser tests ...\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, encoding: 'utf8', maxBuffer: 1e8, timeout: 120_000 };
  const limits = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const { status, stdout, stderr } = spawnSync('apt-get', [...limits, ...args], {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // A failed update may still leave usable lists.
    if (status !== 0) process.stderr.write(`${stdout}${stderr}`);
  }
}

/**
 * @returns the path of a browser that is there now, or the reason why there is none
 * @param tests as above; on a machine for checks the headless one is installed beside another, elsewhere only for want of any
 */
export function ensureBrowser(tests = false) {
  const { CI, CHROMIUM_PATH } = process.env;
  if (tests && CI && !CHROMIUM_PATH && findHeadless() === undefined) installBrowser(HEADLESS);
  if (findBrowser(tests) === undefined) installBrowser('chromium');
  const path = findBrowser(tests);
  if (path === undefined) {
    return { problem: 'no browser: install Chromium, Chrome or Edge, or set CHROMIUM_PATH to the program' };
  }
  if (!isExecutable(path)) return { problem: `CHROMIUM_PATH=${path}: no such program` };
  return { path };
}

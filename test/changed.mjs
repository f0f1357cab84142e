/**
 * Which tests `npm run check:fast` runs: those of what changed, nearest first, as far as a minute goes. Plain JavaScript,
 * as run.mjs is.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { root } from '../src/cli/setup.mjs';

/** How long each test file took when it was last run, in seconds; kept between runs. */
const TIMES = join(root, 'node_modules', '.cache', 'test-times.json');
/** What a test file is taken to need that has not been timed yet. */
const UNKNOWN = 2;
/** What loading a test file and what it imports takes, which the times leave out. */
const LOADING = 0.3;
/** Seconds of tests that two workers get through while types and lint are checked as well. */
const BUDGET = 40;

const MAIN_BRANCHES = ['origin/HEAD', 'origin/main', 'main'];

function git(...args) {
  try {
    const options = { cwd: root, encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] };
    return execFileSync('git', ['-c', 'safe.directory=*', ...args], options);
  } catch {
    return null;
  }
}

/**
 * The files that are not as they were where this branch left the main one; on the main branch, since the last commit.
 * @returns null where git cannot say
 */
export function changedFiles() {
  const head = git('rev-parse', 'HEAD');
  if (head === null) return null;
  const bases = MAIN_BRANCHES.map((branch) => git('merge-base', 'HEAD', branch)?.trim());
  const base = bases.find((found) => found) ?? head.trim();
  const lists = [
    git('diff', '--name-only', '--relative', '-z', base),
    git('ls-files', '--others', '--exclude-standard', '-z'),
  ];
  return [...new Set(lists.flatMap((list) => (list ?? '').split('\0')))].filter((path) => path !== '');
}

/** The sources of the project, by their paths from its root. */
export function sources() {
  const paths = ['src', 'test'].flatMap((folder) =>
    // Node 20, which may run this, has no globSync.
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      posix.join(folder, path.replaceAll('\\', '/')),
    ),
  );
  const code = paths.filter((path) => /\.(tsx?|mjs|js|astro)$/.test(path));
  return new Map(code.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

const IMPORT = /(?:\bfrom|\bimport|\bimport\(|\bnew URL\()\s*'([^']+)'/g;

function importsOf(path, text) {
  return [...text.matchAll(IMPORT)].flatMap(([, name]) => {
    if (name.startsWith('#')) return [`src/${name.slice(1)}`];
    return name.startsWith('.') ? [posix.join(posix.dirname(path), name)] : [];
  });
}

const isTest = (path) => /^test\/.*\.test\.tsx?$/.test(path) && !path.startsWith('test/e2e/');

/**
 * Tests that have to do with changed files, nearest first: a changed test, then one that imports a changed file, and so
 * on; of those equally near, the ones in the folder that mirrors its own. What no code imports (content, fixtures, pages, styles) belongs to the tests of the folder that mirrors its own,
 * and a file at the top of the project to the tests at the top of `test`.
 * @param files texts by path
 */
export function testsOf(changed, files) {
  const importers = new Map();
  for (const [path, text] of files)
    for (const name of importsOf(path, text)) importers.set(name, [...(importers.get(name) ?? []), path]);
  const tests = [...files.keys()].filter(isTest);
  const beside = (path) => {
    const parts = path.split('/');
    if (parts.length === 1) return tests.filter((test) => test.split('/').length === 2);
    const folder = parts[0] === 'content' ? 'content' : parts[1];
    return tests.filter((test) => test.startsWith(`test/${folder}/`));
  };
  const folders = new Set(changed.map((path) => path.split('/')[1]));
  const rank = (path) => (folders.has(path.split('/')[1]) ? 0 : 1);
  const found = new Set();
  let level = changed;
  while (level.length > 0) {
    for (const path of level) found.add(path);
    const next = level.flatMap((path) => importers.get(path) ?? (isTest(path) ? [] : beside(path)));
    level = [...new Set(next)].filter((path) => !found.has(path)).sort((a, b) => rank(a) - rank(b));
  }
  return [...found].filter((path) => isTest(path) && files.has(path));
}

/** The first of these tests that together take no longer than the budget; one that is too long is passed over. */
export function withinBudget(tests, times, budget = BUDGET) {
  let left = budget;
  return tests.filter((test) => {
    const seconds = LOADING + (times[test] ?? UNKNOWN);
    if (seconds > left) return false;
    left -= seconds;
    return true;
  });
}

export function testTimes() {
  try {
    return JSON.parse(readFileSync(TIMES, 'utf8'));
  } catch {
    return {};
  }
}

/** Keeps how long tests took. @param report what Vitest writes as JSON */
export function keepTimes({ testResults }) {
  const times = testTimes();
  for (const { name, startTime, endTime } of testResults) {
    const path = name.slice(root.length + 1).replaceAll('\\', '/');
    times[path] = Math.round((endTime - startTime) / 100) / 10;
  }
  try {
    mkdirSync(dirname(TIMES), { recursive: true });
    writeFileSync(TIMES, JSON.stringify(times));
  } catch {
    // Without times the next fast check only chooses less well.
  }
}

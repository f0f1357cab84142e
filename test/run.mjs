/**
 * `npm test [-- STEP …]`: installs what is missing and runs every check. `fast` in place of steps checks what one is
 * working on, in less than a minute. Plain JavaScript, because it runs on a fresh clone. A green step is one line, a red
 * one shows its output. The last line adds up what the steps counted.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../src/cli/port.mjs';
import { childEnvironment, ensureInstalled, findNode, packageCommand, root } from '../src/cli/setup.mjs';
import { ensureBrowser } from './browser.mjs';
import { changedFiles, keepTimes, sources, testsOf, testTimes, withinBudget } from './changed.mjs';

const AT_ONCE = 2;
// A step that hangs is ended; on a quiet machine with two cores the longest takes ten minutes.
const LIMIT_MINUTES = 40;

/** Unit tests: all of them, or those of some files. */
function unit(files) {
  return {
    name: 'unit',
    command: (report) => [
      packageCommand('vitest'),
      ...['run', '--config=test/vitest.config.ts', '--reporter=default', '--reporter=json'],
      `--outputFile.json=${report}`,
      ...files,
    ],
    count: (result) => {
      keepTimes(result);
      return [result.numPassedTests, result.numFailedTests];
    },
  };
}

/**
 * `after` is about order only (both steps write .astro/); `needs` is also about
 * success. `count` reads a runner's own numbers; a step without it counts as one.
 */
const STEPS = [
  { name: 'astro', part: 'types', command: () => [packageCommand('astro'), 'check'] },
  {
    name: 'lint',
    command: () => [packageCommand('@biomejs/biome', 'biome'), 'ci', '--config-path=test/lint.json'],
  },
  {
    name: 'unused',
    part: 'lint',
    command: () => [packageCommand('knip'), '--config=test/knip.json', '--no-progress'],
  },
  unit([]),
  { name: 'content', command: () => ['src/cli/lintContent.ts'] },
  {
    name: 'tsc',
    part: 'types',
    // As in a fresh clone, without the types that Astro generates: `npx tsc` must work there too.
    command: () => [packageCommand('typescript', 'tsc'), '--noEmit', '--project', 'test/fresh.tsconfig.json'],
  },
  { name: 'build', after: ['astro'], command: () => [packageCommand('astro'), 'build'] },
  {
    name: 'browser',
    needs: ['build'],
    command: () => [
      packageCommand('@playwright/test', 'playwright'),
      'test',
      '--config=test/playwright.config.ts',
    ],
    count: ({ stats }) => [stats.expected, stats.unexpected + stats.flaky],
  },
];

/**
 * Types without those of the pages, lint, and the unit tests of what changed. What it leaves out is said, and is for
 * `npm run check`.
 */
function fastSteps() {
  const changed = changedFiles();
  const related = changed === null ? [] : testsOf(changed, sources());
  const files = withinBudget(related, testTimes());
  if (changed === null) console.log('git does not say what changed here: no unit tests');
  else if (related.length === 0) console.log('no unit tests have to do with what changed on this branch');
  else if (files.length < related.length)
    console.log(
      `the nearest ${files.length} of ${related.length} test files that what changed has to do with`,
    );
  const kept = join(root, 'node_modules', '.cache', 'types.tsbuildinfo');
  const types = {
    name: 'types',
    command: () => [
      packageCommand('typescript', 'tsc'),
      ...['--noEmit', '--project', 'test/fresh.tsconfig.json', '--incremental', '--tsBuildInfoFile', kept],
    ],
  };
  const lint = STEPS.filter(({ name }) => name === 'lint');
  return [types, ...lint, ...(files.length > 0 ? [unit(files)] : [])];
}

function chooseSteps(words) {
  if (words.length === 1 && words[0] === 'fast') return fastSteps();
  const known = new Set(STEPS.flatMap(({ name, part }) => [name, part ?? name]));
  const unknown = words.filter((word) => !known.has(word));
  if (unknown.length > 0) {
    process.stderr.write(
      `${unknown.join(', ')}: no such step, there are ${[...known].join(', ')}, and fast by itself\n`,
    );
    process.exit(2);
  }
  const wanted = new Set(words);
  const chosen = STEPS.filter(({ name, part }) => words.length === 0 || wanted.has(name) || wanted.has(part));
  const needed = new Set(chosen.flatMap(({ needs = [] }) => needs));
  return STEPS.filter((step) => chosen.includes(step) || needed.has(step.name));
}

const running = new Set();

/** Ends a step with everything it started; a group of its own makes that possible. */
function end(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

function runCommand(node, args, env) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(node, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    running.add(child);
    const timer = setTimeout(() => {
      output += `\nstopped after ${LIMIT_MINUTES} minutes\n`;
      end(child);
    }, LIMIT_MINUTES * 60_000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
      });
    }
    const finish = (status) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ status, output });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      finish(1);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/** The runner's own numbers. A run that failed counts at least one failure, whatever the report says. */
function countTests(step, status, report) {
  let passed = status === 0 ? 1 : 0;
  let failed = status === 0 ? 0 : 1;
  if (step.count) {
    try {
      [passed, failed] = step.count(JSON.parse(readFileSync(report, 'utf8')));
    } catch {
      return { passed: 0, failed: 1 };
    }
    if (failed === 0 && (status !== 0 || passed === 0)) failed = 1;
  }
  return { passed, failed };
}

async function runStep(step, node, folder, env) {
  const report = join(folder, `${step.name}.json`);
  const started = Date.now();
  let result;
  try {
    const args = step.command(report);
    // Biome's command is itself a small Node script; so are all the others.
    result = await runCommand(node, args, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  } catch (error) {
    result = { status: 1, output: `${error.stack}\n` };
  }
  const { passed, failed } = countTests(step, result.status, report);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const title = step.part ? `${step.part} (${step.name})` : step.name;
  const counts = step.count ? `, ${passed} passed` : '';
  if (failed === 0) console.log(`ok    ${title}${counts}, ${seconds} s`);
  else
    console.log(
      `FAIL  ${title}${counts}${step.count ? `, ${failed} failed` : ''}, ${seconds} s\n${result.output}`,
    );
  return { passed, failed };
}

/** Starts each step as soon as a place is free and what it waits for has ended. */
async function runAll(steps, node, folder, env) {
  const results = new Map();
  const waiting = [...steps];
  const isChosen = (name) => steps.some((step) => step.name === name);
  const active = new Map();
  while (waiting.length > 0 || active.size > 0) {
    for (const step of [...waiting]) {
      const blockers = [...(step.after ?? []), ...(step.needs ?? [])].filter(isChosen);
      if (active.size >= AT_ONCE || !blockers.every((name) => results.has(name))) continue;
      waiting.splice(waiting.indexOf(step), 1);
      const missing = (step.needs ?? []).find((name) => results.get(name)?.failed > 0);
      if (missing) {
        console.log(`FAIL  ${step.name}: not run, because ${missing} failed`);
        results.set(step.name, { passed: 0, failed: 1 });
        continue;
      }
      const done = runStep(step, node, folder, env).then((result) => {
        results.set(step.name, result);
        active.delete(step.name);
      });
      active.set(step.name, done);
    }
    await Promise.race(active.values());
  }
  return [...results.values()];
}

function finish(passed, failed) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}

const chosen = chooseSteps(process.argv.slice(2));
if (!ensureInstalled()) finish(0, 1);
const node = findNode();
if (node === undefined) finish(0, 1);

let steps = chosen;
let unavailable = 0;
const env = { ...childEnvironment(), CI: process.env.CI ?? '1', FORCE_COLOR: '0' };
// Every step and many tests start Node anew: it keeps what it made of the sources.
env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled');
if (chosen.some(({ name }) => name === 'browser')) {
  const { path, problem } = ensureBrowser(true);
  if (problem) {
    console.log(`FAIL  browser: ${problem}`);
    unavailable = 1;
    steps = chosen.filter(({ name }) => name !== 'browser');
  } else {
    env.CHROMIUM_PATH = path;
    env.RUNCHAIN_TEST_PORT = String(await freePort(4400 + (process.pid % 500)));
  }
}

const folder = mkdtempSync(join(tmpdir(), 'runchain-test-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) end(child);
    process.exit(1);
  });
}
mkdirSync(join(root, 'test-results'), { recursive: true });
const results = await runAll(steps, node, folder, env);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
finish(sum('passed'), sum('failed') + unavailable);

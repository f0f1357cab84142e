/**
 * `npm run package:lms [-- --out FILE.zip]`: builds the site, makes every address relative and packs it as SCORM 2004.
 * A build that is there already is taken with `--site FOLDER` (made with the same RUNCHAIN_BASE, and RUNCHAIN_LMS=1).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { type Zippable, zipSync } from 'fflate';
import { PASS_LINE } from '#quiz/exam/exam.ts';
import { type BuiltFile, portable } from './portable.ts';
import { scormManifest } from './scormManifest.ts';

/** A word that occurs nowhere else in a build, so that each mention of it is an address. */
export const PLACEHOLDER_BASE = '/runchain-any-folder/';
const ROOT = resolve(import.meta.dirname, '../..');
const TITLE = 'Runchain: HCP Terraform by running it';
/** The same build gives the same bytes. */
const MTIME = '2026-01-01T12:00:00';

function build(folder: string): void {
  const require = createRequire(import.meta.url);
  const astro = join(dirname(require.resolve('astro/package.json')), 'bin/astro.mjs');
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    RUNCHAIN_BASE: PLACEHOLDER_BASE,
    RUNCHAIN_LMS: '1',
  };
  // Whole addresses have no place in a package.
  Reflect.deleteProperty(env, 'RUNCHAIN_SITE');
  const { status, stdout, stderr } = spawnSync(process.execPath, [astro, 'build', '--outDir', folder], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`the build failed\n${stdout}${stderr}`);
}

function filesIn(folder: string): BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), bytes: readFileSync(file) }));
}

function main(): void {
  const { values } = parseArgs({ options: { out: { type: 'string' }, site: { type: 'string' } } });
  const out = resolve(values.out ?? join(ROOT, 'runchain-scorm-2004.zip'));
  const temporary = values.site === undefined ? mkdtempSync(join(tmpdir(), 'runchain-lms-')) : null;
  try {
    const site = values.site ?? join(temporary ?? '', 'site');
    if (temporary !== null) build(site);
    const links = readFileSync(join(import.meta.dirname, 'packagedLinks.js'));
    const files = portable(filesIn(site), PLACEHOLDER_BASE, links);
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const manifest = scormManifest({
      title: TITLE,
      version: String(version),
      launch: 'launch/index.html',
      line: PASS_LINE,
      files: files.map(({ path }) => path),
    });
    const all: Zippable = { 'imsmanifest.xml': new TextEncoder().encode(manifest) };
    for (const { path, bytes } of files) all[path] = bytes;
    const zip = zipSync(all, { level: 9, mtime: MTIME });
    writeFileSync(out, zip);
    console.log(`${out}: ${files.length + 1} files, ${(zip.length / 1e6).toFixed(1)} MB`);
  } finally {
    if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
  }
}

main();

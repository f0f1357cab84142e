import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Parsed } from '#model/parse/problem.ts';
import { readText } from '#model/parse/text.ts';
import type { ContentFile } from '#model/content/yamlFile.ts';

/** The only place of the command line that reads and writes files. `-` is standard input. */
export function loadText(file: string): Parsed<string> {
  const fail = (message: string): Parsed<string> => ({
    ok: false,
    problems: [{ path: '', line: 1, message }],
  });
  try {
    if (file !== '-' && statSync(file).isDirectory()) return fail('is a directory, must be a file');
    const bytes = readFileSync(file === '-' ? 0 : file);
    return { ok: true, value: bytes.toString('utf8') };
  } catch (error) {
    return fail(`cannot be read: ${reasonOf(error)}`);
  }
}

/** Reads a file of JSON or YAML as plain data. */
export function loadData(file: string): Parsed<unknown> {
  const text = loadText(file);
  return text.ok ? readText(text.value, file.endsWith('.json') ? 'json' : 'yaml or json') : text;
}

export function isDirectory(file: string): boolean {
  try {
    return file !== '-' && statSync(file).isDirectory();
  } catch {
    return false;
  }
}

/** Every file of a directory, sorted by name (by code unit, on every machine alike). */
export function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => join(directory, name));
}

/** The top of the project. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** The files below a folder of the project, with paths relative to the project and `/` between their parts, sorted. */
export function projectFiles(folder: string, root = ROOT): ContentFile[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(entry.parentPath, entry.name))
    .map((path) => ({
      path: relative(root, path).split(sep).join('/'),
      text: readFileSync(path, 'utf8'),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The files of `content/`, as the loader takes them; of one of its folders alone where one is named. */
export const contentFiles = (root = ROOT, folder = ''): ContentFile[] =>
  projectFiles(folder === '' ? 'content' : `content/${folder}`, root);

/** Those of some files that are there already. */
export const existing = (paths: readonly string[]): string[] => paths.filter((path) => existsSync(path));

/** Writes files, folders included. @returns a problem where one cannot be written */
export function saveFiles(files: readonly { path: string; text: string }[]): Parsed<number> {
  for (const { path, text } of files) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : 'unknown';
      return { ok: false, problems: [{ path: '--out', message: `cannot be written: ${String(code)}` }] };
    }
  }
  return { ok: true, value: files.length };
}

function reasonOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOENT':
      return 'no such file, give the path of a file or - for standard input';
    case 'EACCES':
      return 'not allowed to read it';
    default:
      return `it is no readable file${typeof code === 'string' ? ` (${code})` : ''}`;
  }
}

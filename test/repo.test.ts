import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The files of the project: what git knows, with what it would add; without git, what is not made by a command. */
function projectFiles(): string[] {
  if (existsSync('.git')) {
    const args = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    return execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1e8 }).split('\0').filter(isFile);
  }
  const ignored = readFileSync('.gitignore', 'utf8').split('\n').filter(Boolean);
  return readdirSync('.', { recursive: true, encoding: 'utf8' }).filter(
    (path) => !ignored.some((folder) => `${path}/`.startsWith(folder)) && isFile(path),
  );
}

function isFile(path: string): boolean {
  return path !== '' && existsSync(path) && statSync(path).isFile();
}

const texts = projectFiles()
  .filter((path) => !/\.(png|jpe?g|gif|ico|woff2?|wasm|zip|gz)$/.test(path))
  .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n') }));

/** @returns `file:line: what was found` */
function findAll(pattern: RegExp, leaveOut: string[] = []): string[] {
  return texts
    .filter(({ path }) => !leaveOut.includes(path))
    .flatMap(({ path, lines }) =>
      lines.flatMap((line, index) => {
        const [found] = pattern.exec(line) ?? [];
        return found === undefined ? [] : [`${path}:${index + 1}: ${found}`];
      }),
    );
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('the repository', () => {
  it('has every browser test watch for errors, refusals and requests elsewhere', () => {
    // In a learning system the app stands in the frames of another page, with errors of its own.
    const specs = texts.filter(({ path }) => path.endsWith('.spec.ts') && !path.endsWith('/hosted.spec.ts'));
    const unwatched = specs.filter(({ lines }) => !lines.includes("import { test } from './fixtures.ts';"));
    expect(unwatched.map(({ path }) => path)).toEqual([]);
    expect(specs.length).toBeGreaterThan(10);
  });

  it('has files to look at', () => {
    expect(texts.length).toBeGreaterThan(50);
  });

  it('names no folder of somebody’s machine', () => {
    const homes = /(?<![\w.~-])\/(?:home|Users|root|work)\/[\w.-]+|\b[A-Z]:\\Users\\/;
    // The lock file's checksums may hold any letters.
    expect(findAll(homes, ['package-lock.json'])).toEqual([]);
    expect(findAll(new RegExp(`${escaped(resolve('.'))}(?![\\w.-])`), ['package-lock.json'])).toEqual([]);
  });

  it('has nothing left that a scaffold asked to fill in', () => {
    const about =
      /^(src\/cli\/(scaffolds|commands\/new)|src\/lint\/checks\/fill-in|test\/fixtures\/lint\/fill-in|test\/cli\/new)|\.md$/;
    const found = findAll(/FILL IN/).filter((line) => !about.test(line.split(':')[0] ?? ''));
    expect(found.filter((line) => !line.startsWith('test/repo.test.ts'))).toEqual([]);
  });

  it('names no package registry', () => {
    const hosts = [
      ['registry', 'npmjs', 'org'],
      ['registry', 'yarnpkg', 'com'],
      ['npm', 'pkg', 'github', 'com'],
    ];
    const names = hosts.map((parts) => parts.join('.'));
    const own = process.env['npm_config_registry'];
    if (own && URL.canParse(own)) names.push(new URL(own).host);
    expect(findAll(new RegExp(names.map(escaped).join('|')))).toEqual([]);
    expect(readFileSync('.npmrc', 'utf8')).not.toMatch(/^\s*(@[\w-]+:)?registry\s*=|_auth/m);
  });
});

describe('the version', () => {
  const { version, engines } = JSON.parse(readFileSync('package.json', 'utf8'));

  it('is the newest one of the changelog', () => {
    const released = /^## (\d+\.\d+\.\d+) \(\d{4}-\d\d-\d\d\)$/m.exec(readFileSync('CHANGELOG.md', 'utf8'));
    expect(released?.[1]).toBe(version);
  });

  it('of Node that developers are given is new enough', () => {
    const given = Number(readFileSync('.nvmrc', 'utf8'));
    expect(given).toBeGreaterThan(Number(/^>=(\d+)\./.exec(engines.node)?.[1]));
  });
});

interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

describe('package-lock.json', () => {
  const lock: { version: string; packages: Record<string, LockedPackage> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  );
  const packages = Object.entries(lock.packages);

  it('records checksums and no addresses', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(
      packages.filter(([path, { integrity }]) => path !== '' && !integrity).map(([path]) => path),
    ).toEqual([]);
  });

  it('has every optional package, so that npm ci works on every platform', () => {
    const isLocked = (from: string, name: string): boolean => {
      if (`${from === '' ? '' : `${from}/`}node_modules/${name}` in lock.packages) return true;
      return from !== '' && isLocked(from.split('/node_modules/').slice(0, -1).join('/node_modules/'), name);
    };
    const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(path, name))
        .map((name) => `${name}, which ${path || 'package.json'} asks for`),
    );
    expect(missing).toEqual([]);
  });

  it('agrees with package.json', () => {
    const project = JSON.parse(readFileSync('package.json', 'utf8'));
    const groups = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
    const root = lock.packages[''];
    expect([lock.version, root?.version]).toEqual([project.version, project.version]);
    expect(Object.fromEntries(groups.map((group) => [group, root?.[group]]))).toEqual(
      Object.fromEntries(groups.map((group) => [group, project[group]])),
    );
    for (const version of groups.flatMap((group) => Object.values(project[group]))) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });
});

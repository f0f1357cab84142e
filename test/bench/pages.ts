import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { cpSync, existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { places, wired } from './wired.ts';

export const root = resolve(import.meta.dirname, '../..');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Serves a folder of a build. */
export async function serve(folder: string): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { server, url: `http://127.0.0.1:${port}/` };
}

/** Builds the bare page with a board in it. @returns the folder */
export async function bare(workspaces: number, triggers: number): Promise<string> {
  const { layout } = wired(workspaces, triggers);
  const at = places(layout);
  const board = {
    nodes: layout.workspaces.map((w) => ({
      id: w.name,
      position: at.get(w.name),
      data: { label: w.name },
      style: { width: 216, height: 116 },
    })),
    edges: layout.run_triggers.map((t) => ({
      id: `${t.sourceable} ${t.workspace}`,
      source: t.sourceable.split('/')[1],
      target: t.workspace.split('/')[1],
    })),
  };
  // Astro writes beside what it builds, so it builds a copy; inside node_modules, where packages are found.
  const folder = mkdtempSync(join(root, 'node_modules/.bare-'));
  cpSync(join(root, 'test/bench/bare'), folder, { recursive: true });
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const build = spawn(process.execPath, [astro, 'build', '--root', folder, '--silent'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', RUNCHAIN_BENCH_BOARD: JSON.stringify(board) },
  });
  const code = await new Promise((done) => build.on('close', done));
  if (code !== 0) throw new Error('the bare page could not be built');
  return folder;
}

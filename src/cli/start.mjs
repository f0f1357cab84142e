/** `npm start`: installs what is missing, builds the site, serves it. PORT chooses the port. */
import { spawn, spawnSync } from 'node:child_process';
import { freePort, isFree } from './port.mjs';
import { childEnvironment, ensureInstalled, findNode, packageCommand, root } from './setup.mjs';

const DEFAULT_PORT = 4321;
const HOST = '127.0.0.1';

function fail(message) {
  if (message) process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** A port that was asked for is used or refused; only the default moves on to the next free one. */
async function choosePort() {
  const asked = process.env.PORT ?? '';
  if (asked === '') return freePort(DEFAULT_PORT);
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    fail(`PORT=${asked}: not a port, allowed are 1 to 65535`);
  if (!(await isFree(port))) fail(`PORT=${asked}: another program uses this port`);
  return port;
}

async function answers(url) {
  try {
    await fetch(url, { signal: AbortSignal.timeout(2000) });
    return true;
  } catch {
    return false;
  }
}

if (!ensureInstalled()) fail();
const node = findNode();
if (node === undefined) fail();
const astro = packageCommand('astro');
const env = childEnvironment();

// A port that cannot be had is told before the wait, not after it.
if (process.env.PORT) await choosePort();
console.log('Building ...');
const build = spawnSync(node, [astro, 'build'], { cwd: root, env, encoding: 'utf8', maxBuffer: 1e8 });
if (build.status !== 0) {
  process.stderr.write(`${build.stdout}${build.stderr}`);
  // Stopped by Ctrl-C, the build has no status.
  fail(build.status === null ? '' : 'The build failed; see above.');
}

const port = await choosePort();
let stopping = false;
const server = spawn(node, [astro, 'preview', '--ignore-lock', '--host', HOST, '--port', String(port)], {
  cwd: root,
  env,
  stdio: ['ignore', 'ignore', 'inherit'],
});
server.on('exit', (code) => {
  if (stopping) process.exit(0);
  fail(`The server stopped, exit status ${code}`);
});
function stop() {
  stopping = true;
  server.kill('SIGTERM');
  setTimeout(() => process.exit(0), 3000).unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
// A signal for npm alone ends npm and its shell, and reaches nobody here.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop(), 500).unref();

const base = `/${process.env.RUNCHAIN_BASE ?? ''}/`.replace(/\/+/g, '/');
while (!(await answers(`http://${HOST}:${port}${base}`)))
  await new Promise((resolve) => setTimeout(resolve, 100));
console.log(`Runchain is at http://localhost:${port}${base} (Ctrl-C stops it)`);

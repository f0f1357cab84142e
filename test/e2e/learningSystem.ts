import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/**
 * The page of a learning system: the run-time of scorm-again, which refuses what the standard forbids, and a frame.
 * `calls` is what the content asked of it.
 */
const PLAYER = `<!doctype html><title>Learning system</title>
<style>body{margin:0}iframe{width:100%;height:96vh;border:0}</style>
<iframe title="Content"></iframe>
<script src="/scorm2004.js"></script>
<script>
  const asked = new URLSearchParams(location.search);
  const api = new window.Scorm2004API({ autocommit: false });
  const kept = sessionStorage.getItem('kept');
  if (kept !== null) api.loadFromFlattenedJSON(JSON.parse(kept), '');
  api.cmi.learner_id = asked.get('learner');
  window.calls = [];
  window.API_1484_11 = {};
  for (const name of ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString', 'GetDiagnostic'])
    window.API_1484_11[name] = (...given) => {
      const answer = api[name](...given);
      window.calls.push({ name, given, answer: String(answer), error: String(api.GetLastError()) });
      return answer;
    };
  document.querySelector('iframe').src = asked.get('content');
</script>`;

/**
 * Serves folders by path, and `/player.html?content=…&learner=…`.
 * @param folders path → folder; `strict` ones as a learning system does: files only, no page for a folder
 */
export async function serve(
  folders: Readonly<Record<string, { folder: string; strict?: boolean }>>,
): Promise<{ server: Server; origin: string; missing: string[] }> {
  const runtime = createRequire(import.meta.url).resolve('scorm-again/scorm2004/min');
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, body: string | Buffer) =>
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
    if (pathname === '/player.html') return send('text/html', PLAYER);
    if (pathname === '/scorm2004.js') return send('text/javascript', readFileSync(runtime));
    const [prefix, held] = Object.entries(folders).find(([path]) => pathname.startsWith(path)) ?? [];
    if (prefix !== undefined && held !== undefined) {
      const inside = normalize(decodeURIComponent(pathname.slice(prefix.length)));
      const named = pathname.endsWith('/') && held.strict !== true ? `${inside}/index.html` : inside;
      const file = join(held.folder, named);
      if (file.startsWith(held.folder) && existsSync(file) && statSync(file).isFile())
        return send(TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(file));
    }
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    missing.push(pathname);
    return response.writeHead(404).end('not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { server, origin: `http://127.0.0.1:${port}`, missing };
}

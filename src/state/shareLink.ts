import { parseScenario, type Scenario } from '#model/action.ts';
import type { Parsed } from '#model/problem.ts';
import { writtenScenario } from './writtenScenario.ts';

/**
 * `#s=1.CODEC.PAYLOAD.CHECK`. CODEC `d` is raw DEFLATE, `j` plain text for browsers without it; PAYLOAD is
 * base64url of the scenario without its defaults; CHECK is a checksum of four letters. A link is untrusted:
 * its size, depth and counts are limited before anything is parsed into a board.
 */
const LIMIT = {
  characters: 64_000,
  text: 2_000_000,
  depth: 14,
  workspaces: 500,
  triggers: 2_000,
  actions: 200,
};

export async function encodeShare(scenario: Scenario): Promise<string> {
  const text = JSON.stringify(writtenScenario(scenario));
  const bytes = new TextEncoder().encode(text);
  const [codec, packed] =
    typeof CompressionStream === 'undefined' ? ['j', bytes] : ['d', await deflate(bytes)];
  const payload = toBase64url(packed);
  return `#s=1.${codec}.${payload}.${checksum(payload)}`;
}

export async function decodeShare(hash: string): Promise<Parsed<Scenario>> {
  const fail = (message: string): Parsed<Scenario> => ({ ok: false, problems: [{ path: '', message }] });
  if (hash.length > LIMIT.characters)
    return fail(`is longer than ${LIMIT.characters} characters, share a file instead`);
  const found = /^#?s=(\d+)\.([a-z])\.([\w-]+)\.([\w-]{4})$/.exec(hash);
  const [, version, codec, payload, check] = found ?? [];
  if (version === undefined || payload === undefined) return fail('is not a share link of a board');
  if (version !== '1') return fail('was made by a newer version of this app');
  if (checksum(payload) !== check)
    return fail('was changed or cut off on its way: its checksum does not match');
  let input: unknown;
  try {
    const packed = fromBase64url(payload);
    const bytes = codec === 'd' ? await inflate(packed) : packed;
    if (bytes.length > LIMIT.text) return fail('holds more than a board may');
    input = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('cannot be unpacked');
  }
  const over = overLimit(input);
  return over === null ? parseScenario(input) : fail(over);
}

function overLimit(input: unknown): string | null {
  if (depthOf(input) > LIMIT.depth) return 'is nested too deeply';
  const count = (holder: unknown, key: string): number => {
    const list = typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : null;
    return Array.isArray(list) ? list.length : 0;
  };
  const layout = typeof input === 'object' && input !== null ? Reflect.get(input, 'layout') : null;
  if (count(layout, 'workspaces') > LIMIT.workspaces) return `has more than ${LIMIT.workspaces} workspaces`;
  if (count(layout, 'run_triggers') > LIMIT.triggers) return `has more than ${LIMIT.triggers} run triggers`;
  return count(input, 'actions') > LIMIT.actions ? `has more than ${LIMIT.actions} actions` : null;
}

function depthOf(value: unknown): number {
  let level: unknown[] = [value];
  for (let depth = 0; ; depth++) {
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
    if (level.length === 0 || depth > LIMIT.depth) return depth;
  }
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Stops at the limit: a few kilobytes can unpack to gigabytes. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: BlobPart[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > LIMIT.text) {
      await reader.cancel();
      throw new Error('too large');
    }
    parts.push(value);
  }
}

function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
}

/** FNV-1a, folded to 24 bits: four characters of base64url. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  const folded = (hash ^ (hash >>> 24)) & 0xffffff;
  return toBase64url(Uint8Array.of(folded >>> 16, (folded >>> 8) & 255, folded & 255));
}

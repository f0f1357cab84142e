import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import type { Parsed } from '#model/parse/problem.ts';
import * as z from 'zod/mini';
import { parseWith, record, nameText, wholeFrom } from '#model/parse/schema.ts';
import { writtenScenario } from '../board/writtenScenario.ts';

/**
 * `#s=VERSION.CODEC.PAYLOAD.CHECK`. CODEC `d` is raw DEFLATE, `j` plain text for browsers without it; PAYLOAD is
 * base64url of JSON: a scenario without its defaults and, from version 2 on, what `extras` has. CHECK is a checksum of
 * four letters: in version 1 of the payload, from version 2 on of all that is before it. A link is untrusted:
 * its size, depth and counts are limited before anything is parsed into a board.
 */
const VERSION = 2;
/** Whose logs a cursor counts the entries of: raised when the same scenario gives another log (`npm run golden`). */
const ENGINE = 1;
const LIMIT = {
  characters: 64_000,
  text: 2_000_000,
  depth: 14,
  workspaces: 500,
  triggers: 2_000,
  actions: 200,
};

const extras = record({
  engine: wholeFrom(1),
  /** How many entries of the log are shown; left out: all of them. */
  cursor: z.optional(wholeFrom(0)),
  /** The level that the board is of. */
  level: z.optional(record({ id: nameText.check(z.maxLength(100)), version: wholeFrom(1) })),
});
type Extras = z.output<typeof extras>;

/** What a link holds. A cursor of another engine says nothing here and is left out. */
export interface Shared {
  scenario: Scenario;
  cursor?: Extras['cursor'];
  level?: Extras['level'];
}

export async function encodeShare(
  scenario: Scenario,
  { cursor, level }: Omit<Shared, 'scenario'> = {},
): Promise<string> {
  const text = JSON.stringify({ ...writtenScenario(scenario), engine: ENGINE, cursor, level });
  const bytes = new TextEncoder().encode(text);
  const [codec, packed] =
    typeof CompressionStream === 'undefined' ? ['j', bytes] : ['d', await deflate(bytes)];
  const sealed = `${VERSION}.${codec}.${toBase64url(packed)}`;
  return `#s=${sealed}.${crc24(sealed)}`;
}

export async function decodeShare(hash: string): Promise<Parsed<Shared>> {
  const fail = (message: string): Parsed<Shared> => ({ ok: false, problems: [{ path: '', message }] });
  if (hash.length > LIMIT.characters)
    return fail(`is longer than ${LIMIT.characters} characters, share a file instead`);
  const found = /^#?s=(([1-9]\d*)\.([a-z])\.([\w-]+))\.([\w-]{4})$/.exec(hash);
  const [, sealed, version, codec, payload, check] = found ?? [];
  if (sealed === undefined || payload === undefined) return fail('is not a share link of a board');
  if (Number(version) > VERSION) return fail('was made by a newer version of this app');
  if (check !== (version === '1' ? checksumOf1(payload) : crc24(sealed)))
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
  if (over !== null) return fail(over);
  return version === '1' ? alone(parseScenario(input)) : opened(input);
}

const alone = (read: Parsed<Scenario>): Parsed<Shared> =>
  read.ok ? { ok: true, value: { scenario: read.value } } : read;

function opened(input: unknown): Parsed<Shared> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return alone(parseScenario(input));
  const { engine, cursor, level, ...board }: Record<string, unknown> = { ...input };
  const given = Object.entries({ engine, cursor, level }).filter(([, value]) => value !== undefined);
  const more = parseWith(extras, Object.fromEntries(given));
  const read = parseScenario(board);
  if (!read.ok || !more.ok)
    return { ok: false, problems: [read, more].flatMap((part) => (part.ok ? [] : part.problems)) };
  const { engine: from, cursor: at, level: of } = more.value;
  return {
    ok: true,
    value: {
      scenario: read.value,
      ...(at === undefined || from !== ENGINE ? {} : { cursor: at }),
      ...(of === undefined ? {} : { level: of }),
    },
  };
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

/** CRC-24 of OpenPGP: unlike a hash of that length it finds every single changed character, and every two neighbours. */
function crc24(text: string): string {
  let crc = 0xb704ce;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i) << 16;
    for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ ((crc & 0x800000) === 0 ? 0 : 0x1864cfb);
  }
  return letters(crc);
}

/** FNV-1a, folded to 24 bits: what links of version 1 end with. */
function checksumOf1(payload: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < payload.length; i++) hash = Math.imul(hash ^ payload.charCodeAt(i), 0x01000193) >>> 0;
  return letters(hash ^ (hash >>> 24));
}

/** 24 bits as four characters of base64url. */
const letters = (bits: number): string =>
  toBase64url(Uint8Array.of((bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255));

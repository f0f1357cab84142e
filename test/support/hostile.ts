import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { character } from '../arbitraries/character.ts';

/** Texts that become a name, an id or a message, and must stay text. */
export const NASTY = [
  '<img src=x onerror="window.hacked=1">',
  '<script>window.hacked=1</script>',
  'javascript:window.hacked=1',
  '"><svg onload=window.hacked=1>',
  '</textarea><iframe src="https://elsewhere.invalid/">',
  '{{constructor.constructor("window.hacked=1")()}}',
  '$'.concat('{window.hacked=1}'),
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '../../etc/passwd',
  '\u202Eright to left',
  '\u0000',
  'a'.repeat(5_000),
] as const;

/** Keys that mean something to this app, to JavaScript, or to nobody. */
const KEYS = [
  ...['version', 'organizations', 'workspaces', 'run_triggers', 'name', 'layout', 'actions', 'type', 'at'],
  ...['workspace', 'sourceable', 'teams', 'variables', 'value', 'outputs', 'reads', 'app', 'entries', 'id'],
  ...['sessions', 'aside', 'exported', 'kind', 'goals', 'palette', 'solution', 'title', 'story', 'script'],
  ...['values', 'planned_values', 'format_version', 'resource', 'answers', 'item', 'key', 'mistakes'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'then', '', '0'],
];

const leaf = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('network', 'app', 'acme', 'acme/app', 'run-1', 'answer', 'set', ''),
  },
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1, 2, 1e308, -0, 0.1, 2 ** 53, Number.MIN_VALUE),
  fc.string({ unit: character, maxLength: 20 }),
);

/** Plain data as a hostile file may hold it, `__proto__` as a key of its own included. */
export const hostileData: fc.Arbitrary<unknown> = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 6, depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('data'), { maxLength: 6 }),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie('data')), { maxLength: 9 })
      .map((pairs) => Object.fromEntries(pairs)),
  ),
})).data;

/** A text that was good, with parts cut, doubled, swapped for nasty ones, or buried deep. */
export function spoilt(texts: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(60),
    by: fc.oneof(
      fc.constantFrom(
        '',
        '"',
        '{',
        '}',
        '[',
        ']',
        '\n',
        '\t',
        '&a ',
        '*a',
        '<<: *a',
        '${',
        '%{',
        '<<EOT\n',
        '!!js ',
      ),
      fc.constantFrom(...NASTY),
      fc.constantFrom('[', '{"a":', '(', '{\n', '- ', '${"').map((part) => part.repeat(3_000)),
      fc.string({ unit: character, maxLength: 12 }),
    ),
  });
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([text, edits]) =>
      edits.reduce((so, { at, length, by }) => {
        const from = Math.floor(at * so.length);
        return so.slice(0, from) + by + so.slice(from + length);
      }, text),
    );
}

/** What a link ends with: without a right one nothing behind it would ever be looked at. */
function checksum(text: string): string {
  let crc = 0xb704ce;
  for (const byte of Buffer.from(text, 'latin1')) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x800000 ? 0x864cfb : 0)) & 0xffffff;
  }
  return Buffer.of(crc >>> 16, (crc >>> 8) & 255, crc & 255).toString('base64url');
}
/** The same of links of version 1. */
function checksumOf1(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  const folded = (hash ^ (hash >>> 24)) & 0xffffff;
  return Buffer.of(folded >>> 16, (folded >>> 8) & 255, folded & 255).toString('base64url');
}

/** A share link, as this app would seal it, around any bytes. */
export function sealed(codec: 'd' | 'j', bytes: string | Uint8Array, version = 2): string {
  const raw = Buffer.from(bytes);
  const payload = (codec === 'd' ? deflateRawSync(raw) : raw).toString('base64url');
  const all = `${version}.${codec}.${payload}`;
  return `#s=${all}.${version === 1 ? checksumOf1(payload) : checksum(all)}`;
}

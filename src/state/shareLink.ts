import { parseScenario, type Scenario } from '#model/action.ts';
import type { Parsed } from '#model/problem.ts';

/**
 * Share links: `#s=1.<codec>.<payload>.<check>`. Codec `d` is raw DEFLATE, `j` plain, for browsers without
 * CompressionStream; the payload is base64url of the scenario's JSON; the check catches a changed character.
 * The hash never reaches a server.
 */
const VERSION = '1';
/** A link is untrusted: no payload may unfold to more than this many bytes. */
const MOST_BYTES = 2_000_000;

export async function encodeShare(scenario: Scenario): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(withoutDefaults(scenario)));
  const deflated = await pipe(bytes, () => new CompressionStream('deflate-raw'));
  const codec = deflated === null ? 'j' : 'd';
  const payload = toBase64Url(deflated ?? bytes);
  return `#s=${VERSION}.${codec}.${payload}.${checkOf(payload)}`;
}

export async function decodeShare(hash: string): Promise<Parsed<Scenario>> {
  const fail = (message: string): Parsed<Scenario> => ({ ok: false, problems: [{ path: '', message }] });
  const parts = hash.replace(/^#?s=/, '').split('.');
  const [version, codec, payload, check] = parts;
  if (parts.length !== 4 || version === undefined || payload === undefined) return fail('The link is not complete.');
  if (version !== VERSION) return fail('The link was made by a newer version of Runchain.');
  if (check !== checkOf(payload)) return fail('The link was changed on its way: its check does not fit.');
  const bytes = fromBase64Url(payload);
  if (bytes === null || (codec !== 'd' && codec !== 'j')) return fail('The link cannot be read.');
  const plain = codec === 'j' ? bytes : await pipe(bytes, () => new DecompressionStream('deflate-raw'));
  if (plain === null || plain.length > MOST_BYTES) return fail('The link cannot be unpacked.');
  try {
    const data: unknown = JSON.parse(new TextDecoder().decode(plain));
    return parseScenario(data);
  } catch {
    return fail('The link cannot be read.');
  }
}

/** Leaves out what a parser fills in again, so that links stay short. */
function withoutDefaults(scenario: Scenario): unknown {
  const lean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(lean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, item]) => !isDefault(key, item))
        .map(([key, item]) => [key, lean(item)]),
    );
  };
  return { layout: lean(scenario.layout), actions: scenario.actions.map((a) => (a.type === 'set' ? a : lean(a))) };
}

const DEFAULTS: Readonly<Record<string, unknown>> = {
  execution_mode: 'remote',
  has_configuration: true,
  has_state: true,
  plan: 'changes',
  apply: 'succeeds',
  via: 'terraform_remote_state',
  ruleset: 'hcp',
  source: 'tfe-ui',
  mode: 'standard',
  project: null,
  concurrency: null,
  tfe_token_team: null,
};
const OFF = new Set([
  'auto_apply',
  'auto_apply_run_trigger',
  'locked',
  'global_remote_state',
  'cost_estimation',
  'sensitive',
  'hcl',
  'global',
  'priority',
  'auto_approve',
]);

function isDefault(key: string, value: unknown): boolean {
  if (value === undefined) return true;
  if (value === false && OFF.has(key)) return true;
  if (Array.isArray(value) && value.length === 0 && key !== 'organizations') return true;
  return Object.hasOwn(DEFAULTS, key) && DEFAULTS[key] === value;
}

async function pipe(bytes: Uint8Array, make: () => CompressionStream | DecompressionStream): Promise<Uint8Array | null> {
  try {
    const reader = new Blob([bytes.slice()]).stream().pipeThrough(make()).getReader();
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > MOST_BYTES) {
        await reader.cancel();
        return null;
      }
      chunks.push(next.value);
    }
    const all = new Uint8Array(size);
    let at = 0;
    for (const chunk of chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  } catch {
    return null;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Four characters of FNV-1a over the payload. */
function checkOf(payload: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < payload.length; i++) hash = Math.imul(hash ^ payload.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0').slice(-4);
}

import { type Entry, parseEntry } from '#model/quiz/entry.ts';
import { DISCARDED } from '#quiz/practice/openSessions.ts';
import { parseSession, type SessionRecord } from '#state/progress/backend.ts';

/** What every system of SCORM 2004, 4th edition, must be able to keep, in characters. */
export const MOST_CHARACTERS = 64_000;
/** Sessions that travel with the log: the exam or practice that is going on. */
const SESSIONS = 2;

export interface Kept {
  entries: Entry[];
  sessions: SessionRecord[];
}

/**
 * The log as the text that a learning system keeps, so that another browser goes on where this one stopped: `1`, then
 * `d` for DEFLATE or `j` for plain text, then base64. Where not all of it fits, the oldest answers stay behind; the
 * exams, lessons, levels and settings do not.
 */
export async function suspend(kept: {
  entries: readonly Entry[];
  sessions: readonly SessionRecord[];
}): Promise<string> {
  const sessions = kept.sessions
    .filter(({ kind }) => kind !== DISCARDED)
    .sort((a, b) => b.updatedAt - a.updatedAt)
    .slice(0, SESSIONS);
  const answers = kept.entries.filter((entry) => entry.kind === 'answer').length;
  for (let left = 0; ; left = Math.max(left + 1, left + Math.ceil((answers - left) / 5))) {
    const text = await pack({ entries: withoutOldest(kept.entries, left), sessions });
    if (text.length <= MOST_CHARACTERS) return text;
    // Only what never stays behind is left: the sessions are the next best to go.
    if (left >= answers)
      return pack({ entries: withoutOldest(kept.entries, answers).slice(-200), sessions: [] });
  }
}

function withoutOldest(entries: readonly Entry[], answers: number): Entry[] {
  let skip = answers;
  return entries.filter((entry) => entry.kind !== 'answer' || skip-- <= 0);
}

/** What was kept; nothing where the text is not one of ours, or was cut off. */
export async function resume(text: string): Promise<Kept> {
  const nothing: Kept = { entries: [], sessions: [] };
  const found = /^1([dj])([\w+/=]*)$/.exec(text);
  if (found === null) return nothing;
  try {
    const bytes = Uint8Array.from(atob(found[2] ?? ''), (c) => c.charCodeAt(0));
    const input: unknown = JSON.parse(
      new TextDecoder().decode(
        found[1] === 'd' ? await through(new DecompressionStream('deflate-raw'), bytes) : bytes,
      ),
    );
    const listIn = (key: string): unknown[] => {
      const list: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, key) : null;
      return Array.isArray(list) ? list : [];
    };
    return {
      entries: listIn('entries').flatMap((thing) => {
        const parsed = parseEntry(thing);
        return parsed.ok ? [parsed.value] : [];
      }),
      sessions: listIn('sessions').flatMap((thing) => parseSession(thing) ?? []),
    };
  } catch {
    return nothing;
  }
}

async function pack(kept: Kept): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(kept));
  if (typeof CompressionStream === 'undefined') return `1j${base64(bytes)}`;
  return `1d${base64(await through(new CompressionStream('deflate-raw'), bytes))}`;
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

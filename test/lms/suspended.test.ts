import { describe, expect, it } from 'vitest';
import { type Entry, parseEntry } from '#model/quiz/entry.ts';
import { MOST_CHARACTERS, resume, suspend } from '#lms/suspended.ts';

/** Letters without a pattern, since real ids do not compress. */
function id(n: number): string {
  let state = n + 1;
  return Array.from({ length: 24 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return ((state >>> 20) % 36).toString(36);
  }).join('');
}

function answers(count: number): Entry[] {
  return Array.from({ length: count }, (_, i) => {
    const parsed = parseEntry({
      kind: 'answer',
      id: id(i),
      at: 1_700_000_000_000 + i * 12_345,
      day: 20_000,
      strict: i % 3 === 0,
      partial: [1, 2],
      item: `item-${i % 180}`,
      seed: null,
      scoring: 1,
      rules: [],
      beliefs: [],
    });
    if (!parsed.ok) throw new Error('not an answer');
    return parsed.value;
  });
}
const exam: Entry = {
  ...{ kind: 'exam', id: 'e', at: 1, session: 's', blueprint: 'b' },
  ...{ version: 1, asked: 40, right: 31, day: 1, scoring: 1 },
};
const session = (name: string, updatedAt: number) => ({
  ...{ id: name, kind: 'exam', version: 1, revision: 1 },
  ...{ updatedAt, data: {} },
});

describe('what a learning system keeps', () => {
  it('comes back as it was, with the sessions that were changed last', async () => {
    const entries = [exam, ...answers(20)];
    const sessions = [session('old', 1), session('new', 3), session('middle', 2)];
    const kept = await resume(await suspend({ entries, sessions }));
    expect(kept.entries).toEqual(entries);
    expect(kept.sessions.map((s) => s.id)).toEqual(['new', 'middle']);
  });

  it('fits, by leaving the oldest answers behind and nothing else', { timeout: 60_000 }, async () => {
    const entries = [exam, ...answers(6000)];
    const text = await suspend({ entries, sessions: [] });
    expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
    const kept = await resume(text);
    expect(kept.entries[0]).toEqual(exam);
    expect(kept.entries.length).toBeGreaterThan(400);
    expect(kept.entries.slice(1)).toEqual(entries.slice(1 - kept.entries.length));
  });

  it.each(['', 'x', '1d!!!', '1dAAAA', '2dabc', '1jbnVsbA==', '1jW10='])(
    'is nothing where it is not ours or was cut off: %s',
    async (text) => {
      expect(await resume(text)).toEqual({ entries: [], sessions: [] });
    },
  );
});

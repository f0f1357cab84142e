import * as z from 'zod/mini';
import { counted } from '#model/wording/counted.ts';
import { type Entry, parseEntry } from '#model/quiz/entry.ts';
import type { Result } from '#model/parse/problem.ts';
import { listOf, parseWith, record } from '#model/parse/schema.ts';
import { isLater, parseSession, type SessionRecord } from './backend.ts';
import { fromVersion1, parseJson } from './migration.ts';

const fileSchema = record({
  app: z.literal('runchain'),
  version: z.literal(2),
  /** Milliseconds since 1970. */
  exported: z.number(),
  /** The learner's time zone, minutes west of UTC. */
  timeZone: z._default(z.number(), 0),
  entries: z.array(z.unknown()),
  sessions: listOf(z.unknown()),
  aside: listOf(z.unknown()),
});

export interface Held {
  entries: readonly Entry[];
  sessions: readonly SessionRecord[];
  aside: readonly unknown[];
}

/** Everything that is kept, as the text of one JSON file. */
export const exportText = (held: Held, now: number, timeZone: number): string =>
  JSON.stringify({ app: 'runchain', version: 2, exported: now, timeZone, ...held }, null, 1);

/** Much deeper than any real file. Code that writes and compares data is recursive, and this bounds its stack. */
const DEEPEST = 60;

function isDeeper(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}

/** What an import would change, which is shown before it is done. */
export interface ImportPlan {
  entries: Entry[];
  sessions: SessionRecord[];
  /** What this version cannot read of the file. It is kept beside the log. */
  aside: unknown[];
  /** How many entries of the file are here already. */
  known: number;
}

/** Why a file cannot be taken in. */
export interface ImportProblem {
  code: 'not_json' | 'too_deep' | 'newer_version' | 'not_progress';
}

const PROBLEMS: Readonly<Record<ImportProblem['code'], string>> = {
  not_json: 'This file is not JSON.',
  too_deep: `This file nests deeper than ${DEEPEST} levels, which no file of progress does.`,
  newer_version: 'This file was made by a newer version of this app.',
  not_progress: 'This is not a file of progress of this app.',
};
export const describeImportProblem = ({ code }: ImportProblem): string => PROBLEMS[code];

/** Compares a file with what is here, so that a merge loses nothing and duplicates nothing. */
export function planImport(
  text: string,
  held: Held,
  dayOf: (at: number) => number,
): Result<ImportPlan, { problem: ImportProblem }> {
  const unusable = (code: ImportProblem['code']) => ({ ok: false as const, problem: { code } });
  const input = parseJson(text);
  if (input === undefined) return unusable('not_json');
  if (isDeeper(input, DEEPEST)) return unusable('too_deep');
  const old = fromVersion1(input, dayOf);
  const parsed = parseWith(fileSchema, input);
  if (old === null && !parsed.ok) {
    const version = typeof input === 'object' && input !== null ? Reflect.get(input, 'version') : null;
    return unusable(typeof version === 'number' && version > 2 ? 'newer_version' : 'not_progress');
  }
  const file = parsed.ok ? parsed.value : { entries: old ?? [], sessions: [], aside: [] };
  const ids = new Set(held.entries.map((entry) => entry.id));
  const texts = new Set(held.aside.map((thing) => JSON.stringify(thing)));
  const plan: ImportPlan = { entries: [], sessions: [], aside: [], known: 0 };
  const setAside = (thing: unknown) => {
    if (!texts.has(JSON.stringify(thing))) plan.aside.push(thing);
    texts.add(JSON.stringify(thing));
  };
  for (const thing of file.entries) {
    const entry = parseEntry(thing);
    if (!entry.ok) setAside(thing);
    else if (ids.has(entry.value.id)) plan.known++;
    else {
      ids.add(entry.value.id);
      plan.entries.push(entry.value);
    }
  }
  for (const thing of file.sessions) {
    const session = parseSession(thing);
    if (session === null) setAside(thing);
    else if (
      isLater(
        session,
        held.sessions.find((other) => other.id === session.id),
      )
    )
      plan.sessions.push(session);
  }
  for (const thing of file.aside) setAside(thing);
  return { ok: true, value: plan };
}

const WORDS: Readonly<Record<Entry['kind'], readonly [string, string]>> = {
  answer: ['answer', 'answers'],
  easy: ['"too easy" mark', '"too easy" marks'],
  card: ['change of a card', 'changes of cards'],
  flag: ['flag', 'flags'],
  exam: ['exam', 'exams'],
  lesson: ['lesson mark', 'lesson marks'],
  level: ['level attempt', 'level attempts'],
  setting: ['setting', 'settings'],
};

/** The plan in words, with a line for each kind of change. */
export function describeImportPlan(plan: ImportPlan): string[] {
  const lines: string[] = [];
  for (const [kind, [one, many]] of Object.entries(WORDS)) {
    const n = plan.entries.filter((entry) => entry.kind === kind).length;
    if (n > 0) lines.push(`${counted(n, one, many)} will be added.`);
  }
  if (plan.sessions.length > 0)
    lines.push(`${counted(plan.sessions.length, 'session')} will be added or brought up to date.`);
  if (plan.known > 0)
    lines.push(`${counted(plan.known, 'entry is', 'entries are')} here already and stay as they are.`);
  if (plan.aside.length > 0)
    lines.push(`${plan.aside.length} cannot be read by this version and will be kept aside.`);
  return lines.length > 0 ? lines : ['The file holds nothing.'];
}

import type { Entry } from '#model/quiz/entry.ts';
import { nameOfItem } from '../generators/kit/familyTitles.ts';
import { PASS_LINE } from '../exam/exam.ts';
import { reaches } from '../exam/report.ts';

/** One thing that a learner did, as a learning record store (xAPI) takes it. */
export interface Statement {
  id: string;
  actor: { objectType: 'Agent'; mbox: string };
  verb: { id: string; display: { 'en-US': string } };
  object: {
    objectType: 'Activity';
    id: string;
    definition: { type: string; name: { 'en-US': string } };
  };
  result?: {
    success?: boolean;
    completion?: boolean;
    score?: { scaled: number; raw?: number; min?: number; max?: number };
    /** ISO 8601. */
    duration?: string;
  };
  context?: { platform: string; extensions?: Record<string, string | number> };
  timestamp: string;
}

/** Verbs and kinds of activities of the vocabulary that ADL publishes. */
const VERB = 'http://adlnet.gov/expapi/verbs/';
const TYPE = 'http://adlnet.gov/expapi/activities/';
const SELF = 'urn:runchain:';

type Verb = 'answered' | 'completed' | 'passed' | 'failed' | 'attempted';
type Kind = 'item' | 'exam' | 'lesson' | 'level';
const TYPES: Readonly<Record<Kind, string>> = {
  item: 'question',
  exam: 'assessment',
  lesson: 'lesson',
  level: 'simulation',
};

/** What is done with an entry of the log; null where it is about the learner's own cards and settings. */
function deed(
  entry: Entry,
): { verb: Verb; kind: Kind; name: string; title?: string; result?: Statement['result'] } | null {
  switch (entry.kind) {
    case 'answer': {
      const [top, bottom] = entry.partial;
      const time = entry.ms === null ? {} : { duration: `PT${Math.round(entry.ms / 10) / 100}S` };
      const result = { success: entry.strict, score: { scaled: top / bottom }, ...time };
      return { verb: 'answered', kind: 'item', name: entry.item, title: nameOfItem(entry), result };
    }
    case 'exam': {
      if (entry.asked === 0) return null;
      const success = reaches(entry, PASS_LINE);
      const score = { scaled: entry.right / entry.asked, raw: entry.right, min: 0, max: entry.asked };
      const result = { success, completion: true, score };
      return { verb: success ? 'passed' : 'failed', kind: 'exam', name: entry.blueprint, result };
    }
    case 'lesson':
      if (entry.mark === 'unread') return null;
      return { verb: 'completed', kind: 'lesson', name: entry.lesson, result: { completion: true } };
    case 'level': {
      const own = entry.passed && !entry.shown;
      const result = own
        ? {
            success: true,
            completion: true,
            score: { scaled: entry.stars / 3, raw: entry.stars, min: 0, max: 3 },
          }
        : { success: false };
      return { verb: own ? 'passed' : 'attempted', kind: 'level', name: entry.level, result };
    }
    case 'easy':
    case 'card':
    case 'flag':
    case 'setting':
      return null;
  }
}

/**
 * The log as statements, in its order. Their ids follow from the ids of the entries: what is sent twice is kept once.
 * @param mail the learner's address, without `mailto:`
 * @param isoOf a time of the log, milliseconds since 1970, as ISO 8601
 */
export function statementsOf(
  entries: readonly Entry[],
  mail: string,
  isoOf: (at: number) => string,
): Statement[] {
  return entries.flatMap((entry): Statement[] => {
    const done = deed(entry);
    if (done === null) return [];
    const extensions =
      entry.kind === 'answer'
        ? { [`${SELF}mode`]: entry.mode, ...(entry.seed === null ? {} : { [`${SELF}seed`]: entry.seed }) }
        : null;
    return [
      {
        id: uuidOf(`${mail}\n${entry.id}`),
        actor: { objectType: 'Agent', mbox: `mailto:${mail}` },
        verb: { id: `${VERB}${done.verb}`, display: { 'en-US': done.verb } },
        object: {
          objectType: 'Activity',
          id: `${SELF}${done.kind}:${encodeURIComponent(done.name)}`,
          definition: { type: `${TYPE}${TYPES[done.kind]}`, name: { 'en-US': done.title ?? done.name } },
        },
        ...(done.result === undefined ? {} : { result: done.result }),
        context: { platform: 'Runchain', ...(extensions === null ? {} : { extensions }) },
        timestamp: isoOf(entry.at),
      },
    ];
  });
}

/**
 * A UUID that follows from a text. Its version is written as 5, the one for names, since record stores refuse what
 * they do not know; the digits are of a hash of ours, as there is no SHA-1 in a pure folder.
 */
function uuidOf(text: string): string {
  const words = [0x811c9dc5, 0x2545f491, 0x9e3779b9, 0x7f4a7c15].map((seed) => {
    let hash = seed;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
  });
  const digits = words.join('');
  const variant = '89ab'[Number.parseInt(digits.charAt(16), 16) % 4] ?? '8';
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-');
}

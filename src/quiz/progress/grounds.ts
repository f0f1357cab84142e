import type { AnswerEntry, Entry } from '#model/quiz/entry.ts';
import { firstAnswers, scoreOf } from './mastery.ts';
import type { ReadinessEvidence } from './readiness.ts';
import { type ChunkedFold, pass, type Steps } from '../lib/chunkedFold.ts';

const answersIn = (entries: readonly Entry[]): AnswerEntry[] =>
  entries.filter((entry) => entry.kind === 'answer');

/**
 * The answers that readiness counts: in exams, or in practice that mixed topics, the first of each card and day.
 * @param today the learner's day
 */
export function evidence(today: number): ChunkedFold<ReadinessEvidence[]> {
  const topics = new Map<string, Set<string>>();
  const firsts = firstAnswers();
  return {
    add(entry) {
      firsts.add(entry);
      if (entry.kind !== 'answer' || entry.session === null || entry.topic === null) return;
      topics.set(entry.session, (topics.get(entry.session) ?? new Set()).add(entry.topic));
    },
    result: () =>
      firsts.result().flatMap((answer) => {
        if (answer.objective === null) return [];
        const mixed = answer.session !== null && (topics.get(answer.session)?.size ?? 0) > 1;
        if (!(answer.mode === 'exam' || (answer.mode === 'practice' && mixed))) return [];
        const ageDays = Math.max(0, today - answer.day);
        return [{ objective: answer.objective, score: scoreOf(answer), ageDays }];
      }),
  };
}

/** Rules that any answer was about. */
function askedRules(): ChunkedFold<ReadonlySet<string>> {
  const asked = new Set<string>();
  return {
    add(entry) {
      if (entry.kind === 'answer') for (const rule of entry.rules) asked.add(rule);
    },
    result: () => asked,
  };
}

/** Rules that any answer was about, out of those that the bank asks. */
export const coverage = (
  asked: ReadonlySet<string>,
  rules: ReadonlySet<string>,
): { asked: number; all: number } => ({
  asked: [...rules].filter((rule) => asked.has(rule)).length,
  all: rules.size,
});

/** What readiness and its conditions rest on. */
export interface Grounds {
  evidence: ReadinessEvidence[];
  asked: ReadonlySet<string>;
  /** Blueprint → the learner's day of the last mock exam by it. */
  lastMock: ReadonlyMap<string, number>;
}

/** @param today the learner's day */
export function* grounds(entries: readonly Entry[], today: number): Steps<Grounds> {
  const [counted, asked] = [evidence(today), askedRules()];
  const lastMock = new Map<string, number>();
  const mocks = {
    add(entry: Entry) {
      if (entry.kind === 'exam') lastMock.set(entry.blueprint, entry.day);
    },
  };
  yield* pass(entries, counted, asked, mocks);
  return { evidence: counted.result(), asked: asked.result(), lastMock };
}

/** How often a misconception was chosen before, answers up to `until` included. */
export const timesBelieved = (entries: readonly Entry[], belief: string): number =>
  answersIn(entries).filter((answer) => answer.beliefs.includes(belief)).length;

/** Mean partial score by topic with a prior of two half-right answers, 0 to 1. */
export function masteryByTopic(entries: readonly Entry[]): Map<string, number> {
  const sums = new Map<string, { score: number; n: number }>();
  for (const answer of answersIn(entries)) {
    if (answer.topic === null) continue;
    const so = sums.get(answer.topic) ?? { score: 0, n: 0 };
    sums.set(answer.topic, { score: so.score + answer.partial[0] / answer.partial[1], n: so.n + 1 });
  }
  return new Map([...sums].map(([topic, { score, n }]) => [topic, (1 + score) / (2 + n)]));
}

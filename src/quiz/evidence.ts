import type { AnswerEntry, Entry } from '#model/entry.ts';
import { firstAnswers, scoreOf } from './mastery.ts';
import type { Evidence } from './readiness.ts';

const answersIn = (entries: readonly Entry[]): AnswerEntry[] =>
  entries.filter((entry) => entry.kind === 'answer');

/**
 * The answers that readiness counts: in exams, or in practice that mixed topics, the first of each card and day.
 * @param today the learner's day
 */
export function evidenceOf(entries: readonly Entry[], today: number): Evidence[] {
  const topics = new Map<string, Set<string>>();
  for (const { session, topic } of answersIn(entries)) {
    if (session === null || topic === null) continue;
    topics.set(session, (topics.get(session) ?? new Set()).add(topic));
  }
  return firstAnswers(entries).flatMap((answer) => {
    if (answer.objective === null) return [];
    const mixed = answer.session !== null && (topics.get(answer.session)?.size ?? 0) > 1;
    if (!(answer.mode === 'exam' || (answer.mode === 'practice' && mixed))) return [];
    const ageDays = Math.max(0, today - answer.day);
    return [{ objective: answer.objective, score: scoreOf(answer), ageDays }];
  });
}

/** Rules that any answer was about, out of those that the bank asks. */
export function coverage(
  entries: readonly Entry[],
  rules: ReadonlySet<string>,
): { asked: number; all: number } {
  const asked = new Set(answersIn(entries).flatMap((answer) => answer.rules));
  return { asked: [...rules].filter((rule) => asked.has(rule)).length, all: rules.size };
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

import type { AnswerEntry } from '#model/quiz/entry.ts';
import { Z80 } from '../scoring/certainty.ts';
import type { ChunkedFold } from '../lib/chunkedFold.ts';

/** An answer's weight halves every 21 days. */
const HALF_LIFE = 21;

/** A share that is estimated from answers, with what it is based on. */
export interface Estimate {
  /** Mean of the posterior, 0 to 1. */
  value: number;
  variance: number;
  /** 80 %, kept within 0 to 1. */
  interval: { from: number; to: number };
  /** Σ of the weights of the answers: how many fresh answers it is worth. */
  weight: number;
}

/**
 * (1 + Σws) / (2 + Σw), a Beta posterior with its variance, where the weight w of an answer halves every 21 days.
 * @param scores partial scores from 0 to 1, each with its age in whole days
 */
export function estimate(scores: readonly { score: number; ageDays: number }[]): Estimate {
  const sums = { weight: 0, sum: 0 };
  for (const scored of scores) weigh(sums, scored);
  return posterior(sums);
}

interface Sums {
  /** Σw */
  weight: number;
  /** Σws */
  sum: number;
}

function weigh(sums: Sums, { score, ageDays }: { score: number; ageDays: number }): void {
  const w = 0.5 ** (ageDays / HALF_LIFE);
  sums.weight += w;
  sums.sum += w * score;
}

function posterior({ weight, sum }: Sums): Estimate {
  const a = 1 + sum;
  const b = 1 + weight - sum;
  const value = a / (a + b);
  const variance = (a * b) / ((a + b) ** 2 * (a + b + 1));
  return { value, variance, interval: around(value, variance), weight };
}

/** An 80 % interval, kept within 0 to 1. */
function around(value: number, variance: number): { from: number; to: number } {
  const half = Z80 * Math.sqrt(variance);
  return { from: Math.max(0, value - half), to: Math.min(1, value + half) };
}

export interface Mastery extends Estimate {
  /** First answers of a card and day, whatever their age. */
  answers: number;
  /** How many of them were right in full. */
  right: number;
  /** The learner's day of the last one. */
  lastDay: number;
}

/**
 * Σ of weights under which a row says "not enough answers". An objective and a topic are asked about in many ways, a
 * rule in a few.
 */
export const ENOUGH = { objective: 8, topic: 8, rule: 3 } as const;

/** A sum of weights that should be a whole number may come out a hair below it. */
const HAIR = 1e-9;
export const isEnough = ({ weight }: Pick<Estimate, 'weight'>, needed: number): boolean =>
  weight >= needed - HAIR;
/** Answers of today that are still missing; 0 when there are enough. */
export const stillNeeded = ({ weight }: Pick<Estimate, 'weight'>, needed: number): number =>
  Math.max(0, Math.ceil(needed - weight - HAIR));

/**
 * The first answer to each card on each day: what comes after it repeats what was just shown.
 * @param onto hear each of them too
 */
export function firstAnswers(
  ...onto: Pick<ChunkedFold<unknown, AnswerEntry>, 'add'>[]
): ChunkedFold<readonly AnswerEntry[]> {
  const seen = new Set<string>();
  const first: AnswerEntry[] = [];
  return {
    add(entry) {
      if (entry.kind !== 'answer' || entry.card === null) return;
      const key = `${entry.day}/${entry.card}`;
      if (seen.has(key)) return;
      seen.add(key);
      first.push(entry);
      for (const fold of onto) fold.add(entry);
    },
    result: () => first,
  };
}

export const scoreOf = ({ partial: [top, bottom] }: Pick<AnswerEntry, 'partial'>): number => top / bottom;

/**
 * Mastery of whatever answers are about, of answers as `firstAnswers` has them. Unlike readiness it counts every mode,
 * so that practising one rule shows.
 * @param today the learner's day
 * @param keysOf what an answer is about: it counts in full for each
 */
export function masteryBy(
  today: number,
  keysOf: (answer: AnswerEntry) => readonly string[],
): ChunkedFold<Map<string, Mastery>, AnswerEntry> {
  const groups = new Map<string, Sums & Pick<Mastery, 'answers' | 'right' | 'lastDay'>>();
  return {
    add(answer) {
      const scored = { score: scoreOf(answer), ageDays: Math.max(0, today - answer.day) };
      for (const key of new Set(keysOf(answer))) {
        const group = groups.get(key) ?? { weight: 0, sum: 0, answers: 0, right: 0, lastDay: answer.day };
        groups.set(key, group);
        weigh(group, scored);
        group.answers++;
        if (answer.strict) group.right++;
        group.lastDay = Math.max(group.lastDay, answer.day);
      }
    },
    result: () =>
      new Map(
        [...groups].map(([key, { answers, right, lastDay, ...sums }]): [string, Mastery] => [
          key,
          { ...posterior(sums), answers, right, lastDay },
        ]),
      ),
  };
}

export const byTopic = (answer: AnswerEntry): readonly string[] =>
  answer.topic === null ? [] : [answer.topic];
export const byRule = (answer: AnswerEntry): readonly string[] => answer.rules;

export interface WeakRule extends Mastery {
  rule: string;
}

/** Rules that something was missed about, the least mastered first; of two alike the one with more answers. */
export function weakestRules(rules: ReadonlyMap<string, Mastery>): WeakRule[] {
  return [...rules]
    .filter(([, { answers, right }]) => right < answers)
    .map(([rule, mastery]) => ({ rule, ...mastery }))
    .sort((a, b) => a.value - b.value || b.answers - a.answers || (a.rule < b.rule ? -1 : 1));
}

/** How far a rule is known. `few` answers say nothing yet; weak is under 60 %, strong from 80 %. */
export const BANDS = ['strong', 'middling', 'weak', 'few', 'unasked'] as const;
export type Band = (typeof BANDS)[number];

export function bandOf(mastery: Estimate | undefined): Band {
  if (mastery === undefined) return 'unasked';
  if (!isEnough(mastery, ENOUGH.rule)) return 'few';
  return mastery.value >= 0.8 ? 'strong' : mastery.value >= 0.6 ? 'middling' : 'weak';
}

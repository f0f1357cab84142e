import type { AnswerEntry, Entry } from '#model/entry.ts';
import { Z80 } from './certainty.ts';

/** An answer's weight halves every 21 days. */
const HALF_LIFE = 21;

/** A share that is estimated from answers, with what it rests on. */
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
  let weight = 0;
  let sum = 0;
  for (const { score, ageDays } of scores) {
    const w = 0.5 ** (ageDays / HALF_LIFE);
    weight += w;
    sum += w * score;
  }
  const a = 1 + sum;
  const b = 1 + weight - sum;
  const value = a / (a + b);
  const variance = (a * b) / ((a + b) ** 2 * (a + b + 1));
  return { value, variance, interval: around(value, variance), weight };
}

/** An 80 % interval, kept within 0 to 1. */
export function around(value: number, variance: number): { from: number; to: number } {
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

/** A log never changes, and several parts of a page ask for the same one. */
const found = new WeakMap<readonly Entry[], readonly AnswerEntry[]>();

/** The first answer to each card on each day: what comes after it repeats what was just shown. */
export function firstAnswers(entries: readonly Entry[]): readonly AnswerEntry[] {
  const known = found.get(entries);
  if (known !== undefined) return known;
  const first = firstOf(entries);
  found.set(entries, first);
  return first;
}

function firstOf(entries: readonly Entry[]): AnswerEntry[] {
  const seen = new Set<string>();
  return entries.filter((entry): entry is AnswerEntry => {
    if (entry.kind !== 'answer' || entry.card === null) return false;
    const key = `${entry.day}/${entry.card}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export const scoreOf = ({ partial: [top, bottom] }: Pick<AnswerEntry, 'partial'>): number => top / bottom;

/**
 * Mastery of whatever answers are about. Unlike readiness it counts every mode, so that practising one rule shows.
 * @param answers as `firstAnswers` has them
 * @param today the learner's day
 * @param keysOf what an answer is about: it counts in full for each
 */
export function masteryBy(
  answers: readonly AnswerEntry[],
  today: number,
  keysOf: (answer: AnswerEntry) => readonly string[],
): Map<string, Mastery> {
  const groups = new Map<string, AnswerEntry[]>();
  for (const answer of answers) {
    for (const key of new Set(keysOf(answer))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [answer]);
      else group.push(answer);
    }
  }
  return new Map(
    [...groups].map(([key, mine]): [string, Mastery] => [
      key,
      {
        ...estimate(mine.map((a) => ({ score: scoreOf(a), ageDays: Math.max(0, today - a.day) }))),
        answers: mine.length,
        right: mine.filter((a) => a.strict).length,
        lastDay: mine.reduce((last, a) => Math.max(last, a.day), Number.NEGATIVE_INFINITY),
      },
    ]),
  );
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

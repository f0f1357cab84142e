import { ENOUGH, type Estimate, estimate, stillNeeded } from './mastery.ts';
import { Z80 } from '../scoring/certainty.ts';

/** One answer that counts: in an exam or in mixed practice, the first of its card and day. */
export interface ReadinessEvidence {
  objective: string;
  /** Partial score, 0 to 1. */
  score: number;
  ageDays: number;
}

/** Σ of weights that every objective needs before an estimate is shown. */
export const NEEDED = ENOUGH.objective;

export interface Readiness {
  /** Estimate of the score on this app's questions, 0 to 1. It says nothing about the labs. */
  value: number;
  interval: { from: number; to: number };
  mastery: Record<string, Estimate & { answers: number }>;
  /** Objective → answers still needed; empty when the estimate may be shown. */
  missing: Record<string, number>;
}

/** Mastery of each objective, and their mean by the blueprint's weights with an 80 % interval. */
export function readiness(
  weights: Readonly<Record<string, number>>,
  evidence: readonly ReadinessEvidence[],
): Readiness {
  const total = Object.values(weights).reduce((a, b) => a + b, 0);
  const groups = Map.groupBy(evidence, (e) => e.objective);
  const mastery: Readiness['mastery'] = {};
  const missing: Readiness['missing'] = {};
  let value = 0;
  let variance = 0;
  for (const [objective, weight] of Object.entries(weights)) {
    const mine = groups.get(objective) ?? [];
    const found = estimate(mine);
    mastery[objective] = { ...found, answers: mine.length };
    const needed = stillNeeded(found, NEEDED);
    if (needed > 0) missing[objective] = needed;
    const share = weight / total;
    value += share * found.value;
    variance += share * share * found.variance;
  }
  const half = Z80 * Math.sqrt(variance);
  return { value, interval: { from: value - half, to: value + half }, mastery, missing };
}

/** A mock exam is recent for so many days. */
export const RECENT = 21;
/** Share of the rules that must have been asked. */
export const COVERED = 0.8;

import { Z80 } from './certainty.ts';

/** One answer that counts: in an exam or in mixed practice, the first of its card and day. */
export interface Evidence {
  objective: string;
  /** Partial score, 0 to 1. */
  score: number;
  ageDays: number;
}

/** An answer's weight halves every 21 days. */
const HALF_LIFE = 21;
/** Σ of weights that every objective needs before an estimate is shown. */
export const NEEDED = 8;

export interface Readiness {
  /** Estimate of the score on this app's questions, 0 to 1. It says nothing about the labs. */
  value: number;
  interval: { from: number; to: number };
  mastery: Record<string, { value: number; weight: number }>;
  /** Objective → answers still needed; empty when the estimate may be shown. */
  missing: Record<string, number>;
}

/**
 * Mastery is (1 + Σws) / (2 + Σw), a Beta posterior with its variance; readiness the mean by the blueprint's
 * weights with an 80 % interval.
 */
export function readiness(
  weights: Readonly<Record<string, number>>,
  evidence: readonly Evidence[],
): Readiness {
  const total = Object.values(weights).reduce((a, b) => a + b, 0);
  const mastery: Readiness['mastery'] = {};
  const missing: Readiness['missing'] = {};
  let value = 0;
  let variance = 0;
  for (const [objective, weight] of Object.entries(weights)) {
    let sw = 0;
    let sws = 0;
    for (const e of evidence) {
      if (e.objective !== objective) continue;
      const w = 0.5 ** (e.ageDays / HALF_LIFE);
      sw += w;
      sws += w * e.score;
    }
    const a = 1 + sws;
    const b = 1 + sw - sws;
    const mean = a / (a + b);
    mastery[objective] = { value: mean, weight: sw };
    // A sum of weights that should be a whole number may come out a hair below it.
    if (sw < NEEDED - 1e-9) missing[objective] = Math.ceil(NEEDED - sw - 1e-9);
    const share = weight / total;
    value += share * mean;
    variance += share * share * ((a * b) / ((a + b) ** 2 * (a + b + 1)));
  }
  const half = Z80 * Math.sqrt(variance);
  return { value, interval: { from: value - half, to: value + half }, mastery, missing };
}

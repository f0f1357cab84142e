import { atLeastZero, type Fraction, fraction, minus, ONE, over, sum, ZERO } from '../lib/fraction.ts';

/** The version that every stored answer names; a new one never rescores old answers. */
export const SCORING_VERSION = 1;

/** Both scores of one answer. Exams report strict first; learning, cards and readiness use partial. */
export interface Score {
  strict: Fraction;
  partial: Fraction;
}

const both = (right: boolean): Score =>
  right ? { strict: ONE, partial: ONE } : { strict: ZERO, partial: ZERO };

/** single, true/false: the chosen option is the key. */
export const scoreChoice = (key: string, chosen: string): Score => both(key === chosen);

/**
 * multi and pick: hits/K − wrong/D, not below 0; without distractors hits/K. Choosing everything gives 0.
 * @param options ids of every option
 */
export function scoreSelection(
  options: readonly string[],
  keys: readonly string[],
  chosen: readonly string[],
): Score {
  const isKey = new Set(keys);
  const picked = new Set(chosen);
  const hits = keys.filter((k) => picked.has(k)).length;
  const wrong = [...picked].filter((c) => !isKey.has(c)).length;
  const distractors = options.length - keys.length;
  const share = fraction(hits, keys.length);
  const partial = distractors === 0 ? share : atLeastZero(minus(share, fraction(wrong, distractors)));
  return { strict: hits === keys.length && wrong === 0 ? ONE : ZERO, partial };
}

/**
 * table, and match with k = m: the mean over the rows of (right − 1/k) / (1 − 1/k), not below 0, so that
 * blind choice averages 0.
 * @param k choices of each row, 2 or more
 */
export function scoreRows(keys: readonly string[], answers: readonly (string | null)[], k: number): Score {
  const right = keys.filter((key, i) => answers[i] === key).length;
  const rows = keys.map((key, i) => (answers[i] === key ? ONE : fraction(-1, k - 1)));
  return { strict: right === keys.length ? ONE : ZERO, partial: atLeastZero(over(sum(rows), keys.length)) };
}

/** order: 1 − 2·inversions / (n(n−1)/2), not below 0. */
export function scoreOrder(key: readonly string[], given: readonly string[]): Score {
  const place = new Map(key.map((id, i) => [id, i]));
  const ranks = given.map((id) => place.get(id) ?? 0);
  let inversions = 0;
  for (const [i, a] of ranks.entries()) for (const b of ranks.slice(i + 1)) if (a > b) inversions++;
  const pairs = (key.length * (key.length - 1)) / 2;
  const partial = pairs === 0 ? ONE : atLeastZero(minus(ONE, fraction(2 * inversions, pairs)));
  return { strict: inversions === 0 ? ONE : ZERO, partial };
}

/** fill: trimmed, blanks collapsed, compared case-sensitively for identifiers; no fuzzy match. */
export function scoreFill(accepted: readonly string[], given: string, caseSensitive: boolean): Score {
  const norm = (text: string) => {
    const plain = text.trim().replace(/\s+/g, ' ');
    return caseSensitive ? plain : plain.toLowerCase();
  };
  return both(accepted.some((form) => norm(form) === norm(given)));
}

/** number: the same number, however it is written (7, 07, 7.0). */
export const scoreNumber = (key: number, given: number): Score => both(key === given);

/** build: passed checks / checks. */
export function scoreBuild(checks: readonly boolean[]): Score {
  const passed = checks.filter(Boolean).length;
  const partial = checks.length === 0 ? ZERO : fraction(passed, checks.length);
  return { strict: checks.length > 0 && passed === checks.length ? ONE : ZERO, partial };
}

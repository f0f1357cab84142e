import type { Certainty } from '#model/quiz/entry.ts';

/** Marks as in certainty-based marking: with these a learner gains most by being honest. */
const MARKS: Readonly<Record<Certainty, { right: number; wrong: number }>> = {
  no_idea: { right: 0, wrong: 0 },
  low: { right: 1, wrong: 0 },
  middle: { right: 2, wrong: -2 },
  high: { right: 3, wrong: -6 },
};

/** The share right that each level claims: low under 67 %, middle 67 to 80 %, high over 80 %. */
export const BAND: Readonly<Record<Exclude<Certainty, 'no_idea'>, { from: number; to: number }>> = {
  low: { from: 0, to: 0.67 },
  middle: { from: 0.67, to: 0.8 },
  high: { from: 0.8, to: 1 },
};

export const certaintyMark = (certainty: Certainty, right: boolean): number =>
  MARKS[certainty][right ? 'right' : 'wrong'];

/** z of a two-sided 80 % interval. */
export const Z80 = 1.2816;

/** The Wilson interval of a share, by default at 80 %. */
export function wilson(right: number, n: number, z = Z80): { from: number; to: number } {
  if (n === 0) return { from: 0, to: 1 };
  const p = right / n;
  const bottom = 1 + (z * z) / n;
  const middle = (p + (z * z) / (2 * n)) / bottom;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / bottom;
  return { from: Math.max(0, middle - half), to: Math.min(1, middle + half) };
}

export interface CalibrationRow {
  certainty: Exclude<Certainty, 'no_idea'>;
  n: number;
  right: number;
  interval: { from: number; to: number };
  /** null under ten answers, or where the interval meets the level's band. */
  verdict: 'too sure' | 'too modest' | null;
}

/** One row a level: too sure when the whole interval lies under the band, too modest when over it. */
export function calibration(answers: readonly { certainty: Certainty; right: boolean }[]): CalibrationRow[] {
  const levels = ['low', 'middle', 'high'] as const;
  return levels.map((certainty) => {
    const mine = answers.filter((a) => a.certainty === certainty);
    const right = mine.filter((a) => a.right).length;
    const interval = wilson(right, mine.length);
    const band = BAND[certainty];
    const judged = interval.to < band.from ? 'too sure' : interval.from > band.to ? 'too modest' : null;
    return { certainty, n: mine.length, right, interval, verdict: mine.length < 10 ? null : judged };
  });
}

/** The mean mark, shown beside accuracy and mixed with nothing. */
export function meanMark(answers: readonly { certainty: Certainty; right: boolean }[]): number | null {
  if (answers.length === 0) return null;
  return answers.reduce((a, { certainty, right }) => a + certaintyMark(certainty, right), 0) / answers.length;
}

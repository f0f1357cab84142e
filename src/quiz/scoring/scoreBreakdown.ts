import { type Fraction, plus, ZERO } from '../lib/fraction.ts';

/** One line of the sum by which a partial score comes about. */
export interface ScoreLine {
  text: string;
  value: Fraction;
}

/** The lines added up, not below 0. */
export function breakdownTotal(lines: readonly ScoreLine[]): Fraction {
  const sum = lines.reduce((so, line) => plus(so, line.value), ZERO);
  return sum.top < 0 ? ZERO : sum;
}

/** A fraction as it is written in a sum: `+1/2`, `−1/3`, `0`. */
export function fractionText({ top, bottom }: Fraction): string {
  if (top === 0) return '0';
  const size = bottom === 1 ? `${Math.abs(top)}` : `${Math.abs(top)}/${bottom}`;
  return `${top < 0 ? '−' : '+'}${size}`;
}

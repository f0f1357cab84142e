/** An exact fraction in lowest terms: scores are summed before anything is rounded. */
export interface Fraction {
  readonly top: number;
  readonly bottom: number;
}

export const ZERO: Fraction = { top: 0, bottom: 1 };
export const ONE: Fraction = { top: 1, bottom: 1 };

export function fraction(top: number, bottom = 1): Fraction {
  if (bottom === 0) throw new Error('a fraction needs a bottom other than 0');
  const sign = bottom < 0 ? -1 : 1;
  const by = gcd(Math.abs(top), Math.abs(bottom)) || 1;
  return { top: (sign * top) / by || 0, bottom: (sign * bottom) / by };
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { top: -b.top, bottom: b.bottom });
export const over = (a: Fraction, n: number): Fraction => fraction(a.top, a.bottom * n);
export const sum = (items: readonly Fraction[]): Fraction => items.reduce(plus, ZERO);
export const atLeastZero = (a: Fraction): Fraction => (a.top < 0 ? ZERO : a);
export const fractionToNumber = (a: Fraction): number => a.top / a.bottom;
export const equal = (a: Fraction, b: Fraction): boolean => a.top === b.top && a.bottom === b.bottom;

/**
 * Whole percent, rounded once; 100 is shown only when everything is right.
 * @param a a share between 0 and 1
 */
export function toPercent(a: Fraction): number {
  const rounded = Math.round((100 * a.top) / a.bottom);
  return rounded === 100 && !equal(a, ONE) ? 99 : rounded;
}

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** A share in whole percent, which no line breaks; 100 only when it is all of it, 0 only when it is nothing. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  const shown = rounded === 100 && share < 1 ? 99 : rounded === 0 && share > 0 ? 1 : rounded;
  return `${shown}\u00a0%`;
}

export const rangeText = ({ from, to }: { from: number; to: number }): string =>
  `${Math.round(from * 100)} to ${Math.round(to * 100)}\u00a0%`;

export const minutes = (ms: number): number => Math.round(ms / 60_000);

/** A source of chance with a seed: the same seed gives the same numbers on every machine (mulberry32). */
export interface Random {
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number;
  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly [T, ...T[]]): T;
  /** A new list in another order (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[];
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (n: number): number => Math.floor((next() / 0x1_0000_0000) * n);
  return {
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    shuffle(items) {
      const list = [...items];
      for (let i = list.length - 1; i > 0; i--) {
        const j = below(i + 1);
        const [a, b] = [list[i], list[j]];
        if (a !== undefined && b !== undefined) {
          list[i] = b;
          list[j] = a;
        }
      }
      return list;
    },
  };
}

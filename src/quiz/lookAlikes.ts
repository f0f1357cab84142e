/** Facts that are easily taken for each other, two and two: they are shown side by side after a miss. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['AA-02', 'AA-05'],
  ['RUN-05', 'RUN-06'],
  ['FI-12', 'FI-13'],
  ['FI-13', 'FI-14'],
  ['RS-03', 'RS-13'],
  ['RS-06', 'RT-02'],
  ['POL-04', 'POL-05'],
  ['RT-01', 'RS-26'],
  ['PM-04', 'PM-05'],
  ['LK-01', 'LK-02'],
];

/** The first pair that one of these facts belongs to, the earlier facts first; null without one. */
export function lookAlikes(facts: readonly string[]): readonly [string, string] | null {
  for (const fact of facts) {
    const pair = PAIRS.find(([a, b]) => a === fact || b === fact);
    if (pair !== undefined) return pair;
  }
  return null;
}

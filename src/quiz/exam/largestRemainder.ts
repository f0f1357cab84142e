/**
 * Seats of an exam by largest remainder: floor(N·w/Σw), the rest to the largest fractions, ties to the larger
 * weight, then by id.
 * @param weights objective → weight, whole numbers
 */
export function largestRemainder(
  weights: Readonly<Record<string, number>>,
  count: number,
): Record<string, number> {
  const total = Object.values(weights).reduce((a, b) => a + b, 0);
  const rows = Object.entries(weights).map(([id, weight]) => ({
    id,
    weight,
    seats: Math.floor((count * weight) / total),
    // Compared as whole numbers, so that no rounding decides a tie.
    rest: (count * weight) % total,
  }));
  const left = count - rows.reduce((a, row) => a + row.seats, 0);
  const ranked = [...rows].sort((a, b) => b.rest - a.rest || b.weight - a.weight || (a.id < b.id ? -1 : 1));
  for (const row of ranked.slice(0, left)) row.seats++;
  return Object.fromEntries(rows.map((row) => [row.id, row.seats]));
}

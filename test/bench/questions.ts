/**
 * `npm run bench:questions`: how evenly each family of generated questions asks, over 2,000 draws, and how fast it draws.
 * Exits 1 where an answer, a place, a pattern or a number exceeds its fair share by more than a tenth.
 */
import { balanceLine, balanceOf, drawnFrom, isFair } from '#lint/balance.ts';
import { GENERATORS } from '#quiz/generators/index.ts';

const DRAWS = 2_000;

for (const { id } of GENERATORS) {
  const start = performance.now();
  const rows = balanceOf(drawnFrom(id, DRAWS));
  const seconds = (performance.now() - start) / 1_000;
  for (const row of rows) process.stdout.write(`${balanceLine(id, row)}\n`);
  process.stdout.write(`${id}: ${Math.round(DRAWS / seconds)} draws a second\n`);
  if (!rows.every(isFair)) process.exitCode = 1;
}

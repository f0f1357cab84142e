import type { Fact } from '#model/content/fact.ts';
import { describeMonth } from '#model/wording/month.ts';

/** A month that fewer facts share than one in twenty is told together with its like. */
const SHARE = 20;

/** When the facts were read, as one sentence: how many in each month, the commonest first. */
export function spreadOf(facts: readonly Pick<Fact, 'as_of'>[]): string {
  const counts = new Map<string, number>();
  for (const { as_of } of facts) counts.set(as_of, (counts.get(as_of) ?? 0) + 1);
  const months = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const told = months.filter(([, n], i) => i === 0 || n * SHARE >= facts.length);
  const rest = months
    .slice(told.length)
    .map(([month]) => month)
    .sort();
  const others = facts.length - told.reduce((sum, [, n]) => sum + n, 0);
  const parts = told.map(([month, n], i) =>
    i === 0
      ? `${n} of ${facts.length} facts were last read in ${describeMonth(month)}`
      : `${n} in ${describeMonth(month)}`,
  );
  const [first = '', last = ''] = [rest[0], rest.at(-1)];
  const between =
    first === last
      ? `in ${describeMonth(first)}`
      : `between ${describeMonth(first)} and ${describeMonth(last)}`;
  return `${parts.join(', ')}${others === 0 ? '' : `, and the other ${others} ${between}`}.`;
}

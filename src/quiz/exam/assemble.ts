import { interleave } from '../practice/interleave.ts';
import type { Random } from '../lib/random.ts';
import { largestRemainder } from './largestRemainder.ts';

/** What assembling needs to know of an item; generated items are drawn under their own seed. */
export interface Candidate {
  id: string;
  objective: string;
  topic: string;
  family: string;
  rules: readonly string[];
  difficulty: 1 | 2 | 3;
  enemies: readonly string[];
  severalAnswers: boolean;
  generated: boolean;
  /** Day on which it was last in an exam, null for never. */
  lastSeen: number | null;
}

/** Objective → weight, with its id and version: an attempt stores them. */
export interface Blueprint {
  id: string;
  version: number;
  title: string;
  weights: Readonly<Record<string, number>>;
  count: number;
  minutes: number;
}

/** The blueprints that this app offers. Weights are its own; HashiCorp publishes none. */
export const BLUEPRINTS: readonly Blueprint[] = [
  {
    id: 'everything',
    version: 1,
    title: 'Everything this app covers',
    weights: { '3b': 10, '3c': 5, '3d': 20, '6a': 25, '6b': 25, '6c': 5, '6d': 10 },
    count: 40,
    minutes: 60,
  },
  {
    id: 'hcp-terraform',
    version: 1,
    title: 'HCP Terraform section',
    weights: { '6a': 30, '6b': 35, '6c': 15, '6d': 20 },
    count: 20,
    minutes: 30,
  },
];

/** Constraints, in the order in which they are given up where the pool is too small: from the end. */
const CONSTRAINTS = ['enemies', 'family', 'rule', 'difficulty', 'several', 'generated'] as const;
type Constraint = (typeof CONSTRAINTS)[number];

export interface Assembled {
  items: Candidate[];
  /** Objectives whose pool was too small, and by how many items. */
  short: Record<string, number>;
  /** Constraints that had to be given up. */
  relaxed: Constraint[];
}

/** Share of each difficulty, in percent; one item more or less is allowed. */
const DIFFICULTY: readonly [1 | 2 | 3, number][] = [
  [1, 30],
  [2, 50],
  [3, 20],
];

/**
 * Chooses the items of an exam: seats by the blueprint, unseen items first, then those longest unseen; ties
 * and the final order by the seed. Constraints are held as far as the pool allows.
 */
export function assemble(blueprint: Blueprint, pool: readonly Candidate[], random: Random): Assembled {
  const wanted = largestRemainder(blueprint.weights, blueprint.count);
  const ranked = random
    .shuffle(pool.filter((c) => Object.hasOwn(wanted, c.objective)))
    .sort((a, b) => (a.lastSeen ?? -1) - (b.lastSeen ?? -1));
  // Where the bank itself is too small no constraint is to blame: all are held, and the report says what is short.
  const least = tooSmall(ranked, wanted) ? CONSTRAINTS.length : 0;
  for (let keep = CONSTRAINTS.length; ; keep--) {
    const { items, short } = fill(ranked, wanted, blueprint, new Set(CONSTRAINTS.slice(0, keep)));
    if (Object.keys(short).length > 0 && keep > least) continue;
    return { items: interleave(random.shuffle(items)), short, relaxed: CONSTRAINTS.slice(keep) };
  }
}

const tooSmall = (pool: readonly Candidate[], wanted: Readonly<Record<string, number>>): boolean =>
  Object.entries(wanted).some(([objective, n]) => pool.filter((c) => c.objective === objective).length < n);

function fill(
  ranked: readonly Candidate[],
  wanted: Readonly<Record<string, number>>,
  blueprint: Blueprint,
  held: ReadonlySet<Constraint>,
): { items: Candidate[]; short: Record<string, number> } {
  const items: Candidate[] = [];
  const short: Record<string, number> = {};
  const byWeight = Object.keys(wanted).sort(
    (a, b) => (blueprint.weights[b] ?? 0) - (blueprint.weights[a] ?? 0),
  );
  const take = (objective: string, n: number): number => {
    let taken = 0;
    for (const candidate of ranked) {
      if (taken === n) break;
      if (candidate.objective !== objective || items.includes(candidate)) continue;
      if (!fits(candidate, items, blueprint.count, held)) continue;
      items.push(candidate);
      taken++;
    }
    return taken;
  };
  // The scarcest objectives choose first, so that the constraints do not starve them.
  const scarce = [...byWeight].sort((a, b) => slack(ranked, wanted, a) - slack(ranked, wanted, b));
  for (const objective of scarce) {
    const n = wanted[objective] ?? 0;
    const taken = take(objective, n);
    if (taken < n) short[objective] = n - taken;
  }
  for (const objective of byWeight) {
    if (items.length < blueprint.count) take(objective, blueprint.count - items.length);
  }
  return { items, short };
}

const slack = (
  pool: readonly Candidate[],
  wanted: Readonly<Record<string, number>>,
  objective: string,
): number => pool.filter((c) => c.objective === objective).length - (wanted[objective] ?? 0);

/** Whether an item may join the ones already chosen. */
function fits(
  c: Candidate,
  items: readonly Candidate[],
  count: number,
  held: ReadonlySet<Constraint>,
): boolean {
  if (held.has('enemies') && items.some((i) => i.enemies.includes(c.id) || c.enemies.includes(i.id)))
    return false;
  if (held.has('family') && items.some((i) => i.family === c.family)) return false;
  if (held.has('rule') && c.rules.some((rule) => items.filter((i) => i.rules.includes(rule)).length >= 2))
    return false;
  if (held.has('difficulty')) {
    const share = DIFFICULTY.find(([d]) => d === c.difficulty)?.[1] ?? 0;
    const most = Math.round((count * share) / 100) + 1;
    if (items.filter((i) => i.difficulty === c.difficulty).length >= most) return false;
  }
  if (held.has('several') && c.severalAnswers) {
    if (items.filter((i) => i.severalAnswers).length >= Math.floor(count * 0.4)) return false;
  }
  if (held.has('several') && !c.severalAnswers) {
    if (items.filter((i) => !i.severalAnswers).length >= count - Math.ceil(count * 0.2)) return false;
  }
  if (held.has('generated') && !c.generated) {
    if (items.filter((i) => !i.generated).length >= count - Math.ceil(count * 0.3)) return false;
  }
  return true;
}

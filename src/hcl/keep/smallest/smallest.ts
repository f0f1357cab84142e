import type { Layout } from '#model/layout/layout.ts';
import type { HclParser } from '../../syntax/hclParser.ts';
import { importLayout } from '../../import/importLayout.ts';
import { isMistake } from '../../syntax/position.ts';
import { factDifference } from './layoutFacts.ts';
import { knownIn } from './known.ts';
import { type Plain, plainLayoutText } from './plain.ts';
import { edited } from './sources.ts';
import type { Way } from './settingWays.ts';
import type { Gap } from './gap.ts';
import { textWays } from './wishes.ts';

/** How much may be tried before a text is given up; for each change it is read as a whole. */
export interface Effort {
  /** How many facts may differ at first. */
  facts: number;
  /** How many changes are tried. */
  trials: number;
}

/** One resource of a block that was set apart from the others. */
export interface Override {
  /** Of the resource: `tfe_workspace.ws["app"]`. */
  address: string;
  /** Of the block: `tfe_workspace.ws`. */
  block: string;
}

interface State {
  text: string;
  layout: Layout;
  mistakes: number;
  gap: ReadonlySet<string>;
}

/**
 * The text with the smallest changes found that make it say a layout. Every change is tried: it counts only if the
 * text then says more of what it should, nothing that it should not, and has no more mistakes.
 * @returns null where no such change was found
 */
export function smallest(
  wanted: Layout,
  given: string,
  parser: HclParser,
  most: Effort,
): { text: string; overrides: Override[] } | null {
  const measure = (text: string): State | null => {
    const { layout, problems } = importLayout([{ name: '', text }], parser);
    if (layout === null) return null;
    return { text, layout, mistakes: problems.filter(isMistake).length, gap: factDifference(layout, wanted) };
  };
  let state = measure(given);
  if (state === null || state.gap.size > most.facts) return null;
  // Most texts that are asked for say their board already.
  if (state.gap.size === 0) return { text: given, overrides: [] };
  const target = plainLayoutText(parser, wanted);
  if (target === null) return null;

  let trials = 0;
  const overrides = new Map<string, Override>();
  const nearer = (next: State, than: State): boolean =>
    next.mistakes <= than.mistakes &&
    next.gap.size < than.gap.size &&
    [...next.gap].every((fact) => than.gap.has(fact));

  /** The first change that brings a text nearer. @param only the workspace that may change; null for all */
  function step(from: State, only: string | null): { state: State; way: Way } | null {
    const said: Plain | null = plainLayoutText(parser, from.layout);
    const known = knownIn(parser, from.text);
    if (said === null || known === null || target === null) return null;
    const gap: Gap = { known, said, wanted: target };
    try {
      for (const ways of textWays(gap, only))
        for (const way of ways) {
          if (only !== null && way.override) continue;
          if (++trials > most.trials) return null;
          const text = edited(from.text, way.edits);
          const next = text === null || text === from.text ? null : measure(text);
          if (next === null) continue;
          const settled = way.settle === undefined || only !== null ? next : settle(next, way.settle);
          if (nearer(settled, from)) return { state: settled, way };
        }
      return null;
    } finally {
      known.sources.free();
      said.known.sources.free();
    }
  }

  /** A workspace that was made like another one gets its own settings. */
  function settle(from: State, workspace: string): State {
    let now = from;
    for (let round = 0; round < 6; round++) {
      const next = step(now, workspace);
      if (next === null) return now;
      now = next.state;
    }
    return now;
  }

  try {
    while (state.gap.size > 0) {
      const next = step(state, null);
      if (next === null) return null;
      if (next.way.override) {
        const { address, declaration } = next.way.about;
        overrides.set(address, { address, block: declaration.address });
      }
      state = next.state;
    }
    return { text: state.text, overrides: [...overrides.values()] };
  } finally {
    target.known.sources.free();
  }
}

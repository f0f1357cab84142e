import type { Layout } from '#model/layout/layout.ts';
import { partsOf } from './boardFiles.ts';
import { exportLayout } from '../export/exportLayout.ts';
import type { HclParser } from '../syntax/hclParser.ts';
import { importLayout } from '../import/importLayout.ts';
import { isOwned } from './keptParts.ts';
import { mergeText, type Risk, risksOf } from './mergeText.ts';
import { sameBoard } from './sameBoard.ts';
import { type Effort, type Override, smallest } from './smallest/smallest.ts';
import { type SourceOutline, sourceOutline } from '../syntax/sourceOutline.ts';

/** Beyond this many, unknown parts that disagree with the layout are not told apart one by one. */
const MOST_TRIALS = 60;
/** Beyond this many characters a text is not changed piece by piece: every piece would be read again as a whole. */
const MOST_CHARACTERS = 150_000;

const FLEXIBLE_EFFORT: Effort = { facts: 2000, trials: 160 };
/** A text that has a block for each resource loses nothing when it is written anew, and that is quicker. */
const PLAIN_EFFORT: Effort = { facts: 60, trials: 40 };

/** A text of a board, and how it came from an earlier one. */
export interface WrittenText {
  text: string;
  /**
   * - `kept`: it says this board already, or there was none
   * - `edited`: only what says something else was changed
   * - `rewritten`: there is one block for each resource, where `for_each`, `count` or references said it before
   */
  how: 'kept' | 'edited' | 'rewritten';
  /** What was set apart by a condition, of blocks that make several resources. */
  overrides: Override[];
  /** The blocks that lost `for_each`, `count` or references, by the text's own words for them. */
  flattened: string[];
}

/**
 * HCL of a layout, made from an earlier text with the smallest changes that say it. Where none are found, the blocks
 * that a layout holds are written anew and everything else is kept. Reading it always gives this layout.
 */
export function writeText(layout: Layout, earlier: string | null, parser: HclParser): WrittenText {
  if (earlier !== null && earlier.length <= MOST_CHARACTERS) {
    const most = flexibleIn(sourceOutline(parser, earlier)).length > 0 ? FLEXIBLE_EFFORT : PLAIN_EFFORT;
    const found = smallest(layout, earlier, parser, most);
    if (found !== null) return { ...found, how: found.text === earlier ? 'kept' : 'edited', flattened: [] };
  }
  return rewriteText(layout, earlier, parser);
}

/**
 * HCL of a layout with one block for each resource. What only the earlier text has is kept: its comments, and the
 * blocks and arguments that a layout has no place for. A kept part that would say something else is left out.
 */
export function rewriteText(layout: Layout, given: string | null, parser: HclParser): WrittenText {
  const plain = exportLayout(layout);
  // Values of variables have no place in a single file: the blocks are written with what they came to.
  const earlier =
    given === null
      ? null
      : partsOf({ name: '', text: given })
          .filter(({ name }) => !name.endsWith('.tfvars'))
          .map(({ text }) => text)
          .join('\n');
  const source = earlier === null ? null : sourceOutline(parser, earlier);
  const written = sourceOutline(parser, plain);
  const flattened = flexibleIn(source);
  const as = (text: string): WrittenText => ({
    text,
    how: given === null ? 'kept' : flattened.length > 0 ? 'rewritten' : 'edited',
    overrides: [],
    flattened,
  });
  if (source === null || written === null) return as(plain);
  const says = (text: string): boolean => {
    const said = importLayout([{ name: 'board.tf', text }], parser).layout;
    return said !== null && sameBoard(said, layout);
  };
  const all = mergeText(written, source, new Set());
  if (says(all)) return as(all);
  const risks = risksOf(source);
  const left = new Set<Risk>(risks);
  for (const risk of risks.slice(0, MOST_TRIALS)) {
    left.delete(risk);
    if (!says(mergeText(written, source, left))) left.add(risk);
  }
  const some = mergeText(written, source, left);
  return as(says(some) ? some : plain);
}

/** What a block written for one resource has no more. */
const FLEXIBLE = /\b(?:each|count|var|local)\.[a-z_]|^\s*(?:for_each|count)\s*=|^\s*dynamic\s/m;

const flexibleIn = (source: SourceOutline | null): string[] =>
  source?.blocks
    .filter((block) => isOwned(block) && FLEXIBLE.test(source.text.slice(block.start, block.end)))
    .map(({ labels }) => labels.join('.')) ?? [];

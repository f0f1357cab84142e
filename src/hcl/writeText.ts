import type { Layout } from '#model/layout.ts';
import { exportLayout } from './exportLayout.ts';
import type { HclParser } from './hclParser.ts';
import { importLayout } from './importLayout.ts';
import { mergeText, type Risk, risksOf } from './mergeText.ts';
import { sourceOutline } from './sourceOutline.ts';

/** Beyond this many, unknown parts that disagree with the layout are not told apart one by one. */
const MOST_TRIALS = 60;

/**
 * HCL of a layout that keeps what only an earlier text has: its comments, and the blocks and arguments that a layout
 * has no place for. Reading it always gives this layout: a kept part that would say something else is left out.
 */
export function writeText(layout: Layout, earlier: string | null, parser: HclParser): string {
  const plain = exportLayout(layout);
  const source = earlier === null ? null : sourceOutline(parser, earlier);
  const written = sourceOutline(parser, plain);
  if (source === null || written === null) return plain;
  const wanted = JSON.stringify(layout);
  const says = (text: string): boolean =>
    JSON.stringify(importLayout([{ name: 'board.tf', text }], parser).layout) === wanted;
  const all = mergeText(written, source, new Set());
  if (says(all)) return all;
  const risks = risksOf(source);
  const left = new Set<Risk>(risks);
  for (const risk of risks.slice(0, MOST_TRIALS)) {
    left.delete(risk);
    if (!says(mergeText(written, source, left))) left.add(risk);
  }
  const some = mergeText(written, source, left);
  return says(some) ? some : plain;
}

import type { Node } from 'web-tree-sitter';
import type { Around } from './locate.ts';
import type { TextEdit } from './sources.ts';

const partsOf = (container: Node): Node[] =>
  container.namedChildren.filter((child) => child.type === 'object_elem' || child.type === 'expression');

/** Puts one more entry (`key = value`) or item at the end of an object or a list, as the others are written there. */
export function added(container: Node, { sources }: Around, text: string): TextEdit[] {
  const { start, end } = sources.range(container);
  const whole = sources.text;
  const last = partsOf(container).at(-1);
  if (last === undefined) {
    const space = container.type === 'object' ? ' ' : '';
    return [{ start: start + 1, end: end - 1, text: `${space}${text}${space}` }];
  }
  const range = sources.range(last);
  const comma = commaAfter(container, last, whole, range.end, end);
  const at = comma ?? range.end;
  const lead = lineOf(whole, range.start);
  if (lead.trim() !== '') return [{ start: at, end: at, text: comma === null ? `, ${text}` : ` ${text}` }];
  const line = `\n${lead}${text.replaceAll('\n', `\n${lead}`)}${comma === null ? '' : ','}`;
  // A comment behind the last one stays behind it.
  const lineEnd = whole.indexOf('\n', at) < 0 ? at : whole.indexOf('\n', at);
  const edits = [{ start: lineEnd, end: lineEnd, text: line }];
  if (comma === null && container.type === 'tuple') edits.unshift({ start: at, end: at, text: ',' });
  return edits;
}

/** What is before an offset on its line. */
const lineOf = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', at - 1) + 1, at);

/** The end of the comma behind a part; null where there is none. */
function commaAfter(container: Node, part: Node, text: string, from: number, end: number): number | null {
  const next = container.children.find((child) => child.startIndex >= part.endIndex && child.type === ',');
  const found = next === undefined ? -1 : text.indexOf(',', from);
  return found < 0 || found >= end ? null : found + 1;
}

/** Takes a part out of a list or an object, with its comma and its line; comments stay. */
export function withoutPart(container: Node, part: Node, { sources }: Around): TextEdit {
  const { text } = sources;
  const range = sources.range(part);
  const bounds = sources.range(container);
  const after = container.children.find((child) => child.startIndex >= part.endIndex);
  const ends = after?.type === ',' ? text.indexOf(',', range.end) + 1 : range.end;
  const lineEnd = text.indexOf('\n', ends) < 0 ? text.length : text.indexOf('\n', ends);
  const lead = lineOf(text, range.start);
  const behind = text.slice(ends, lineEnd);
  if (lead.trim() === '' && behind.trim() === '' && lineEnd < bounds.end)
    return { start: range.start - lead.length, end: lineEnd + 1, text: '' };
  if (after?.type === ',')
    return { start: range.start, end: ends + (/^ */.exec(behind)?.[0].length ?? 0), text: '' };
  const before = container.children.findLast((child) => child.endIndex <= part.startIndex);
  if (before?.type !== ',') return { start: range.start, end: range.end, text: '' };
  const comma = text.lastIndexOf(',', range.start);
  return { start: comma, end: range.end, text: '' };
}

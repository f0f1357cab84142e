import { type BodyRow, printRows } from '../syntax/blockBody.ts';
import { commentsOf, extrasOf, isOwned, STAND_INS } from './keptParts.ts';
import type { Range, SourceBlock, SourceItem, SourceOutline } from '../syntax/sourceOutline.ts';

/** A piece of the source that may change what a text says, and so may have to be left out. */
export type Risk = SourceBlock | SourceItem;

/** The unknown blocks, and the unknown arguments of known ones. */
export function risksOf(source: SourceOutline): Risk[] {
  return source.blocks.flatMap((block): Risk[] => (isOwned(block) ? extrasOf(block) : [block]));
}

/**
 * Puts what only the source has (comments, blocks and arguments that a layout does not hold) into a text written from
 * a layout: before the block that it was before, or in the block that it was in. Nothing is lost: what has no such
 * place any more comes at the end.
 * @param left what is left out all the same
 */
export function mergeText(written: SourceOutline, source: SourceOutline, left: ReadonlySet<Risk>): string {
  const matches = matchBlocks(written, source);
  const own = source.blocks.some((block) => block.type === 'terraform' && !left.has(block));
  const targets = written.blocks.filter((block) => !(own && block.type === 'terraform'));
  const before = new Map<SourceBlock | null, string[]>();
  const pieces = piecesOf(source, matches, left);
  for (const [i, owner] of [...ownedIn(source), null].entries()) {
    const gap = pieces.get(owner) ?? [];
    if (gap.length === 0) continue;
    const rest = ownedIn(source).slice(i);
    const next = rest.find((block) => matches.has(block)) ?? null;
    const target = next === null ? null : (matches.get(next) ?? null);
    const glued = next === owner && owner !== null && !blankAfter(source, gap.at(-1)?.end ?? 0);
    const chunk = joined(source, gap) + (target === null ? '' : glued ? '\n' : '\n\n');
    before.set(target, [...(before.get(target) ?? []), chunk]);
  }
  const parts: string[] = [];
  for (const block of targets) {
    const lead = leadOf(written, block);
    const from = [...matches].find(([, to]) => to === block)?.[0];
    const body =
      from === undefined
        ? written.text.slice(block.start, block.end)
        : merged(written, block, source, from, left);
    parts.push(`${(before.get(block) ?? []).join('\n').replace(/\n{3,}$/, '\n\n')}${lead}${body}\n`);
  }
  const last = before.get(null);
  if (last !== undefined) parts.push(`${last.join('\n\n')}\n`);
  const text = parts.join('\n');
  return written.blocks.length === 0 ? written.text + text : withHead(written, targets, text);
}

/** Comments of the app that belong to no block, such as that of the rule set, stay at the top. */
function withHead(written: SourceOutline, targets: readonly SourceBlock[], text: string): string {
  const dropped = written.blocks.filter((block) => !targets.includes(block));
  const [first] = dropped;
  const lead = first === undefined ? '' : leadOf(written, first);
  return lead + text;
}

const ownedIn = (source: SourceOutline): SourceBlock[] => source.blocks.filter(isOwned);

/** Which block of the written text says what a block of the source says: by address, else by type and name. */
function matchBlocks(written: SourceOutline, source: SourceOutline): Map<SourceBlock, SourceBlock> {
  const found = new Map<SourceBlock, SourceBlock>();
  const taken = new Set<SourceBlock>();
  const match = (fits: (a: SourceBlock, b: SourceBlock) => boolean) => {
    for (const block of ownedIn(source)) {
      if (found.has(block)) continue;
      const other = written.blocks.find((candidate) => !taken.has(candidate) && fits(block, candidate));
      if (other === undefined) continue;
      found.set(block, other);
      taken.add(other);
    }
  };
  const sameType = (a: SourceBlock, b: SourceBlock) => a.type === b.type && a.labels[0] === b.labels[0];
  match((a, b) => sameType(a, b) && a.name !== null && a.name === b.name);
  match((a, b) => sameType(a, b) && a.labels[1] === b.labels[1] && (a.name === null || b.name === null));
  return found;
}

/** What is before each owned block, and (under null) after the last one. */
function piecesOf(
  source: SourceOutline,
  matches: ReadonlyMap<SourceBlock, SourceBlock>,
  left: ReadonlySet<Risk>,
): Map<SourceBlock | null, Range[]> {
  const owned = ownedIn(source);
  const homeless = owned.filter((block) => !matches.has(block)).flatMap((block) => block.comments);
  const foreign = source.blocks.filter((block) => !isOwned(block) && !left.has(block));
  const pieces = new Map<SourceBlock | null, Range[]>();
  for (const piece of [...source.comments, ...homeless, ...foreign].sort((a, b) => a.start - b.start)) {
    const next = owned.find((block) => block.end > piece.start) ?? null;
    pieces.set(next, [...(pieces.get(next) ?? []), piece]);
  }
  return pieces;
}

const blankBetween = ({ text }: SourceOutline, from: number, to: number): boolean =>
  /\n[^\S\n]*\n/.test(text.slice(from, to));

const blankAfter = ({ text }: SourceOutline, at: number): boolean =>
  /^[^\S\n]*\n[^\S\n]*\n/.test(text.slice(at, at + 200));

/** Pieces as they were: on one line, on neighbouring lines, or apart. */
function joined(source: SourceOutline, pieces: readonly Range[]): string {
  let chunk = '';
  for (const [i, { start, end }] of pieces.entries()) {
    const from = pieces[i - 1]?.end;
    if (from !== undefined) {
      const between = source.text.slice(from, start);
      const sameLine = between.trim() === '' && !between.includes('\n');
      const apart = between.trim() !== '' || blankBetween(source, from, start);
      chunk += sameLine ? ' ' : apart ? '\n\n' : '\n';
    }
    chunk += source.text.slice(start, end);
  }
  return chunk;
}

/** The comments of the app right above a block of a written text. */
function leadOf(written: SourceOutline, block: SourceBlock): string {
  const lines = written.text.slice(0, block.start).split('\n');
  lines.pop();
  let lead = '';
  for (let line = lines.pop(); line !== undefined; line = lines.pop()) {
    if (line === '' && /^# runchain: layout /.test(lines.at(-1) ?? '')) lead = `\n${lead}`;
    else if (line.startsWith('# runchain:')) lead = `${line}\n${lead}`;
    else break;
  }
  return lead;
}

/** A block of the written text, with the comments and the unknown arguments of the source's. */
function merged(
  written: SourceOutline,
  to: SourceBlock,
  source: SourceOutline,
  from: SourceBlock,
  left: ReadonlySet<Risk>,
): string {
  const known = new Set(to.items.map(({ name }) => name));
  const extras = extrasOf(from).filter((item) => !left.has(item));
  const comments = commentsOf(from);
  if (extras.length === 0 && comments.length === 0) return written.text.slice(to.start, to.end);
  const own = (item: SourceItem) =>
    STAND_INS.includes(item.name) ? extras.find(({ name }) => name === item.name) : undefined;
  const items = [
    ...to.items.map((item) => {
      const found = own(item);
      return found === undefined ? rowOf(written, item) : rowOf(source, found);
    }),
    ...extras.filter(({ name }) => !known.has(name)).map((item) => rowOf(source, item)),
  ];
  const names = [
    ...to.items.map(({ name }) => name),
    ...extras.filter(({ name }) => !known.has(name)).map(({ name }) => name),
  ];
  const above = new Map<number, BodyRow[]>();
  for (const comment of comments) {
    const text = source.text.slice(comment.start, comment.end);
    const on = from.items.findLast((item) => item.start < comment.start);
    const line = on === undefined ? '' : source.text.slice(on.end, comment.start);
    const at = on === undefined ? -1 : names.indexOf(on.name);
    const row = items[at];
    const behind = on !== undefined && comment.start >= on.end && !line.includes('\n');
    if (behind && row?.kind === 'argument' && row.comment === '' && !`${row.value}${text}`.includes('\n'))
      row.comment = text;
    else {
      const follows = from.items.filter((item) => item.end > comment.start || (behind && item === on));
      const next =
        follows.map((item) => names.indexOf(item.name)).find((found) => found >= 0) ?? items.length;
      above.set(next, [...(above.get(next) ?? []), { kind: 'comment', text }]);
    }
  }
  const rows = [
    ...items.flatMap((row, i) => [...(above.get(i) ?? []), row]),
    ...(above.get(items.length) ?? []),
  ];
  const header = written.text.slice(to.start, written.text.indexOf('{', to.start)).trimEnd();
  return printRows(header, rows);
}

function rowOf({ text }: SourceOutline, item: SourceItem): BodyRow {
  const written = text.slice(item.start, item.end);
  if (item.kind === 'block') return { kind: 'block', text: written };
  const value = written.slice(item.name.length).replace(/^\s*=\s*/, '');
  return { kind: 'argument', name: item.name, value, comment: '' };
}

import type { Node } from 'web-tree-sitter';
import {
  aroundOf,
  type Around,
  argumentsOf,
  isMissing,
  listItems,
  functionName,
  resolve,
  unwrapped,
  valueAt,
} from './locate.ts';
import type { Instance, KnownText } from './known.ts';
import { quoted } from '../../syntax/print.ts';
import { argumentOf, bodyOf, type TextEdit, valueNodes } from './sources.ts';
import { added, withoutPart } from './collectionEdits.ts';
import { collectionOf, isMapAt, traceValue, type Wanted } from './valueTrace.ts';

/** One way to change a text, and what has to be said about it. */
export interface Way {
  edits: TextEdit[];
  /** Whether one resource of several is set apart by a condition; then a person may want its block rewritten. */
  override: boolean;
  /** What it is about: the address of the block. */
  about: Instance;
  /** A workspace that is made like another one by this, and may need settings of its own. */
  settle?: string;
}

/** The condition that holds for one resource of a block only. */
export const onlyFor = ({ key }: Instance): string =>
  typeof key === 'number' ? `count.index == ${key}` : `each.key == ${quoted(String(key))}`;

/**
 * Ways to give an argument another value, the nearest to the text first: where its value is written out, the argument
 * itself, and where one block makes several resources a condition for this one.
 */
export function settingWays(known: KnownText, one: Instance, name: string, wanted: Wanted): Way[] {
  const attribute = argumentOf(one.block, name);
  const { sources } = known;
  const way = (edits: TextEdit[] | null, override = false): Way[] =>
    edits === null ? [] : [{ edits, override, about: one }];
  if (attribute === undefined) {
    const plain = way([inserted(known, one.block, name, wanted.source)]);
    if (one.key === null) return plain;
    return [
      ...plain,
      ...way([inserted(known, one.block, name, `${onlyFor(one)} ? ${wanted.source} : null`)], true),
    ];
  }
  const around = aroundOf(sources, one);
  const nodes = valueNodes(attribute);
  const [value] = nodes;
  const ways = [
    ...way(listEdits(known, nodes, around, wanted)),
    ...traceValue({ nodes, around }).flatMap(({ put }) => way(put(wanted))),
  ];
  if (value === undefined) return ways;
  const range = sources.range(value);
  if (one.key === null) return [...ways, ...way([{ ...range, text: wanted.source }])];
  const text = sources.text.slice(range.start, range.end);
  const rest = text.includes('\n') ? `(${text})` : text;
  return [...ways, ...way([{ ...range, text: `${onlyFor(one)} ? ${wanted.source} : ${rest}` }], true)];
}

/** Items that a list has too many or too few of, where it is written out. */
function listEdits(
  known: KnownText,
  nodes: readonly Node[],
  around: Around,
  wanted: Wanted,
): TextEdit[] | null {
  if (!wanted.source.startsWith('[') || wanted.items === undefined) return null;
  const found = resolve({ nodes, around });
  const [tuple] = found === null || isMissing(found) ? [] : found.nodes;
  if (found === null || isMissing(found) || tuple?.type !== 'tuple') return null;
  const items = listItems(tuple).map((node) => ({
    node,
    is: known.canonical(valueAt({ nodes: [node], around: found.around })),
  }));
  const gone = items.filter(({ is }) => wanted.items?.every((item) => item.is !== is));
  const fresh = wanted.items.filter((item) => items.every(({ is }) => is !== item.is));
  if (gone.length > 0 && (fresh.length > 0 || gone.length === items.length)) return null;
  return [
    ...gone.map(({ node }) => withoutPart(tuple, node, found.around)),
    ...(fresh.length > 0 ? added(tuple, found.around, fresh.map(({ source }) => source).join(', ')) : []),
  ];
}

/** A new argument behind the last one of a block, its equals sign under that of the one before where it fits. */
export function inserted({ sources }: KnownText, block: Node, name: string, source: string): TextEdit {
  const body = bodyOf(block);
  const arguments_ = body?.namedChildren.filter((child) => child.type === 'attribute') ?? [];
  const last = arguments_.at(-1);
  const { start, end } = sources.range(block);
  if (last === undefined) {
    const brace = sources.text.indexOf('{', start) + 1;
    const rest = sources.text.slice(brace, end);
    return { start: brace, end: brace, text: `\n  ${name} = ${source}${/^[ \t]*\n/.test(rest) ? '' : '\n'}` };
  }
  const range = sources.range(last);
  if (block.startPosition.row === block.endPosition.row)
    return {
      start: sources.text.indexOf('{', start) + 1,
      end: end - 1,
      text: `\n  ${sources.text.slice(range.start, range.end)}\n  ${name} = ${source}\n`,
    };
  const lineStart = sources.text.lastIndexOf('\n', range.start) + 1;
  const indent = sources.text.slice(lineStart, range.start);
  const equals = /^[\w-]+ *(?==)/.exec(sources.text.slice(range.start, range.end))?.[0].length ?? 0;
  const lineEnd = sources.text.indexOf('\n', range.end);
  const at = lineEnd < 0 ? range.end : lineEnd;
  return { start: at, end: at, text: `\n${indent}${name.padEnd(equals - 1)} = ${source}` };
}

/** Ways to take one resource of a text away. */
export function removing(known: KnownText, one: Instance): Way[] {
  const { sources } = known;
  if (one.key === null) return [{ edits: [withoutBlock(known, one.block)], override: false, about: one }];
  if (typeof one.key === 'number') return lessOf(known, one, one.key);
  const attribute = argumentOf(one.block, 'for_each');
  if (attribute === undefined) return [];
  const { configuration } = one;
  const around: Around = { sources, configuration, scope: configuration.scope, bound: new Map() };
  const over = { nodes: valueNodes(attribute), around };
  const found = collectionOf(over, one.key);
  const ways: Way[] = [];
  if (found !== null)
    ways.push({
      edits: [withoutPart(found.container, found.part, found.around)],
      override: false,
      about: one,
    });
  const [value] = over.nodes;
  if (value === undefined) return ways;
  const range = sources.range(value);
  const text = sources.text.slice(range.start, range.end);
  const key = quoted(one.key);
  const filtered = isMapAt(over)
    ? `{ for key, value in ${text} : key => value if key != ${key} }`
    : `setsubtract(${text}, [${key}])`;
  return [...ways, { edits: [{ ...range, text: filtered }], override: true, about: one }];
}

/** The last of `count`, where its number is written out or is the length of a list that is. */
function lessOf({ sources }: KnownText, one: Instance, key: number): Way[] {
  const attribute = argumentOf(one.block, 'count');
  if (attribute === undefined) return [];
  const { configuration } = one;
  const around: Around = { sources, configuration, scope: configuration.scope, bound: new Map() };
  const found = resolve({ nodes: valueNodes(attribute), around });
  if (found === null || isMissing(found)) return [];
  const [node] = unwrapped(found.nodes);
  if (node?.type === 'numeric_lit' && Number(node.text) === key + 1)
    return [{ edits: [{ ...sources.range(node), text: String(key) }], override: false, about: one }];
  const [list] = node?.type === 'function_call' && functionName(node) === 'length' ? argumentsOf(node) : [];
  const items = list === undefined ? null : resolve({ nodes: [list], around: found.around });
  const [tuple] = items === null || isMissing(items) ? [] : items.nodes;
  const item = tuple?.type === 'tuple' ? listItems(tuple)[key] : undefined;
  if (items === null || isMissing(items) || tuple === undefined || item === undefined) return [];
  return [{ edits: [withoutPart(tuple, item, items.around)], override: false, about: one }];
}

/** A block goes with its lines; the comments in it stay. */
function withoutBlock({ sources }: KnownText, block: Node): TextEdit {
  const { text } = sources;
  const range = sources.range(block);
  const start = text.lastIndexOf('\n', range.start - 1) + 1;
  const after = text.indexOf('\n', range.end);
  let end = after < 0 ? text.length : after + 1;
  const comments = block.descendantsOfType('comment').map((comment) => `${comment.text.trimEnd()}\n`);
  if (comments.length === 0 && (start === 0 || text.slice(0, start).endsWith('\n\n')) && text[end] === '\n')
    end++;
  return { start, end, text: comments.join('') };
}

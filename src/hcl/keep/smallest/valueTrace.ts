import type { Node } from 'web-tree-sitter';
import { quoted } from '../../syntax/print.ts';
import { isMap, toBool, toText, Unknown } from '../../eval/value.ts';
import { added, withoutPart } from './collectionEdits.ts';
import {
  argumentsOf,
  type Around,
  type At,
  conditionalParts,
  descend,
  objectEntries,
  isMissing,
  listItems,
  keyText,
  loopsOf,
  type Missing,
  functionName,
  resolve,
  unwrapped,
  valueAt,
} from './locate.ts';
import type { TextEdit } from './sources.ts';

/** A value as it would be written, and the text that it is, where it is one. */
export interface Wanted {
  source: string;
  text: string | null;
  /** Of a list, each item as it would be written, and what it is. */
  items?: readonly { source: string; is: string }[];
}
export const wantedText = (text: string): Wanted => ({ source: quoted(text), text });

/** A place of the text that decides a value. `put` gives the edits that make it another one; null where it cannot be. */
export interface Spot {
  put: (wanted: Wanted) => TextEdit[] | null;
}

const DEEPEST = 12;

/**
 * Where the text decides the value of an expression: the literal itself, or the one that a reference, a lookup, a
 * condition or a template leads to. The nearest come first; whether one of them says the right thing is tried.
 */
export function traceValue(at: At, depth = 0): Spot[] {
  const nodes = unwrapped(at.nodes);
  const [first, ...steps] = nodes;
  const { around } = at;
  if (first === undefined || depth > DEEPEST) return [];
  const on = (next: At | Missing | null): Spot[] => {
    if (next === null) return [];
    return isMissing(next) ? [inserting(next)] : traceValue(next, depth + 1);
  };
  switch (first.type) {
    case 'numeric_lit':
    case 'bool_lit':
    case 'null_lit':
    case 'string_lit':
    case 'heredoc_template':
    case 'tuple':
    case 'object':
      return steps.length > 0 ? on(resolve(at)) : [replacing(first, around)];
    case 'quoted_template':
      return inTemplate(first, around, depth);
    case 'variable_expr': {
      const keys = keySpots(first.text, steps, around, depth);
      if (keys !== null) return keys;
      const found = resolve(at);
      if (found === null || isMissing(found)) return on(found);
      return found.nodes[0]?.id === first.id ? [] : traceValue(found, depth + 1);
    }
    case 'conditional': {
      const [condition, yes, no] = conditionalParts(first);
      const test = toBool(valueAt({ nodes: condition, around }));
      return test instanceof Unknown ? [] : on({ nodes: test ? yes : no, around });
    }
    case 'function_call':
      return inCall(first, around, depth);
    default:
      return [];
  }
}

const replacing = (node: Node, { sources }: Around): Spot => ({
  put: ({ source }) => [{ ...sources.range(node), text: source }],
});

const inserting = ({ object, key, around }: Missing): Spot => ({
  put: ({ source }) => added(object, around, `${asKey(key)} = ${source}`),
});

/** A key as it is written in an object. */
const asKey = (key: string): string => (/^[A-Za-z_][\w-]*$/.test(key) ? key : quoted(key));

/** Of `each.key`, or the first name of a `for` with two: null for every other name. */
function keySpots(name: string, steps: readonly Node[], around: Around, depth: number): Spot[] | null {
  const each = around.bound.get(name);
  if (each === undefined || name !== 'each' || steps[0]?.namedChildren[0]?.text !== 'key') return null;
  const found = each.over === null ? null : resolve(each.over);
  if (found === null || isMissing(found)) return [];
  return spotsOfKey(found, String(each.key), depth);
}

function spotsOfKey({ nodes, around }: At, key: string, depth: number): Spot[] {
  const [node] = nodes;
  if (node?.type === 'object') {
    const entry = objectEntries(node).find((one) => keyText(one.key, around) === key);
    if (entry === undefined) return [];
    const range = around.sources.range(entry.key);
    return [{ put: ({ text }) => (text === null ? null : [{ ...range, text: asKey(text) }]) }];
  }
  if (node?.type === 'tuple') {
    const item = listItems(node).find((one) => valueAt({ nodes: [one], around }) === key);
    return item === undefined ? [] : traceValue({ nodes: [item], around }, depth + 1);
  }
  if (node?.type === 'for_object_expr') {
    const loop = loopsOf(node, around).find(({ at }) => toText(valueAt(at.key)) === key);
    return loop === undefined ? [] : traceValue(loop.at.key, depth + 1);
  }
  if (node?.type === 'function_call' && functionName(node) === 'merge')
    return argumentsOf(node).flatMap((argument) => {
      const part = resolve({ nodes: [argument], around });
      return part === null || isMissing(part) ? [] : spotsOfKey(part, key, depth + 1);
    });
  return [];
}

/** `"${each.key}-ws"`: a text that begins and ends as this one does changes what is in between. */
function inTemplate(node: Node, around: Around, depth: number): Spot[] {
  const parts = node.namedChildren.filter((part) => /^template_(literal|interpolation)$/.test(part.type));
  const holes = parts.filter((part) => part.type === 'template_interpolation');
  if (holes.length === 0) return [replacing(node, around)];
  const whole = toText(valueAt({ nodes: [node], around }));
  if (whole instanceof Unknown) return [];
  const within = holes.flatMap((hole): Spot[] => {
    const nodes = hole.namedChildren.filter((child) => child.type === 'expression');
    const value = toText(valueAt({ nodes, around }));
    if (value instanceof Unknown || value === '' || whole.split(value).length !== 2) return [];
    const [start = '', end = ''] = whole.split(value);
    return traceValue({ nodes, around }, depth + 1).map(({ put }) => ({
      put: ({ text }) => {
        if (text === null || text.length <= start.length + end.length) return null;
        if (!text.startsWith(start) || !text.endsWith(end)) return null;
        return put(wantedText(text.slice(start.length, text.length - end.length)));
      },
    }));
  });
  return within;
}

function inCall(node: Node, around: Around, depth: number): Spot[] {
  const [first, second, third] = argumentsOf(node);
  const on = (argument: Node | undefined) =>
    argument === undefined ? [] : traceValue({ nodes: [argument], around }, depth + 1);
  switch (functionName(node)) {
    case 'lookup': {
      const key = second === undefined ? null : toText(valueAt({ nodes: [second], around }));
      if (first === undefined || typeof key !== 'string') return [];
      const found = descend({ nodes: [first], around }, key);
      if (found === null) return [];
      return isMissing(found) ? [inserting(found), ...on(third)] : traceValue(found, depth + 1);
    }
    case 'try':
    case 'coalesce':
      return argumentsOf(node).flatMap(on);
    case 'tostring':
    case 'tobool':
    case 'tonumber':
    case 'nonsensitive':
    case 'sensitive':
      return on(first);
    case 'contains':
      return first === undefined || second === undefined ? [] : [membership(first, second, around)];
    default:
      return [];
  }
}

/** `contains(["app"], each.key)`: true where it is on the list, false where it is not. */
function membership(list: Node, item: Node, around: Around): Spot {
  return {
    put: ({ source }) => {
      const found = resolve({ nodes: [list], around });
      const value = toText(valueAt({ nodes: [item], around }));
      if (found === null || isMissing(found) || value instanceof Unknown) return null;
      const [tuple] = found.nodes;
      if (tuple?.type !== 'tuple') return null;
      const own = listItems(tuple).filter((one) => valueAt({ nodes: [one], around: found.around }) === value);
      if (source === 'true' && own.length === 0) return added(tuple, found.around, quoted(value));
      if (source === 'false' && own.length > 0)
        return own.map((one) => withoutPart(tuple, one, found.around));
      return null;
    },
  };
}

/** The collection that a block goes through, where the files write it out: its node, and the part of an instance. */
export function collectionOf(over: At, key: string): { container: Node; part: Node; around: Around } | null {
  const found = resolve(over);
  if (found === null || isMissing(found)) return null;
  const { around } = found;
  const [node] = found.nodes;
  if (node?.type === 'object') {
    const entry = objectEntries(node).find((one) => keyText(one.key, around) === key);
    return entry === undefined ? null : { container: node, part: entry.node, around };
  }
  if (node?.type === 'tuple') {
    const item = listItems(node).find((one) => valueAt({ nodes: [one], around }) === key);
    return item === undefined ? null : { container: node, part: item, around };
  }
  if (node?.type === 'for_object_expr') {
    const loop = loopsOf(node, around).find(({ at }) => toText(valueAt(at.key)) === key);
    // The element that the round is about: the last name of the `for` is bound to it.
    const bound = loop === undefined ? undefined : [...loop.at.key.around.bound.values()].at(-1);
    const inside = bound?.over == null ? null : resolve(bound.over);
    if (bound?.value == null || inside === null || isMissing(inside)) return null;
    const [container] = inside.nodes;
    const [part] = bound.value.nodes;
    if (container === undefined || part === undefined) return null;
    const own = container.type === 'object' ? part.parent : part;
    return own === null ? null : { container, part: own, around: inside.around };
  }
  if (node?.type === 'function_call' && functionName(node) === 'merge')
    for (const argument of argumentsOf(node).toReversed()) {
      const inside = collectionOf({ nodes: [argument], around }, key);
      if (inside !== null) return inside;
    }
  return null;
}

/** Whether what a block goes through is a map, and not a set. */
export const isMapAt = (over: At): boolean => isMap(valueAt(over));

import type { Node } from 'web-tree-sitter';
import type { HclConfiguration } from '../../config/configuration.ts';
import { evaluate } from '../../eval/evaluate.ts';
import { type Scope, within } from '../../eval/scope.ts';
import { toExpression } from '../../syntax/toExpression.ts';
import { isMap, toBool, toText, Unknown, type Value } from '../../eval/value.ts';
import type { Instance } from './known.ts';
import { argumentOf, type ParsedSources, valueNodes } from './sources.ts';

/** An expression, and what the names in it mean. */
export interface At {
  nodes: readonly Node[];
  around: Around;
}
export interface Around {
  sources: ParsedSources;
  configuration: HclConfiguration;
  scope: Scope;
  /** Names of loops (`each` among them) → the key and the element at hand, where the files write them out. */
  bound: ReadonlyMap<string, { key: Value; over: At | null; value: At | null }>;
}
/** A map that is written out and has no such key. */
export interface Missing {
  object: Node;
  key: string;
  around: Around;
}
export const isMissing = (found: At | Missing | null): found is Missing =>
  found !== null && 'object' in found;

/** The surroundings of a resource's arguments. */
export function aroundOf(sources: ParsedSources, { configuration, block, key }: Instance): Around {
  const plain: Around = { sources, configuration, scope: configuration.scope, bound: new Map() };
  if (key === null) return plain;
  if (typeof key === 'number')
    return { ...plain, scope: within(plain.scope, [['count', new Map([['index', key]])]]) };
  const attribute = argumentOf(block, 'for_each');
  const over: At | null = attribute === undefined ? null : { nodes: valueNodes(attribute), around: plain };
  const all = over === null ? null : valueAt(over);
  const value = all !== null && isMap(all) ? (all.get(key) ?? null) : key;
  const found = over === null ? null : descend(over, key);
  const element = isMissing(found) ? null : found;
  return {
    ...plain,
    scope: within(plain.scope, [['each', new Map([['key', key] as const, ['value', value] as const])]]),
    bound: new Map([['each', { key, over, value: element }]]),
  };
}

export const valueAt = ({ nodes, around }: At): Value => {
  const [first] = nodes;
  if (first === undefined) return new Unknown('nothing is written');
  return evaluate(toExpression(nodes, around.sources.sourceOf(first), 0), around.scope);
};

const WRAPPERS = new Set([
  'expression',
  'literal_value',
  'collection_value',
  'template_expr',
  'operation',
  'for_expr',
]);

/** The nodes that say something, out of what the grammar wraps around them. */
export function unwrapped(given: readonly Node[]): Node[] {
  const nodes = given.filter((node) => node.type !== 'comment');
  const [first, second] = nodes;
  if (nodes.length === 1 && first !== undefined && WRAPPERS.has(first.type)) return unwrapped(first.children);
  if (nodes.length === 3 && first?.type === '(' && second !== undefined) return unwrapped([second]);
  return nodes;
}

const inner = (node: Node): Node[] => node.namedChildren.filter((child) => child.type === 'expression');
export const argumentsOf = (call: Node): Node[] => {
  const list = call.namedChildren.find((child) => child.type === 'function_arguments');
  return list === undefined ? [] : inner(list);
};
export const functionName = (call: Node): string => call.firstNamedChild?.text ?? '';

/** The parts of `c ? a : b`. */
export function conditionalParts(node: Node): [Node[], Node[], Node[]] {
  const nodes = node.children.filter((child) => child.type !== 'comment');
  const question = nodes.findIndex((child) => child.type === '?');
  const colon = nodes.findIndex((child) => child.type === ':');
  return [nodes.slice(0, question), nodes.slice(question + 1, colon), nodes.slice(colon + 1)];
}

/** The keys and values of an object that is written out. */
export const objectEntries = (object: Node): { node: Node; key: Node; value: Node }[] =>
  object.namedChildren.flatMap((node) => {
    const [key, value] = node.type === 'object_elem' ? inner(node) : [];
    return key === undefined || value === undefined ? [] : [{ node, key, value }];
  });

export const listItems = (tuple: Node): Node[] => inner(tuple);

/** The text of an object's key: a bare word is its own name. */
export function keyText(key: Node, around: Around): string | null {
  const [only, ...more] = unwrapped([key]);
  if (only?.type === 'variable_expr' && more.length === 0 && key.child(0)?.type !== '(') return only.text;
  const text = toText(valueAt({ nodes: [key], around }));
  return text instanceof Unknown ? null : text;
}

/** Follows references to locals, variables and elements of loops, to where something is written out. */
export function resolve(at: At): At | Missing | null {
  const nodes = unwrapped(at.nodes);
  const [first, ...steps] = nodes;
  const { around } = at;
  if (first === undefined) return null;
  if (first.type === 'variable_expr') {
    const bound = around.bound.get(first.text);
    if (bound !== undefined) {
      const isEach = first.text === 'each';
      const [step] = steps;
      if (isEach && step?.namedChildren[0]?.text !== 'value') return null;
      return bound.value === null ? null : follow(bound.value, isEach ? steps.slice(1) : steps, around);
    }
    if (first.text !== 'local' && first.text !== 'var') return { nodes, around };
    const attribute = attributeOf(first.text, steps[0]?.namedChildren[0]?.text ?? '', around);
    if (attribute === undefined) return null;
    const { sources, configuration } = around;
    const top: Around = { sources, configuration, scope: configuration.scope, bound: new Map() };
    return follow({ nodes: valueNodes(attribute), around: top }, steps.slice(1), around);
  }
  if (first.type === 'conditional') {
    const [condition, yes, no] = conditionalParts(first);
    const test = toBool(valueAt({ nodes: condition, around }));
    return test instanceof Unknown ? null : resolve({ nodes: test ? yes : no, around });
  }
  const [argument] = first.type === 'function_call' ? argumentsOf(first) : [];
  if (
    argument !== undefined &&
    ['toset', 'tolist', 'tomap', 'nonsensitive', 'sensitive'].includes(functionName(first))
  )
    return resolve({ nodes: [argument], around });
  return { nodes, around };
}

function attributeOf(
  kind: 'local' | 'var' | string,
  name: string,
  { configuration, sources }: Around,
): Node | undefined {
  const { locals, assigned, variables } = configuration.declarations;
  const declared =
    kind === 'local'
      ? locals.get(name)
      : (assigned.get(name) ?? variables.get(name)?.attributes.get('default'));
  return declared === undefined ? undefined : sources.nodeAt(declared.place);
}

/** Goes on from an expression by `.name` and `[key]`, whose own names mean what they mean in `outer`. */
function follow(from: At, steps: readonly Node[], outer: Around): At | Missing | null {
  let at: At | Missing | null = from;
  for (const step of steps) {
    if (at === null || isMissing(at)) return at === null ? null : at;
    const [name] = step.namedChildren;
    if (name === undefined) return null;
    const key =
      step.type === 'get_attr'
        ? name.text
        : step.type === 'index'
          ? valueAt({ nodes: inner(name), around: outer })
          : null;
    if (typeof key !== 'string' && typeof key !== 'number') return null;
    at = descend(at, key);
  }
  return at === null || isMissing(at) ? at : resolve(at);
}

/** The element of a collection that is written out: of a map by key, of a list by number, of a set by itself. */
export function descend(from: At, key: string | number): At | Missing | null {
  const found = resolve(from);
  if (found === null || isMissing(found)) return null;
  const { around } = found;
  const [node] = found.nodes;
  switch (node?.type) {
    case 'object': {
      const entry = objectEntries(node).find((one) => keyText(one.key, around) === String(key));
      if (entry === undefined) return { object: node, key: String(key), around };
      return { nodes: [entry.value], around };
    }
    case 'tuple': {
      const items = listItems(node);
      const item =
        typeof key === 'number' ? items[key] : items.find((one) => valueAt({ nodes: [one], around }) === key);
      return item === undefined ? null : { nodes: [item], around };
    }
    case 'for_object_expr': {
      const element = loopsOf(node, around).find(({ at }) => toText(valueAt(at.key)) === String(key));
      return element === undefined ? null : element.at.value;
    }
    case 'function_call': {
      if (functionName(node) !== 'merge') return null;
      let missing: Missing | null = null;
      for (const argument of argumentsOf(node).toReversed()) {
        const part = descend({ nodes: [argument], around }, key);
        if (part !== null && !isMissing(part)) return part;
        if (part !== null) missing ??= part;
      }
      return missing;
    }
    default:
      return null;
  }
}

/** The rounds of `{ for k, v in … : key => value }` over something that is written out. */
export function loopsOf(node: Node, around: Around): { at: { key: At; value: At } }[] {
  const intro = node.namedChildren.find((child) => child.type === 'for_intro');
  const [key, value] = inner(node);
  const [over] = intro === undefined ? [] : inner(intro);
  if (intro === undefined || key === undefined || value === undefined || over === undefined) return [];
  const names = intro.namedChildren.filter((child) => child.type === 'identifier').map((child) => child.text);
  return elementsOf({ nodes: [over], around }).map((element) => {
    const item = valueAt(element.value);
    const known: [string, Value][] = [[names.at(-1) ?? '', item]];
    const bound = new Map(around.bound);
    bound.set(names.at(-1) ?? '', { key: element.key, over: element.over, value: element.value });
    if (names.length > 1) known.push([names[0] ?? '', element.key]);
    const inside: Around = { ...around, scope: within(around.scope, known), bound };
    return { at: { key: { nodes: [key], around: inside }, value: { nodes: [value], around: inside } } };
  });
}

function elementsOf(from: At): { key: Value; over: At; value: At }[] {
  const found = resolve(from);
  if (found === null || isMissing(found)) return [];
  const { around } = found;
  const [node] = found.nodes;
  if (node?.type === 'object')
    return objectEntries(node).map(({ key, value }) => ({
      key: keyText(key, around),
      over: found,
      value: { nodes: [value], around },
    }));
  if (node?.type === 'tuple')
    return listItems(node).map((item, i) => ({ key: i, over: found, value: { nodes: [item], around } }));
  return [];
}

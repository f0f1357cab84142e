import { Unknown, type Value } from '../../eval/value.ts';

/** A module as a plan gives it: its configuration, and what it is called with. */
export interface ShownModule {
  /** Before the addresses in it: empty, or such as `module.a["x"].`. */
  prefix: string;
  written: unknown;
  /** The expressions of the call, in the module around it. */
  call: unknown;
  parent: ShownModule | null;
}

/** The resources of a plan. */
export interface LookUp {
  /** Null where there is no such resource. */
  attribute: (address: string, attribute: string) => Value;
  /** The addresses of a block with `count` or `for_each`. */
  instances: (address: string) => readonly string[];
}

/** Where an argument is. */
export interface WrittenReference {
  /** Of `configuration`. */
  block: unknown;
  module: ShownModule;
  /** The key of the instance; undefined where there is only one. */
  index: unknown;
}

interface Reference {
  text: string;
  module: ShownModule;
}

const MOST_MODULES = 50;

/**
 * A plan does not hold ids of what it will make, only which resources an argument refers to. References are followed
 * through the arguments and outputs of modules; into a resource with several instances only where both blocks go through
 * the same keys, or where the list has as many open elements as there are instances.
 * @param open how many elements of a list are not known; null where it cannot be told
 */
export function referenceIn(at: WrittenReference, field: string, lookUp: LookUp, open: number | null): Value {
  const texts = referencesOf(get(get(at.block, 'expressions'), field));
  if (texts === null) return null;
  const wholes = longest(texts).flatMap((text) => resolved({ text, module: at.module }, at, 0));
  const isList = field.endsWith('_ids');
  const found: Value[] = [];
  for (const reference of wholes) {
    const value = follow(reference, at, texts, lookUp);
    if (value !== null) {
      found.push(value);
      continue;
    }
    const { attribute, address } = partsOf(reference);
    const every = lookUp.instances(address);
    if (!isList || wholes.length > 1 || every.length === 0 || every.length !== open)
      return new Unknown(
        `the plan does not know ${field} yet, and ${reference.text} does not say which instance it is`,
      );
    found.push(...every.map((one) => lookUp.attribute(one, attribute)));
  }
  const [only] = found;
  if (found.length === 0) return new Unknown(`the plan does not know ${field} yet`);
  if (isList) return found;
  return found.length === 1 && only !== undefined
    ? only
    : new Unknown(
        `the plan does not know ${field} yet, it depends on ${wholes.map(({ text }) => text).join(' and ')}`,
      );
}

/** Of an expression, each as long as it is written; null where it has none. */
function referencesOf(expression: unknown): string[] | null {
  const references: unknown = get(expression, 'references');
  if (!Array.isArray(references)) return null;
  return references.filter((reference): reference is string => typeof reference === 'string');
}

// A reference to an attribute is followed by one to its resource: the longest says most.
const longest = (texts: readonly string[]): string[] =>
  texts.filter((text) => !texts.some((other) => other !== text && extended(other, text)));

const get = (data: unknown, key: string): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;

const extended = (longer: string, text: string): boolean =>
  longer.startsWith(`${text}.`) || longer.startsWith(`${text}[`);

/** The resources behind a reference: through outputs of modules, arguments of the module around, and `each.value`. */
function resolved({ text, module }: Reference, at: WrittenReference, depth: number): Reference[] {
  if (depth > MOST_MODULES) return [];
  const on = (expression: unknown, inside: ShownModule): Reference[] =>
    longest(referencesOf(expression) ?? []).flatMap((next) =>
      resolved({ text: next, module: inside }, at, depth + 1),
    );
  const [, name, key = '', output] = /^module\.([\w-]+)(\[.*?\])?\.([\w-]+)/.exec(text) ?? [];
  if (name !== undefined && output !== undefined) {
    const call = get(get(module.written, 'module_calls'), name);
    const written = get(call, 'module');
    const prefix = `${module.prefix}module.${name}${key}.`;
    const inner = { prefix, written, call: get(call, 'expressions'), parent: module };
    return on(get(get(get(written, 'outputs'), output), 'expression'), inner);
  }
  const [, variable] = /^var\.([\w-]+)/.exec(text) ?? [];
  if (variable !== undefined)
    return module.parent === null ? [] : on(get(module.call, variable), module.parent);
  const [, attribute] = /^each\.value\.(id|external_id|name)$/.exec(text) ?? [];
  if (attribute !== undefined && module === at.module) {
    const [over, ...more] = on(get(at.block, 'for_each_expression'), module);
    if (over === undefined || more.length > 0) return [];
    return [{ ...over, text: `${over.text}[${JSON.stringify(at.index)}].${attribute}` }];
  }
  return /^(each|count|local|module|path|terraform)\b/.test(text) ? [] : [{ text, module }];
}

function partsOf({ text, module }: Reference): { address: string; attribute: string } {
  const [, address = text, attribute = 'id'] = /^(.*)\.(id|external_id|name)$/.exec(text) ?? [];
  return { address: `${module.prefix}${address}`, attribute };
}

function follow(reference: Reference, at: WrittenReference, texts: readonly string[], lookUp: LookUp): Value {
  const { address, attribute } = partsOf(reference);
  const direct = lookUp.attribute(address, attribute);
  if (direct !== null) return direct;
  const loops = texts.includes('each.key') || texts.includes('count.index');
  return loops && at.index !== undefined && reference.module === at.module
    ? lookUp.attribute(`${address}[${JSON.stringify(at.index)}]`, attribute)
    : null;
}

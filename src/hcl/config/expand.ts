import type { Declaration } from './declarations.ts';
import { evaluate } from '../eval/evaluate.ts';
import { type Scope, within } from '../eval/scope.ts';
import { type OutputWatch, outputsOf } from './outputs.ts';
import type { ProblemKind } from '../syntax/position.ts';
import type { Fields, Resource } from './resource.ts';
import { computed } from './computed.ts';
import type { Block } from '../syntax/tree.ts';
import {
  elements,
  ID_MARK,
  isMap,
  keysOf,
  kindOf,
  Lookup,
  SetValue,
  showValue,
  toNumber,
  Unknown,
  type Value,
} from '../eval/value.ts';

interface Surroundings {
  scope: Scope;
  once: (id: string, compute: () => Value) => Value;
  idPrefix: string;
  providerOrganization: () => Value;
  outputWatch: OutputWatch;
}

const MOST_INSTANCES = 5000;

/** The instances of a block, by its `for_each` or `count`, and what a reference to the block means. */
export function expand(
  declaration: Declaration,
  around: Surroundings,
): { value: Value; list: readonly Resource[]; problem: { message: string; kind: ProblemKind } | null } {
  const { attributes } = declaration.block;
  const [forEach, count] = [attributes.get('for_each')?.value, attributes.get('count')?.value];
  const make = (suffix: string, names: readonly (readonly [string, Value])[]) => {
    const resource = instance(declaration, suffix, within(around.scope, names), around);
    const attribute = (name: string) =>
      outputsOf(resource, name, around.outputWatch) ?? computed(resource, name);
    return { resource, lookup: new Lookup(resource.address, true, attribute) };
  };
  const none = (name: string, value: Value) => {
    const problem = notExpandable(name, value);
    const why = value instanceof Unknown ? value.reason : problem.message;
    const reason = `the instances of ${declaration.address} cannot be known: ${why}`;
    return { value: new Unknown(reason, problem.kind === 'mistake'), list: [], problem };
  };
  if (forEach !== undefined) {
    const over = evaluate(forEach, around.scope);
    const keys = isMap(over) ? keysOf(over) : over instanceof SetValue ? elements(over) : null;
    if (keys === null || keys instanceof Unknown) return none('for_each', over);
    const bad = keys.find((key) => typeof key !== 'string');
    if (bad !== undefined) return none('for_each', bad instanceof Unknown ? bad : over);
    if (keys.length > MOST_INSTANCES) return none('for_each', new Unknown('there are too many instances'));
    const all = keys.map((key) => {
      const value = isMap(over) ? (over.get(String(key)) ?? null) : key;
      const each = new Map([['key', key] as const, ['value', value] as const]);
      return [
        String(key),
        make(`[${JSON.stringify(String(key).replaceAll(ID_MARK, ''))}]`, [['each', each]]),
      ] as const;
    });
    return {
      value: new Map(all.map(([key, { lookup }]) => [key, lookup])),
      list: all.map(([, { resource }]) => resource),
      problem: null,
    };
  }
  if (count !== undefined) {
    const given = evaluate(count, around.scope);
    const number = toNumber(given);
    if (number instanceof Unknown || !Number.isInteger(number) || number < 0 || number > MOST_INSTANCES)
      return none('count', given);
    const all = Array.from({ length: number }, (_, i) =>
      make(`[${i}]`, [['count', new Map([['index', i]])]]),
    );
    return {
      value: all.map(({ lookup }) => lookup),
      list: all.map(({ resource }) => resource),
      problem: null,
    };
  }
  const { resource, lookup } = make('', []);
  return { value: lookup, list: [resource], problem: null };
}

/** Why a block cannot be expanded by this value of `for_each` or `count`, in the words that Terraform would use. */
function notExpandable(name: string, value: Value): { message: string; kind: ProblemKind } {
  if (value instanceof Unknown)
    return { message: `${name} cannot be known: ${value.reason}`, kind: kindOf(value) };
  const message =
    name === 'count'
      ? `count must be a whole number, not ${showValue(value)}`
      : `for_each must be a map or a set of texts, not ${showValue(value)}; a list becomes one with toset(…)`;
  return { message, kind: 'mistake' };
}

function instance(declaration: Declaration, suffix: string, scope: Scope, around: Surroundings): Resource {
  const address = `${declaration.address}${suffix}`;
  return {
    ...fieldsOf(declaration.block, address, scope, around.once),
    mode: declaration.mode,
    type: declaration.type,
    address,
    id: `${ID_MARK}${around.idPrefix}${address}`,
    settled: false,
    providerOrganization: around.providerOrganization,
  };
}

function fieldsOf(block: Block, path: string, scope: Scope, once: Surroundings['once']): Fields {
  const value = (name: string): Value => {
    const attribute = block.attributes.get(name);
    if (attribute === undefined) return null;
    return once(`${path}.${name}`, () => evaluate(attribute.value, scope));
  };
  return {
    place: block.place,
    has: (name) => block.attributes.has(name) && value(name) !== null,
    value,
    placeOf: (name) => block.attributes.get(name)?.place ?? block.place,
    blocks: (name) =>
      block.blocks.flatMap((inner, i) => {
        if (inner.type === name) return [fieldsOf(inner, `${path}.${name}[${i}]`, scope, once)];
        if (inner.type !== 'dynamic' || inner.labels[0] !== name) return [];
        return dynamic(inner, `${path}.${name}[${i}]`, scope, once);
      }),
  };
}

/** `dynamic "name" { for_each … content { … } }`; if it cannot be counted, it gives one unknown block. */
function dynamic(block: Block, path: string, scope: Scope, once: Surroundings['once']): Fields[] {
  const content = block.blocks.find((inner) => inner.type === 'content');
  const forEach = block.attributes.get('for_each');
  const [label = ''] = block.labels;
  if (content === undefined || forEach === undefined) return [];
  const iterator = block.attributes.get('iterator')?.value;
  const name = iterator?.type === 'name' ? iterator.name : label;
  const over = evaluate(forEach.value, scope);
  const keys = isMap(over) ? keysOf(over) : null;
  const items =
    keys === null ? elements(over) : keys.map((key) => (isMap(over) ? (over.get(key) ?? null) : null));
  if (items instanceof Unknown) {
    const unknown = () => items;
    return [
      { place: block.place, has: () => true, value: unknown, placeOf: () => forEach.place, blocks: () => [] },
    ];
  }
  return items.map((item, i) => {
    const each = new Map<string, Value>([
      ['key', keys?.[i] ?? (over instanceof SetValue ? item : i)],
      ['value', item],
    ]);
    return fieldsOf(content, `${path}[${i}]`, within(scope, [[name, each]]), once);
  });
}

import type { Expression } from '../syntax/tree.ts';
import { typedList, mapOf, setOf } from './valueType.ts';
import {
  elements,
  isList,
  isMap,
  SetValue,
  toBool,
  toNumber,
  toText,
  TypedList,
  TypedMap,
  Unknown,
  type Value,
} from './value.ts';

/**
 * A variable's value as its type makes it: `optional(…)` fills in what an object leaves out, a set drops repeats, and
 * numbers become texts. What does not fit is left as it is: the value is what the files say.
 */
export function asType(value: Value, type: Expression, compute: (expression: Expression) => Value): Value {
  if (value === null || value instanceof Unknown) return value;
  if (type.type === 'name') {
    if (typeof value === 'object') return value;
    const convert = { string: toText, number: toNumber, bool: toBool }[type.name];
    const made = convert?.(value) ?? value;
    return made instanceof Unknown ? value : made;
  }
  if (type.type !== 'call') return value;
  const [inner] = type.args;
  if (inner === undefined) return value;
  const each = (item: Value) => asType(item, inner, compute);
  switch (type.name) {
    case 'set':
    case 'list': {
      const items = elements(value);
      if (items instanceof Unknown) return value;
      const made = items.map(each);
      const text = textOf(inner);
      if (text === null) return type.name === 'set' ? setOf(made) : typedList(made);
      const whole = `${type.name}(${text})`;
      return type.name === 'set' ? new SetValue(made, whole) : new TypedList(made, whole);
    }
    case 'map':
      return isMap(value)
        ? typedMap(new Map([...value].map(([key, item]) => [key, each(item)])), inner)
        : value;
    case 'tuple':
      return isList(value) && inner.type === 'tuple'
        ? value.map((item, i) => {
            const wanted = inner.items[i];
            return wanted === undefined ? item : asType(item, wanted, compute);
          })
        : value;
    case 'optional':
      return each(value);
    case 'object':
      return isMap(value) && inner.type === 'object' ? objectOf(value, inner, compute) : value;
    default:
      return value;
  }
}

/** What the type does not name is dropped, as Terraform does. */
function objectOf(
  value: ReadonlyMap<string, Value>,
  type: Expression & { type: 'object' },
  compute: (expression: Expression) => Value,
): Value {
  const made = new Map<string, Value>();
  for (const { key, value: wanted } of type.entries) {
    const name = key.type === 'literal' ? String(key.value) : '';
    const given = value.get(name) ?? null;
    const isOptional = wanted.type === 'call' && wanted.name === 'optional';
    const fallback = isOptional ? wanted.args[1] : undefined;
    if (given !== null) made.set(name, asType(given, wanted, compute));
    else if (fallback !== undefined) made.set(name, asType(compute(fallback), wanted, compute));
    else if (isOptional || value.has(name)) made.set(name, null);
  }
  const text = textOf({ type: 'call', name: 'object', args: [type], expand: false, place: type.place });
  return text === null ? made : new TypedMap(made, text);
}

function typedMap(made: ReadonlyMap<string, Value>, inner: Expression): Value {
  const text = textOf(inner);
  return text === null ? mapOf(made) : new TypedMap(made, `map(${text})`);
}

/** A type as `typeOf` writes it; null where the value decides, by `any`. */
function textOf(type: Expression): string | null {
  if (type.type === 'name') return ['string', 'number', 'bool'].includes(type.name) ? type.name : null;
  if (type.type !== 'call') return null;
  const [inner] = type.args;
  if (inner === undefined) return null;
  if (type.name === 'object' && inner.type === 'object') {
    const parts = inner.entries.map(({ key, value }) => {
      const text = textOf(value);
      const name = key.type === 'literal' ? JSON.stringify(String(key.value)) : null;
      return text === null || name === null ? null : `${name} = ${text}`;
    });
    return parts.includes(null) ? null : `object({${parts.sort().join(', ')}})`;
  }
  const text = textOf(inner);
  if (text === null) return null;
  return type.name === 'optional' ? text : `${type.name}(${text})`;
}

import { isList, isMap, keysOf, Lookup, SetValue, Unknown, type Value, wrong } from './value.ts';

/** JSON, as plain data, for a value. */
export function fromData(data: unknown): Value {
  if (data === null || data === undefined) return null;
  if (typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean') return data;
  if (Array.isArray(data)) return data.map(fromData);
  if (typeof data !== 'object') return wrong('is no JSON');
  return new Map(Object.entries(data).map(([key, inner]) => [key, fromData(inner)]));
}

/** `jsonencode`: keys in their order, and `<`, `>` and `&` escaped as Terraform does. */
export function toJson(value: Value): string | Unknown {
  if (value instanceof Unknown) return value;
  if (value instanceof Lookup) return wrong(`${value.name} cannot be written as JSON`);
  if (isList(value) || value instanceof SetValue) {
    const parts = (isList(value) ? value : value.items).map(toJson);
    return join(parts, (texts) => `[${texts.join(',')}]`);
  }
  if (isMap(value)) {
    const keys = keysOf(value);
    const parts = keys.map((key) => toJson(value.get(key) ?? null));
    return join(
      parts,
      (texts) => `{${texts.map((text, i) => `${escaped(keys[i] ?? '')}:${text}`).join(',')}}`,
    );
  }
  return typeof value === 'string' ? escaped(value) : JSON.stringify(value);
}

const escaped = (text: string): string =>
  JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function join(parts: (string | Unknown)[], put: (texts: string[]) => string): string | Unknown {
  const texts: string[] = [];
  for (const part of parts) {
    if (part instanceof Unknown) return part;
    texts.push(part);
  }
  return put(texts);
}

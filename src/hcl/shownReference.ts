import { Unknown, type Value } from './value.ts';

/**
 * A plan does not hold ids of what it will make, only which resources an argument refers to. One reference is followed;
 * into a resource with several instances only where both blocks go through the same keys.
 */
export function referenceIn(
  expressions: unknown,
  field: string,
  prefix: string,
  index: unknown,
  lookUp: (address: string, attribute: string) => Value,
): Value {
  const expression = at(expressions, field);
  const references: unknown = at(expression, 'references');
  if (!Array.isArray(references)) return null;
  const texts = references.filter((reference): reference is string => typeof reference === 'string');
  // A reference to an attribute is followed by one to its resource: the longest says most.
  const full = texts.filter((text) => !texts.some((other) => other !== text && extended(other, text)));
  const wholes = full.filter((text) => !/^(each|count|var|local|module|path|terraform)\./.test(text));
  const found: Value[] = [];
  for (const reference of wholes) {
    const value = follow(reference, prefix, index, texts, lookUp);
    if (value === null)
      return new Unknown(
        `the plan does not know ${field} yet, and ${reference} does not say which instance it is`,
      );
    found.push(value);
  }
  const [only] = found;
  if (found.length === 0) return new Unknown(`the plan does not know ${field} yet`);
  if (field.endsWith('_ids')) return found;
  return found.length === 1 && only !== undefined
    ? only
    : new Unknown(`the plan does not know ${field} yet, it depends on ${wholes.join(' and ')}`);
}

function at(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
}

const extended = (longer: string, text: string): boolean =>
  longer.startsWith(`${text}.`) || longer.startsWith(`${text}[`);

function follow(
  reference: string,
  prefix: string,
  index: unknown,
  texts: readonly string[],
  lookUp: (address: string, attribute: string) => Value,
): Value {
  const [, address = reference, attribute] = /^(.*)\.(id|external_id|name)$/.exec(reference) ?? [];
  const direct = lookUp(`${prefix}${address}`, attribute ?? 'id');
  if (direct !== null) return direct;
  const loops = texts.includes('each.key') || texts.includes('count.index');
  return loops && index !== undefined
    ? lookUp(`${prefix}${address}[${JSON.stringify(index)}]`, attribute ?? 'id')
    : null;
}

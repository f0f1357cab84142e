import * as z from 'zod/mini';
import { nearest } from './nearest.ts';
import { joinPath, type Parsed, type Problem, quote } from './problem.ts';

// zod probes `new Function` for a faster path; a strict content security policy reports that probe.
z.config({ jitless: true });

type Shape = Record<string, z.ZodMiniType>;

/** A mapping in which every key that is not listed is a problem; the nearest known key is named. */
export function record<T extends Shape>(shape: T) {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined),
  });
}

export const bool = (fallback: boolean) => z._default(z.boolean(), fallback);
export const text = (fallback: string) => z._default(z.string(), fallback);
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values);
export const choice = <const T extends readonly [string, ...string[]]>(values: T, fallback: T[number]) =>
  z._default(z.enum(values), fallback as z.output<z.ZodMiniEnum<{ [K in T[number]]: K }>>);
export const listOf = <T extends z.ZodMiniType>(item: T) => z._default(z.array(item), () => []);
export const nonEmpty = z.string().check(z.minLength(1, 'must not be empty, give a name'));
export const nameText = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]+$/, 'must be a name of letters, digits, - and _'));
export const reference = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)?$/,
      'must name a workspace: its name, or organization/name where two organizations use it',
    ),
  );
export const wholeFrom = (least: number) =>
  z.int().check(z.gte(least, `must be a whole number, ${least} or more`));

/** Parses with a schema and lists every problem in the words of this project. */
export function parseWith<T extends z.ZodMiniType>(
  schema: T,
  input: unknown,
  base = '',
): Parsed<z.output<T>> {
  const parsed = safeParse(schema, input);
  if (parsed === null)
    return { ok: false, problems: [{ path: base, message: 'has more problems than can be listed' }] };
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: problemsOf(parsed.error.issues, input, base) };
}

/** The message of an issue whose schema has no words for it. The library's own words may change with a release. */
const UNSAID = '';

/** Null if there are so many problems, a hundred thousand and more, that zod runs out of stack passing them on. */
function safeParse<T extends z.ZodMiniType>(schema: T, input: unknown) {
  try {
    return schema.safeParse(input, { error: () => UNSAID });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function problemsOf(issues: readonly z.core.$ZodIssue[], input: unknown, base: string): Problem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.reduce<string>(
      (so, key) => joinPath(so, typeof key === 'number' ? key : String(key)),
      base,
    );
    const value = valueAt(input, issue.path);
    if (issue.code === 'unrecognized_keys') {
      const known = issue.message.split(', ');
      return issue.keys.map((key) => ({ path: joinPath(path, key), message: unknownKey(key, known) }));
    }
    if (issue.code === 'invalid_union') {
      const first = issue.errors
        .map((inner) => problemsOf(inner, value, path))
        .sort((a, b) => a.length - b.length)[0];
      const message = issue.message === UNSAID ? 'is not one of the allowed forms' : issue.message;
      return first ?? [{ path, message: `${message}${value === undefined ? '' : `, not ${quote(value)}`}` }];
    }
    return [{ path, message: wording(issue, value) }];
  });
}

/** `unknown key, did you mean auto_apply?` or the list of what is known. */
export function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return near === null
    ? `unknown key, allowed are ${known.join(', ')}`
    : `unknown key, did you mean ${near}?`;
}

const KINDS: Record<string, string> = {
  boolean: 'true or false',
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

function wording(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = KINDS[issue.expected] ?? issue.expected;
      return value === undefined ? `is missing, must be ${kind}` : `must be ${kind}, not ${quote(value)}`;
    }
    case 'invalid_value': {
      const allowed = issue.values.map((v) => String(v)).join(', ');
      const only = issue.values.length === 1 ? `must be ${allowed}` : `must be one of ${allowed}`;
      return value === undefined ? `is missing, ${only}` : `${only}, not ${quote(value)}`;
    }
    case 'too_big':
      return issue.message === UNSAID ? `is too large, at most ${issue.maximum} is allowed` : issue.message;
    default: {
      const words = issue.message === UNSAID ? 'is not allowed' : issue.message;
      return typeof value === 'object' ? words : `${words}, not ${quote(value)}`;
    }
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/**
 * Replaces what a schema refuses by something it accepts, so that the rest can still be checked: with a
 * mistyped key in one place, a dangling reference elsewhere is reported in the same round.
 * @returns null where something that others refer to had to be replaced (`pinned` matches its path)
 */
export function repaired<T extends z.ZodMiniType>(
  schema: T,
  input: unknown,
  pinned: RegExp,
): { value: z.output<T>; touched: string[] } | null {
  const copy: unknown = structuredClone(input);
  const touched: string[] = [];
  for (let round = 0; round < 4; round++) {
    const parsed = safeParse(schema, copy);
    if (parsed === null) return null;
    if (parsed.success) return { value: parsed.data, touched };
    for (const issue of parsed.error.issues) {
      if (issue.path.length === 0 && issue.code !== 'unrecognized_keys') return null;
      const path = issue.path.reduce<string>(
        (so, key) => joinPath(so, typeof key === 'number' ? key : String(key)),
        '',
      );
      if (issue.code === 'unrecognized_keys') {
        const holder = valueAt(copy, issue.path);
        if (typeof holder !== 'object' || holder === null) return null;
        for (const key of issue.keys) Reflect.deleteProperty(holder, key);
        continue;
      }
      if (pinned.test(path)) return null;
      touched.push(path);
      if (typeof issue.path[3] === 'number') {
        const list = valueAt(copy, issue.path.slice(0, 3));
        if (Array.isArray(list)) list.length = 0;
        touched.push(
          issue.path
            .slice(0, 3)
            .reduce<string>((so, key) => joinPath(so, typeof key === 'number' ? key : String(key)), ''),
        );
        continue;
      }
      const holder = valueAt(copy, issue.path.slice(0, -1));
      const key = issue.path.at(-1);
      if (typeof holder !== 'object' || holder === null || key === undefined) return null;
      if (round === 0 && typeof key === 'string' && Object.hasOwn(holder, key))
        Reflect.deleteProperty(holder, key);
      else Reflect.set(holder, key, standIn(issue, touched.length));
    }
  }
  return null;
}

function standIn(issue: z.core.$ZodIssue, n: number): unknown {
  if (issue.code === 'invalid_value') return issue.values[0];
  if (issue.code === 'invalid_type' && issue.expected === 'boolean') return false;
  if (issue.code === 'invalid_type' && issue.expected === 'array') return [];
  if (issue.code === 'invalid_type' && issue.expected !== 'string')
    return issue.expected === 'object' ? {} : 1;
  return `stand-in-${n}`;
}

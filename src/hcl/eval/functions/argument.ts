import {
  elements,
  holdsId,
  isMap,
  Lookup,
  toBool,
  toNumber,
  toText,
  Unknown,
  type Value,
  wrong,
} from '../value.ts';

/** A function of Terraform. It is never called with an unknown argument, but a part of one may be unknown. */
export type Fn = { least: number; most: number; run: (args: readonly Value[]) => Value };

/** Reads one argument as what a function needs; an unknown says why it cannot. */
type Kind<T> = (value: Value) => T | Unknown;

/** A text of which every letter is known. */
export const textArgument: Kind<string> = (value) =>
  holdsId(value) ? new Unknown('it holds an id that only the platform knows') : toText(value);
/** A text that may hold ids, for what does not look at its letters. */
export const whole: Kind<string> = toText;
export const numberArgument: Kind<number> = toNumber;
export const boolArgument: Kind<boolean> = toBool;
export const listArgument: Kind<readonly Value[]> = elements;
export const any: Kind<Value> = (value) => value;
export const map: Kind<ReadonlyMap<string, Value>> = (value) =>
  isMap(value) || value instanceof Unknown
    ? value
    : value instanceof Lookup
      ? wrong(`${value.name} is taken apart only by its attributes here`)
      : wrong('the argument is not a map');
export const texts: Kind<string[]> = (value) => {
  const items = elements(value);
  if (items instanceof Unknown) return items;
  const made: string[] = [];
  for (const item of items) {
    const one = toText(item);
    if (one instanceof Unknown) return one;
    made.push(one);
  }
  return made;
};

export function one<A>(a: Kind<A>, run: (a: A) => Value): Fn {
  return { least: 1, most: 1, run: ([x = null]) => given(a(x), run) };
}

export function two<A, B>(a: Kind<A>, b: Kind<B>, run: (a: A, b: B) => Value): Fn {
  return {
    least: 2,
    most: 2,
    run: ([x = null, y = null]) => given(a(x), (p) => given(b(y), (q) => run(p, q))),
  };
}

export function three<A, B, C>(a: Kind<A>, b: Kind<B>, c: Kind<C>, run: (a: A, b: B, c: C) => Value): Fn {
  return {
    least: 3,
    most: 3,
    run: ([x = null, y = null, z = null]) =>
      given(a(x), (p) => given(b(y), (q) => given(c(z), (r) => run(p, q, r)))),
  };
}

/** Any number of arguments of one kind. */
export function many<A>(a: Kind<A>, run: (all: A[]) => Value, least = 0): Fn {
  return {
    least,
    most: Number.POSITIVE_INFINITY,
    run: (args) => {
      const all: A[] = [];
      for (const arg of args) {
        const read = a(arg);
        if (read instanceof Unknown) return read;
        all.push(read);
      }
      return run(all);
    },
  };
}

function given<T>(value: T | Unknown, run: (value: T) => Value): Value {
  return value instanceof Unknown ? value : run(value);
}

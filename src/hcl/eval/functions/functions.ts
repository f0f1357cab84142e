import { counted } from '#model/wording/counted.ts';
import type { Fn } from './argument.ts';
import { COLLECTION_FUNCTIONS } from './collections.ts';
import { TEXT_FUNCTIONS } from './texts.ts';
import { isList, isMap, Unknown, type Value, wrong } from '../value.ts';

/** Every function that is computed here. `try` and `can` are the evaluator's. */
const FUNCTIONS = new Map<string, Fn>([
  ...Object.entries(COLLECTION_FUNCTIONS),
  ...Object.entries(TEXT_FUNCTIONS),
]);

/** Calls a function. An unknown argument makes the result unknown, for the same reason. */
export function callFunction(name: string, args: readonly Value[]): Value {
  const fn = FUNCTIONS.get(name.replace(/^core::/, ''));
  if (fn === undefined) return new Unknown(`the function ${name} is not computed here`);
  if (args.length < fn.least || args.length > fn.most)
    return wrong(`${name} is called with ${counted(args.length, 'argument')}, it takes ${range(fn)}`);
  for (const arg of args) if (arg instanceof Unknown) return arg;
  const result = fn.run(args);
  if (size(result) > MOST) return new Unknown(`${name} gives too much`);
  return result instanceof Unknown && result.wrong ? wrong(`${name}: ${result.reason}`) : result;
}

const MOST = 100_000;

function size(value: Value): number {
  if (typeof value === 'string' || isList(value)) return value.length;
  return isMap(value) ? value.size : 0;
}

function range({ least, most }: Fn): string {
  if (least === most) return String(least);
  return Number.isFinite(most) ? `${least} to ${most}` : `${least} or more`;
}

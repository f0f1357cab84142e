import type { Value } from './value.ts';

/** What the names in an expression mean. */
export interface Scope {
  /** Names of `for` expressions, `each`, `count`, and the element of a splat. */
  local: ReadonlyMap<string, Value>;
  /** Every other first word: `var`, `local`, `data`, or a type of resource. */
  global: (name: string) => Value;
  /** How much may still be computed: files that multiply without end are not followed. */
  budget: { steps: number };
}

export const within = (scope: Scope, names: readonly (readonly [string, Value])[]): Scope => ({
  ...scope,
  local: new Map([...scope.local, ...names]),
});

import type { Declarations } from './declarations.ts';
import { evaluate } from '../eval/evaluate.ts';
import type { Scope } from '../eval/scope.ts';
import type { Position } from '../syntax/position.ts';
import type { Block } from '../syntax/tree.ts';
import type { Value } from '../eval/value.ts';

/** What a `cloud` or `backend "remote"` block says of the workspace that runs these files; null where it says nothing. */
export interface Home {
  place: Position;
  organization: Value;
  name: Value;
  /** In place of a name: workspaces whose names start so, of which `terraform workspace select` chooses one. */
  prefix: Value;
  project: Value;
}

/** Null where the files keep their state somewhere else, or do not say where. */
export function homeOf({ terraform }: Declarations, scope: Scope): Home | null {
  const block = terraform
    .flatMap((outer) => outer.blocks)
    .find(({ type, labels }) => type === 'cloud' || (type === 'backend' && labels[0] === 'remote'));
  if (block === undefined) return null;
  const inner = block.blocks.find(({ type }) => type === 'workspaces');
  const value = (of: Block | undefined, name: string): Value => {
    const expression = of?.attributes.get(name)?.value;
    return expression === undefined ? null : evaluate(expression, scope);
  };
  return {
    place: block.place,
    organization: value(block, 'organization'),
    name: value(inner, 'name'),
    prefix: value(inner, 'prefix'),
    project: value(inner, 'project'),
  };
}

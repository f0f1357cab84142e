import type { Position } from './position.ts';
import type { Block, Expression, TemplatePart } from './tree.ts';

/** `data.x.y["k"].outputs.z` taken apart; a step that is computed is null. */
export interface Traversal {
  steps: (string | number | null)[];
  /** Of each step. */
  places: Position[];
}

/** Every reference in a body, its inner blocks included, each as long as it is written. */
export function traversalsIn(block: Block): Traversal[] {
  return [
    ...[...block.attributes.values()].flatMap((attribute) => inExpression(attribute.value)),
    ...block.blocks.flatMap(traversalsIn),
  ];
}

function inExpression(expression: Expression): Traversal[] {
  const steps = stepsOf(expression);
  if (steps !== null) return [{ steps, places: placesOf(expression) }, ...inKeys(expression)];
  return childrenOf(expression).flatMap(inExpression);
}

function stepsOf(expression: Expression): (string | number | null)[] | null {
  if (expression.type === 'name') return [expression.name];
  if (expression.type === 'item') return [];
  if (expression.type !== 'attribute' && expression.type !== 'index' && expression.type !== 'splat')
    return null;
  const before = stepsOf(expression.of);
  if (before === null) return null;
  if (expression.type === 'attribute') return [...before, expression.name];
  if (expression.type === 'splat') return [...before, null, ...(stepsOf(expression.each) ?? [])];
  const { key } = expression;
  const value = key.type === 'literal' ? key.value : null;
  return [...before, typeof value === 'string' || typeof value === 'number' ? value : null];
}

/** The places of what `stepsOf` gives. */
function placesOf(expression: Expression): Position[] {
  if (expression.type === 'item') return [];
  if (expression.type !== 'attribute' && expression.type !== 'index' && expression.type !== 'splat')
    return [expression.place];
  const own = expression.type === 'splat' ? placesOf(expression.each) : [];
  return [...placesOf(expression.of), expression.place, ...own];
}

/** References inside the brackets of a reference. */
function inKeys(expression: Expression): Traversal[] {
  if (expression.type === 'attribute') return inKeys(expression.of);
  if (expression.type === 'splat') return [...inKeys(expression.of), ...inKeys(expression.each)];
  return expression.type === 'index' ? [...inKeys(expression.of), ...inExpression(expression.key)] : [];
}

function childrenOf(expression: Expression): Expression[] {
  switch (expression.type) {
    case 'template':
      return inTemplate(expression.parts);
    case 'attribute':
      return [expression.of];
    case 'index':
      return [expression.of, expression.key];
    case 'splat':
      return [expression.of, expression.each];
    case 'call':
      return expression.args;
    case 'conditional':
      return [expression.condition, expression.yes, expression.no];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'tuple':
      return expression.items;
    case 'object':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case 'for':
      return [expression.over, expression.key, expression.value, expression.condition].filter(
        (part) => part !== null,
      );
    case 'literal':
    case 'name':
    case 'item':
      return [];
  }
}

function inTemplate(parts: readonly TemplatePart[]): Expression[] {
  return parts.flatMap((part) => {
    if (part.type === 'text') return [];
    if (part.type === 'value') return [part.value];
    if (part.type === 'for') return [part.over, ...inTemplate(part.body)];
    return [part.condition, ...inTemplate(part.yes), ...inTemplate(part.no)];
  });
}

import type { HclConfiguration } from './configuration.ts';
import { evaluate } from '../eval/evaluate.ts';
import { noteAll } from './outputs.ts';
import type { Fields } from './resource.ts';
import type { Block } from '../syntax/tree.ts';

/** Computes every argument of a configuration, as Terraform would, so that each output that is read comes up. */
export function computeAll({ declarations, instances, scope }: HclConfiguration): void {
  const { resources, locals, outputs, modules, providers, terraform, checks, others } = declarations;
  for (const name of locals.keys()) evaluateLocal(name);
  for (const declaration of resources.values())
    for (const instance of instances(declaration)) inInstance(instance, declaration.block);
  for (const blocks of [outputs.values(), modules.values(), providers.values(), terraform, checks, others])
    for (const block of blocks) inBlock(block);

  function evaluateLocal(name: string): void {
    const found = scope.global('local');
    if (typeof found === 'object' && found !== null && 'get' in found) found.get(name);
  }

  function inBlock(block: Block): void {
    for (const { value } of block.attributes.values()) noteAll(evaluate(value, scope), value.place);
    for (const inner of block.blocks) if (inner.type !== 'data') inBlock(inner);
  }
}

function inInstance(fields: Fields, ...blocks: readonly Block[]): void {
  for (const block of blocks)
    for (const { name, value } of block.attributes.values()) noteAll(fields.value(name), value.place);
  const inner = new Map<string, Block[]>();
  for (const block of blocks.flatMap((outer) => outer.blocks)) {
    const [type, body] =
      block.type === 'dynamic'
        ? [block.labels[0] ?? '', block.blocks.find((content) => content.type === 'content')]
        : [block.type, block];
    if (body !== undefined) inner.set(type, [...(inner.get(type) ?? []), body]);
  }
  for (const [type, bodies] of inner) for (const field of fields.blocks(type)) inInstance(field, ...bodies);
}

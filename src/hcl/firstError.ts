import type { Node } from 'web-tree-sitter';

/**
 * The first place at which a tree is not HCL, or null. The parser goes on after an error by guessing, so the place is
 * near the mistake rather than on it.
 */
export function firstError(root: Node, text: string): { offset: number; message: string } | null {
  if (!root.hasError) return null;
  let node = root;
  for (;;) {
    const next: Node | undefined = node.children.find((child) => child.hasError || child.isMissing);
    if (next === undefined || next.isError) {
      const bad = next ?? node;
      return { offset: offsetOf(bad), message: unexpected(bad, text) };
    }
    if (next.isMissing) {
      const line = next.startPosition.row + 1;
      return { offset: next.startIndex, message: `is not HCL near line ${line}: ${missing(next.type)}` };
    }
    node = next;
  }
}

/** An error that holds whole blocks starts long before the mistake; it is after what could still be read. */
function offsetOf(error: Node): number {
  let node = error;
  for (;;) {
    const inner: Node | undefined = node.children.find((child) => child.hasError || child.isMissing);
    if (inner === undefined) break;
    node = inner;
  }
  if (node !== error) return node.startIndex;
  if (error.startPosition.row === error.endPosition.row) return error.startIndex;
  const last = error.children.at(-1);
  return last?.startIndex ?? error.startIndex;
}

function unexpected(error: Node, text: string): string {
  const offset = offsetOf(error);
  const line = text.slice(0, offset).split('\n').length;
  const [word] = /^\S{1,30}/.exec(text.slice(offset)) ?? [];
  return `is not HCL near line ${line}${word === undefined ? '' : `: unexpected ${JSON.stringify(word)}`}`;
}

function missing(type: string): string {
  const names: Record<string, string> = {
    block_end: 'a closing } is missing',
    object_end: 'a closing } is missing',
    tuple_end: 'a closing ] is missing',
    quoted_template_end: 'a closing " is missing',
    template_interpolation_end: 'a closing } is missing',
  };
  return names[type] ?? `${type.replaceAll('_', ' ')} is missing`;
}

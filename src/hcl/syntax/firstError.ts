import type { Node } from 'web-tree-sitter';
import { SyntaxFault } from './tooDeep.ts';

/**
 * The first place at which a tree is not HCL. The parser goes on after an error by guessing, so the place is near the
 * mistake rather than on it.
 * @param start where the text of the tree starts in its file
 */
export function firstError(root: Node, text: string, start: number): SyntaxFault {
  let node = root;
  for (;;) {
    const next: Node | undefined = node.children.find((child) => child.hasError || child.isMissing);
    if (next?.isMissing) return new SyntaxFault(start + next.startIndex, missing(next.type));
    if (next === undefined || (next.isError && next.childCount === 0)) {
      const at = (next ?? node).startIndex;
      const [word] = /^\S{1,30}/.exec(text.slice(at)) ?? [];
      const what = word === undefined ? '' : `, near ${JSON.stringify(word)}`;
      return new SyntaxFault(start + at, `is not HCL here${what}`);
    }
    node = next;
  }
}

function missing(type: string): string {
  const closing: Record<string, string> = {
    block_end: '}',
    object_end: '}',
    tuple_end: ']',
    quoted_template_end: '"',
    template_interpolation_end: '}',
  };
  const sign = closing[type] ?? (/^\W+$/.test(type) ? type : null);
  return `is not HCL here: ${sign ?? `the ${type.replaceAll('_', ' ')}`} is missing`;
}

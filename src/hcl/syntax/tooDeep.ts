/** Nothing real nests deeper; what reads and evaluates expressions recurses, so this bounds its stack. */
const DEEPEST = 100;

/** Thrown while a tree is read that nests too deeply, or is not what a body may hold; caught by `parseHcl`. */
export class SyntaxFault extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

export function guardDepth(depth: number, offset: number): void {
  if (depth > DEEPEST) throw new SyntaxFault(offset, `is nested deeper than ${DEEPEST} levels`);
}

import type { Node } from 'web-tree-sitter';
import type { Position } from './position.ts';

/** What the readers of a tree need to know about its file. */
export interface Source {
  text: string;
  placeOf: (node: Node) => Position;
}

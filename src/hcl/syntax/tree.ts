import type { Position } from './position.ts';

/** One expression of HCL, free of the parser that read it. */
export type Expression = { place: Position } & (
  | { type: 'literal'; value: string | number | boolean | null }
  | { type: 'template'; parts: TemplatePart[] }
  | { type: 'name'; name: string }
  | { type: 'attribute'; of: Expression; name: string }
  | { type: 'index'; of: Expression; key: Expression }
  | { type: 'splat'; of: Expression; each: Expression }
  /** Inside `each` of a splat: the element at hand. */
  | { type: 'item' }
  | { type: 'call'; name: string; args: Expression[]; expand: boolean }
  | { type: 'conditional'; condition: Expression; yes: Expression; no: Expression }
  | { type: 'unary'; operator: string; operand: Expression }
  | { type: 'binary'; operator: string; left: Expression; right: Expression }
  | { type: 'tuple'; items: Expression[] }
  | { type: 'object'; entries: { key: Expression; value: Expression }[] }
  | ForExpression
);

export interface ForExpression {
  type: 'for';
  keyName: string | null;
  valueName: string;
  over: Expression;
  /** Null where a list is made. */
  key: Expression | null;
  value: Expression;
  group: boolean;
  condition: Expression | null;
}

export type TemplatePart =
  | { type: 'text'; text: string }
  | { type: 'value'; value: Expression }
  | { type: 'if'; condition: Expression; yes: TemplatePart[]; no: TemplatePart[] }
  | { type: 'for'; keyName: string | null; valueName: string; over: Expression; body: TemplatePart[] };

export interface Attribute {
  name: string;
  value: Expression;
  place: Position;
}

export interface Block {
  type: string;
  labels: string[];
  attributes: Map<string, Attribute>;
  blocks: Block[];
  place: Position;
}

/** A file that was read; `comments` are whole, with their marks. */
export interface HclFile {
  name: string;
  body: Block;
  comments: { text: string; place: Position }[];
}

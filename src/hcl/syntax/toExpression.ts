import type { Node } from 'web-tree-sitter';
import type { Position } from './position.ts';
import type { Source } from './sourceText.ts';
import { type Piece, templatePieces } from './templatePieces.ts';
import type { Expression, ForExpression, TemplatePart } from './tree.ts';
import { guardDepth, SyntaxFault } from './tooDeep.ts';

/**
 * Reads an expression from the nodes that make it up: the grammar writes `a.b[0]` as three of them, side by side, and
 * an operation with all nodes of both sides in one row.
 */
export function toExpression(given: readonly Node[], source: Source, depth: number): Expression {
  const nodes = given.filter((node) => node.type !== 'comment');
  const [first] = nodes;
  if (first === undefined) throw new SyntaxFault(0, 'is not complete');
  guardDepth(depth, first.startIndex);
  const open = first.type === '(';
  const start = open ? toExpression(nodes.slice(1, 2), source, depth + 1) : single(first, source, depth);
  return accesses(start, nodes.slice(open ? 3 : 1), source, depth);
}

function single(node: Node, source: Source, depth: number): Expression {
  const place = source.placeOf(node);
  const inside = () => node.children.filter((child) => child.type !== 'comment');
  const one = (nodes: readonly Node[]) => toExpression(nodes, source, depth + 1);
  switch (node.type) {
    case 'expression':
      return one(inside());
    case 'literal_value':
    case 'collection_value':
    case 'for_expr':
    case 'template_expr':
    case 'operation':
      return one(inside());
    case 'numeric_lit':
      return { type: 'literal', value: Number(node.text), place };
    case 'bool_lit':
      return { type: 'literal', value: node.text === 'true', place };
    case 'null_lit':
      return { type: 'literal', value: null, place };
    case 'string_lit':
    case 'quoted_template':
    case 'heredoc_template':
      return toTemplate(node, source, depth + 1);
    case 'variable_expr':
      return { type: 'name', name: node.text, place };
    case 'unary_operation': {
      const [operator, ...operand] = inside();
      return { type: 'unary', operator: operator?.text ?? '', operand: one(operand), place };
    }
    case 'binary_operation': {
      const nodes = inside();
      const at = nodes.findIndex((child, i) => i > 0 && !child.isNamed && !'()'.includes(child.type));
      const [left, right] = [one(nodes.slice(0, at)), one(nodes.slice(at + 1))];
      return { type: 'binary', operator: nodes[at]?.text ?? '', left, right, place };
    }
    case 'conditional': {
      const { condition, yes, no } = branches(node);
      return chosen(condition, one(yes), one(no), { place, one }, depth);
    }
    case 'function_call': {
      const list = inside().find((child) => child.type === 'function_arguments');
      const args = list?.namedChildren.filter((child) => child.type === 'expression') ?? [];
      const expand = list?.children.some((child) => child.type === 'ellipsis') ?? false;
      return {
        type: 'call',
        name: node.child(0)?.text ?? '',
        args: args.map((arg) => one([arg])),
        expand,
        place,
      };
    }
    case 'tuple':
      return { type: 'tuple', items: expressions(node).map((item) => one([item])), place };
    case 'object':
      return { type: 'object', entries: entriesOf(node, source, depth), place };
    case 'for_tuple_expr':
    case 'for_object_expr':
      return { ...toFor(node, source, depth + 1), place };
    default:
      throw new SyntaxFault(node.startIndex, `is not understood here: ${node.type.replaceAll('_', ' ')}`);
  }
}

function branches(node: Node): { condition: Node[]; yes: Node[]; no: Node[] } {
  const nodes = node.children.filter((child) => child.type !== 'comment');
  const [question = 0, colon = 0] = ['?', ':'].map((mark) => nodes.findIndex((child) => child.type === mark));
  return {
    condition: nodes.slice(0, question),
    yes: nodes.slice(question + 1, colon),
    no: nodes.slice(colon + 1),
  };
}

/** The grammar takes `a ? b : c ? d : e` for `(a ? b : c) ? d : e`; in HCL what follows a colon belongs together. */
function chosen(
  condition: readonly Node[],
  yes: Expression,
  no: Expression,
  around: { place: Position; one: (nodes: readonly Node[]) => Expression },
  depth: number,
): Expression {
  const [first] = condition;
  guardDepth(depth, first?.startIndex ?? 0);
  const [inner] =
    first?.type === 'expression' ? first.children.filter((child) => child.type !== 'comment') : [];
  if (condition.length !== 1 || inner?.type !== 'conditional')
    return { type: 'conditional', condition: around.one(condition), yes, no, place: around.place };
  const before = branches(inner);
  const rest = chosen(before.no, yes, no, around, depth + 1);
  return chosen(before.condition, around.one(before.yes), rest, around, depth + 1);
}

/** Applies `.a`, `[0]` and the like to an expression, in their order. All that follows `[*]` is asked of each element. */
function accesses(of: Expression, steps: readonly Node[], source: Source, depth: number): Expression {
  let so = of;
  for (const [i, step] of steps.entries()) {
    if (step.type === 'splat' && step.namedChild(0)?.type === 'full_splat')
      return access(so, step, steps.slice(i + 1), source, depth);
    so = access(so, step, [], source, depth);
  }
  return so;
}

/** @param inEach further steps that a splat asks of each element */
function access(
  of: Expression,
  step: Node,
  inEach: readonly Node[],
  source: Source,
  depth: number,
): Expression {
  const place = source.placeOf(step);
  const [inner] = step.namedChildren;
  switch (step.type) {
    case 'get_attr':
      return { type: 'attribute', of, name: inner?.text ?? '', place };
    case 'index': {
      if (inner?.type === 'legacy_index')
        return {
          type: 'index',
          of,
          key: { type: 'literal', value: Number(inner.text.slice(1)), place },
          place,
        };
      const key = inner === undefined ? [] : expressions(inner);
      return { type: 'index', of, key: toExpression(key, source, depth + 1), place };
    }
    case 'splat': {
      guardDepth(depth, step.startIndex);
      const steps = (inner?.namedChildren ?? []).filter((next) => next.type !== 'comment');
      // After `.*` an index chooses among the results, after `[*]` it applies to each element.
      const end = inner?.type === 'attr_splat' ? steps.findIndex((next) => next.type !== 'get_attr') : -1;
      const own = end < 0 ? steps : steps.slice(0, end);
      const item: Expression = { type: 'item', place };
      const each = accesses(item, [...own, ...inEach], source, depth + 1);
      return accesses({ type: 'splat', of, each, place }, end < 0 ? [] : steps.slice(end), source, depth);
    }
    default:
      throw new SyntaxFault(step.startIndex, `is not understood here: ${step.type.replaceAll('_', ' ')}`);
  }
}

const expressions = (node: Node): Node[] => node.namedChildren.filter((child) => child.type === 'expression');

function entriesOf(node: Node, source: Source, depth: number) {
  let before: Node | null = null;
  return node.children.flatMap((element) => {
    // The grammar allows two entries side by side.
    if (
      before !== null &&
      element.type === 'object_elem' &&
      before.endPosition.row === element.startPosition.row
    )
      throw new SyntaxFault(element.startIndex, 'must be after a comma or on a new line');
    if (element.type !== 'comment') before = element.type === 'object_elem' ? element : null;
    if (element.type !== 'object_elem') return [];
    const [left, right] = expressions(element);
    if (left === undefined || right === undefined) return [];
    const key = toExpression([left], source, depth + 1);
    const written = left.child(0)?.type === 'variable_expr' && left.childCount === 1;
    // A bare word as a key is its own name; in parentheses it is an expression.
    const named: Expression =
      written && key.type === 'name' ? { type: 'literal', value: key.name, place: key.place } : key;
    return [{ key: named, value: toExpression([right], source, depth + 1) }];
  });
}

function toFor(node: Node, source: Source, depth: number): ForExpression {
  const intro = node.namedChildren.find((child) => child.type === 'for_intro');
  const names =
    intro?.namedChildren.filter((child) => child.type === 'identifier').map((child) => child.text) ?? [];
  const parts = expressions(node).map((part) => toExpression([part], source, depth));
  const test = node.namedChildren.find((child) => child.type === 'for_cond');
  const [first, second] = parts;
  if (intro === undefined || first === undefined) throw new SyntaxFault(node.startIndex, 'is not complete');
  return {
    type: 'for',
    keyName: names.length > 1 ? (names[0] ?? null) : null,
    valueName: names.at(-1) ?? '',
    over: toExpression(expressions(intro), source, depth),
    key: second === undefined ? null : first,
    value: second ?? first,
    group: node.namedChildren.some((child) => child.type === 'ellipsis'),
    condition: test === undefined ? null : toExpression(expressions(test), source, depth),
  };
}

/** Reads a quoted string or a heredoc. One without `${…}` and `%{…}` is a plain text. */
function toTemplate(node: Node, source: Source, depth: number): Expression {
  const place = source.placeOf(node);
  const parts = fold(templatePieces(node, source.text), source, depth);
  const [only] = parts;
  if (parts.length === 0) return { type: 'literal', value: '', place };
  if (parts.length === 1 && only?.type === 'text') return { type: 'literal', value: only.text, place };
  return { type: 'template', parts, place };
}

/** Nests the pieces between the start and the end of each `%{if …}` and `%{for …}`. */
function fold(pieces: readonly Piece[], source: Source, depth: number): TemplatePart[] {
  let at = 0;
  const until = (ends: string[], level: number): TemplatePart[] => {
    const parts: TemplatePart[] = [];
    for (let piece = pieces[at]; piece !== undefined; piece = pieces[at]) {
      if (piece.type === 'text') {
        at++;
        if (piece.text !== '') parts.push({ type: 'text', text: piece.text });
        continue;
      }
      const { node } = piece;
      if (ends.includes(node.type)) return parts;
      at++;
      const value = toExpression(
        node.namedChildren.filter((child) => child.type === 'expression'),
        source,
        level,
      );
      if (node.type === 'template_interpolation') parts.push({ type: 'value', value });
      else if (node.type === 'template_if_intro') {
        const yes = until(['template_else_intro', 'template_if_end'], level + 1);
        const other = pieces[at++];
        const hasElse = other?.type === 'mark' && other.node.type === 'template_else_intro';
        const no = hasElse ? until(['template_if_end'], level + 1) : [];
        if (hasElse) at++;
        parts.push({ type: 'if', condition: value, yes, no });
      } else {
        const names = node.namedChildren
          .filter((child) => child.type === 'identifier')
          .map((child) => child.text);
        const body = until(['template_for_end'], level + 1);
        at++;
        const keyName = names.length > 1 ? (names[0] ?? null) : null;
        parts.push({ type: 'for', keyName, valueName: names.at(-1) ?? '', over: value, body });
      }
    }
    return parts;
  };
  return until([], depth);
}

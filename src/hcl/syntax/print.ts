/** One line or block of a body: an argument with its expression, or an inner block. */
export type BodyItem =
  | readonly [name: string, expression: string]
  | { block: string; body: readonly BodyItem[] };

/**
 * Prints a block as `terraform fmt` would: two spaces a level, the equals signs of arguments on neighbouring lines in
 * one column. An argument of several lines is not aligned, and ends the row of those that are.
 */
export function printBlock(header: string, body: readonly BodyItem[], indent = ''): string {
  if (body.length === 0) return `${indent}${header} {}\n`;
  const inner = `${indent}  `;
  let text = `${indent}${header} {\n`;
  for (const [i, item] of body.entries()) {
    if ('block' in item) {
      if (i > 0) text += '\n';
      text += printBlock(item.block, item.body, inner);
      continue;
    }
    const [name, expression] = item;
    const width = expression.includes('\n') ? name.length : widthOfRow(body, i);
    text += `${inner}${name.padEnd(width)} = ${expression.replaceAll('\n', `\n${inner}`)}\n`;
  }
  return `${text}${indent}}\n`;
}

function widthOfRow(body: readonly BodyItem[], at: number): number {
  const nameAt = (i: number): string | null => {
    const item = body[i];
    return item === undefined || 'block' in item || item[1].includes('\n') ? null : item[0];
  };
  let from = at;
  while (nameAt(from - 1) !== null) from--;
  let width = 0;
  for (let name = nameAt(from); name !== null; name = nameAt(++from)) width = Math.max(width, name.length);
  return width;
}

/** A text in quotes; no part of it is taken for a template. */
export function quoted(text: string): string {
  const escaped = text
    .replace(/["\\]/g, (found) => `\\${found}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    // Half a pair has no place in a file.
    .replace(/[\p{Cc}\p{Cs}\ufeff\ufffe\uffff\u2028\u2029]/gu, code)
    // Of several signs before a brace only the last is doubled, since a third one would read differently.
    .replace(
      /([$%])(\1*)\{/g,
      (_found, sign: string, more: string) => `${code(sign).repeat(more.length)}${sign}${sign}{`,
    );
  return `"${escaped}"`;
}

const code = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A list on one line where it is short, else with an element a line. */
export function printedList(items: readonly string[]): string {
  const line = `[${items.join(', ')}]`;
  return line.length <= 72 ? line : `[\n${items.map((item) => `  ${item},\n`).join('')}]`;
}

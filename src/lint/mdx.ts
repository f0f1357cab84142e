/** One component in a lesson: `<Claim facts="RT-01">` with its attributes, without its children. */
export interface MdxElement {
  name: string;
  offset: number;
  attributes: Map<string, { value: string; offset: number }>;
}

/**
 * The components of an MDX text, in order. Code blocks and code spans are skipped.
 * A full MDX parser would be slower and would stop at the first error; the lessons use components plainly.
 */
export function findElements(text: string, from: number): MdxElement[] {
  const source = withoutCode(text);
  const elements: MdxElement[] = [];
  const open = /<([A-Z][A-Za-z0-9]*)(?=[\s/>])/g;
  open.lastIndex = from;
  for (let match = open.exec(source); match !== null; match = open.exec(source)) {
    const element: MdxElement = { name: match[1] ?? '', offset: match.index, attributes: new Map() };
    open.lastIndex = readAttributes(text, open.lastIndex, element);
    elements.push(element);
  }
  return elements;
}

/** @returns the offset after the tag */
function readAttributes(text: string, from: number, element: MdxElement): number {
  const next = /\s*(?:(\/?>)|([A-Za-z_][\w-]*)(=)?)/y;
  next.lastIndex = from;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    if (match[1] !== undefined) return next.lastIndex;
    const name = match[2] ?? '';
    const start = next.lastIndex;
    const end = match[3] === undefined ? start : endOfValue(text, start);
    element.attributes.set(name, plainValueOf(text, start, end));
    next.lastIndex = end;
    from = end;
  }
  return from;
}

function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"' || first === "'") {
    const end = text.indexOf(first, start + 1);
    return end < 0 ? text.length : end + 1;
  }
  let depth = 0;
  let quote = '';
  for (let i = start; i < text.length; i++) {
    const c = text[i] ?? '';
    if (quote !== '') {
      if (c === '\\') i++;
      else if (c === quote) quote = '';
    } else if (c === '`' || c === '"' || c === "'") quote = c;
    else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i + 1;
  }
  return text.length;
}

/** The value as text: quotes, braces and a plain template literal are taken off. */
function plainValueOf(text: string, start: number, end: number): { value: string; offset: number } {
  const raw = text.slice(start, end);
  const inner =
    /^(?:"([\s\S]*)"|'([\s\S]*)'|\{\s*`([\s\S]*)`\s*\}|\{\s*"([\s\S]*)"\s*\}|\{([\s\S]*)\})$/.exec(raw);
  const value = inner?.slice(1).find((part) => part !== undefined) ?? raw;
  return { value, offset: start + Math.max(0, raw.indexOf(value)) };
}

/** The text with code replaced by blanks, so that offsets stay. */
export function withoutCode(text: string): string {
  const blank = (code: string) => code.replace(/[^\n]/g, ' ');
  return text
    .replace(/^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\2[^\n]*$/gm, blank)
    .replace(/(?<![`{=])(`+)(?![`}])[^\n]*?[^`\n]\1(?![`}])/g, blank);
}

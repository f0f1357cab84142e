/** One question of a GIFT text, taken apart: what is before, in and after its braces, still escaped. */
export interface GiftBlock {
  /** Line of its first character, from 1. */
  line: number;
  title: string;
  stem: string;
  /** null where it has no braces: a description. */
  answers: string | null;
  tail: string;
  category: string;
}

export interface GiftFault {
  line: number;
  message: string;
}

/** Splits a GIFT text into its questions. Blank lines separate them, except inside braces. */
export function scanGift(text: string): { blocks: GiftBlock[]; faults: GiftFault[] } {
  const blocks: GiftBlock[] = [];
  const faults: GiftFault[] = [];
  let category = '';
  let current: { line: number; text: string } | null = null;
  const close = () => {
    if (current === null) return;
    const found = takeApart(current.text, current.line, category);
    if ('message' in found) faults.push(found);
    else blocks.push(found);
    current = null;
  };
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const open: boolean = current !== null && depthOf(current.text) > 0;
    if (/^\s*\/\//.test(line)) {
      // A comment takes up a line, so that those below keep their numbers.
      if (current !== null) current.text += '\n';
      continue;
    }
    if (!open && line.trim() === '') {
      close();
      continue;
    }
    const set = open ? null : /^\s*\$CATEGORY:\s*(.*)$/.exec(line);
    if (set !== null) {
      close();
      category = (set[1] ?? '').trim().split('/').at(-1) ?? '';
      continue;
    }
    if (current === null) current = { line: i + 1, text: line };
    else current.text += `\n${line}`;
  }
  close();
  return { blocks, faults };
}

/** How many braces are open at the end; escaped ones do not count. */
function depthOf(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') depth++;
    else if (text[i] === '}') depth--;
  }
  return depth;
}

/** The first place of an unescaped character from an offset on, or -1. */
export function findPlain(text: string, wanted: string, from = 0): number {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text.startsWith(wanted, i)) return i;
  }
  return -1;
}

function takeApart(text: string, line: number, category: string): GiftBlock | GiftFault {
  const lineAt = (offset: number) => line + text.slice(0, offset).split('\n').length - 1;
  const titled = /^\s*::/.exec(text);
  const titleEnd = titled === null ? -1 : findPlain(text, '::', titled[0].length);
  if (titled !== null && titleEnd < 0) return { line, message: 'the title has no end, close it with ::' };
  const title = titled === null ? '' : text.slice(titled[0].length, titleEnd);
  const start = titled === null ? 0 : titleEnd + 2;
  const open = findPlain(text, '{', start);
  const base = { line, title, category };
  const stray = findPlain(open < 0 ? text : text.slice(0, open), '}', start);
  if (stray >= 0) return { line: lineAt(stray), message: 'a } closes nothing, write \\} for the character' };
  if (open < 0) return { ...base, stem: text.slice(start), answers: null, tail: '' };
  const end = findPlain(text, '}', open + 1);
  if (end < 0) return { line: lineAt(open), message: 'the answers have no end, close them with }' };
  const inner = findPlain(text.slice(0, end), '{', open + 1);
  if (inner >= 0)
    return { line: lineAt(inner), message: 'a { is in the answers, write \\{ for the character' };
  const tail = text.slice(end + 1);
  if (findPlain(tail, '{') >= 0)
    return { line: lineAt(end), message: 'has answers twice, separate questions by a blank line' };
  return {
    ...base,
    stem: text.slice(start, open),
    answers: text.slice(open + 1, end),
    tail,
  };
}

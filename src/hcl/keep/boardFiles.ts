/** A file by its path, as it was given. */
export interface TextFile {
  name: string;
  text: string;
}

/** One file of a text that holds several. */
export interface FilePart extends TextFile {
  /** Where its text starts in the whole, in characters. */
  start: number;
  /** How many lines come before it. */
  lines: number;
}

/*
 * A board keeps one text. Where it was opened from several files, the text holds them one after the other, and a line
 * before each names it: `# runchain: file network/main.tf`. Reading splits the text there again, so that values of
 * `.tfvars` files and directories mean what they meant.
 */
const MARK = /^# runchain: file (\S.*)$/gm;

/** `\n` as the end of every line, and no byte order mark: how every reader counts lines and characters. */
export const plainLines = (text: string): string =>
  (text.startsWith('\uFEFF') ? text.slice(1) : text).replaceAll('\r\n', '\n');

/** The files as one text; a single file is its own text, unchanged. */
export function joinFiles(files: readonly TextFile[]): string {
  const [only] = files;
  if (files.length === 1 && only !== undefined) return only.text;
  return files
    .map(({ name, text }) => `# runchain: file ${name}\n${plainLines(text).replace(/\n*$/, '\n')}`)
    .join('\n');
}

/** The files in a text; one that names none is a single file. */
export function partsOf({ name, text: given }: TextFile): FilePart[] {
  if (given.search(MARK) < 0) return [{ name, text: given, start: 0, lines: 0 }];
  const text = plainLines(given);
  const marks = [...text.matchAll(MARK)];
  const first = marks[0]?.index ?? 0;
  const parts: FilePart[] = marks.map((mark, i) => {
    const start = Math.min(text.length, mark.index + mark[0].length + 1);
    return {
      name: mark[1] ?? name,
      text: text.slice(start, marks[i + 1]?.index),
      start,
      lines: linesIn(text, start),
    };
  });
  if (text.slice(0, first).trim() !== '')
    parts.unshift({ name, text: text.slice(0, first), start: 0, lines: 0 });
  return parts;
}

const linesIn = (text: string, end: number): number => text.slice(0, end).split('\n').length - 1;

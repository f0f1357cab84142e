import type { LessonFile } from './content.ts';
import { withoutCode } from './mdx.ts';

export interface Heading {
  level: number;
  text: string;
  /** The id that the page gives the heading, as GitHub makes it. */
  anchor: string;
  offset: number;
}

/** The headings of a lesson, in order. */
export function headingsOf(file: LessonFile): Heading[] {
  const body = withoutCode(file.text).slice(file.bodyStart);
  return [...body.matchAll(/^(#{1,6})[ \t]+\S.*$/gm)].map((match) => {
    const offset = file.bodyStart + match.index;
    const level = match[1]?.length ?? 1;
    // Taken from the file itself, since code in the heading was blanked.
    const text = file.text
      .slice(offset + level, offset + match[0].length)
      .replace(/\{\/\*.*?\*\/\}/g, '')
      .trim();
    return { level, text, anchor: anchorOf(text), offset };
  });
}

function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

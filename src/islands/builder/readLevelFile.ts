import type { Problem } from '#model/parse/problem.ts';
import { type OpenedDraft, openLevel } from '#state/level/draft/levelDraft.ts';

/** The most that is listed of what is wrong with a file. */
const MOST = 100;

/** A file that was not opened, and why. */
export interface RefusedLevelFile {
  name: string;
  problems: Problem[];
}

/** Reads a level file. `lacks`: what it needs to be a level, in a few words. */
export async function readLevelFile(
  name: string,
  text: string,
): Promise<RefusedLevelFile | (Pick<OpenedDraft, 'draft' | 'layout'> & { lacks: string })> {
  const { readText } = await import('#model/parse/text.ts');
  const data = readText(text, 'yaml or json');
  const read = data.ok ? openLevel(data.value) : data;
  if (!read.ok) return { name, problems: read.problems.slice(0, MOST) };
  const { draft, layout, problems } = read.value;
  const lacks =
    problems.length === 0
      ? ''
      : `; ${problems.length === 1 ? 'one thing is' : `${problems.length} things are`} missing, see the checklist`;
  return { draft, layout, lacks };
}

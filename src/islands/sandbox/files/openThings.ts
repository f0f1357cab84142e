import type { OpenedFiles } from '#state/boards/openFiles.ts';
import { askWorker } from '../hcl/askWorker.ts';
import type { Gathered, Skipped } from './gather.ts';

/** What was found in files, before anything is changed. */
export interface FoundFiles extends OpenedFiles {
  skipped: readonly Skipped[];
  /** How many files were looked at. */
  given: number;
}

/**
 * Reads files without changing anything.
 * @param progress hears how many were read so far
 */
export async function lookAtFiles(
  { files, skipped }: Gathered,
  progress: (read: number) => void,
): Promise<FoundFiles> {
  const given = files.length;
  try {
    const opened = await askWorker('open', { files }, progress);
    return { ...opened, skipped, given };
  } catch (error) {
    const [first] = files;
    const message = `could not be read: ${error instanceof Error ? error.message : 'something went wrong'}`;
    const name = first?.name ?? 'The file';
    const problem = { file: name, line: null, column: null, path: '', message, kind: 'syntax' as const };
    return { boards: [], refused: [{ name, form: null, problems: [problem] }], skipped, given };
  }
}

/** One board with nothing left out of it needs no question: it is put beside the others. */
export const isPlain = ({ boards, refused, skipped, given }: FoundFiles): boolean =>
  boards.length === 1 &&
  given === 1 &&
  refused.length + skipped.length + (boards[0]?.notes.length ?? 0) === 0;

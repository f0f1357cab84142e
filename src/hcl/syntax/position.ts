/** Where something is in the files that were given; lines and columns count from 1. */
export interface Position {
  file: string;
  line: number;
  column: number;
}

/**
 * What a problem means for the file. It is decided where the problem is found, never from its words.
 * - `syntax`: the text is not HCL, or not JSON. Nothing of the file is read.
 * - `unknown`: the text is right and leaves something open, such as a value that is given elsewhere.
 * - `ignored`: the text is right, and this app has no use for that part of it.
 * - `mistake`: the text contradicts itself or names what does not exist. That part is left out.
 */
export type ProblemKind = 'syntax' | 'unknown' | 'ignored' | 'mistake';

/** Something to say about a place. */
export interface Note extends Position {
  message: string;
}

/** What could not be read, and where. */
export interface HclProblem extends Note {
  kind: ProblemKind;
}

/** Whether the text itself has to change; the other kinds only say what it leaves open. */
export const isMistake = ({ kind }: HclProblem): boolean => kind === 'syntax' || kind === 'mistake';

/** Notes one problem. */
export type ReportHclProblem = (place: Position, message: string, kind: ProblemKind) => void;

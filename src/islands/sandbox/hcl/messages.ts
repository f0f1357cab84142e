import type { KeptPart } from '#hcl/keep/keptParts.ts';
import type { WrittenText } from '#hcl/keep/writeText.ts';
import type { Layout } from '#model/layout/layout.ts';
import type { OpenedFiles } from '#state/boards/openFiles.ts';
import type { TextProblem } from '#state/boards/openText.ts';

/** What the worker is asked for, and what it answers. */
export interface Asked {
  /** The text of a board, with what an earlier text keeps. `rewrite`: one block for each resource of the board. */
  write: { layout: Layout; earlier: string | null; rewrite?: boolean };
  /** What a text says. `before`: the board when this editing began. `lenient`: mistakes are left out. */
  read: { text: string; before: Layout; lenient: boolean };
  /** Files of any form, by their paths; they are read in the worker too. */
  open: { files: { name: string; content: Blob | string }[] };
}
export interface Answered {
  write: WrittenText & { kept: KeptPart[]; mistakes: TextProblem[]; notes: TextProblem[] };
  read: { layout: Layout | null; mistakes: TextProblem[]; notes: TextProblem[]; kept: KeptPart[] };
  open: OpenedFiles;
}
export type Task = keyof Asked;
export type Request = { [K in Task]: { id: number; task: K; input: Asked[K] } }[Task];
export type Reply =
  | { id: number; answer: Answered[Task] }
  | { id: number; failed: string }
  /** How many of the files were read so far. */
  | { id: number; read: number };

import type { KeptPart } from '#hcl/keptParts.ts';
import type { Layout } from '#model/layout.ts';
import type { Opened, TextProblem } from '#state/openText.ts';

/** What the worker is asked for, and what it answers. */
export interface Asked {
  /** The text of a board, with what an earlier text keeps. */
  write: { layout: Layout; earlier: string | null };
  /** What a text says. `before`: the board when this editing began. */
  read: { text: string; before: Layout };
  /** A file of any form. */
  open: { text: string };
}
export interface Answered {
  write: { text: string; kept: KeptPart[]; notes: TextProblem[] };
  read: { layout: Layout | null; mistakes: TextProblem[]; notes: TextProblem[]; kept: KeptPart[] };
  open: Opened;
}
export type Task = keyof Asked;
export type Request = { [K in Task]: { id: number; task: K; input: Asked[K] } }[Task];
export type Reply = { id: number; answer: Answered[Task] } | { id: number; failed: string };

import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { type EditorState, StateEffect, StateField, type TransactionSpec } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { KeptPart } from '#hcl/keep/keptParts.ts';
import type { TextProblem } from '#state/boards/openText.ts';

export interface Marks {
  mistakes: readonly TextProblem[];
  notes: readonly TextProblem[];
  kept: readonly KeptPart[];
}

const KEPT = Decoration.line({ class: 'hcl-kept-line' });
const setKept = StateEffect.define<DecorationSet>();

/** The lines that a board has no place for. They move with the text until it is read again. */
export const keptLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (lines, { effects, changes }) =>
    effects.find((effect) => effect.is(setKept))?.value ?? lines.map(changes),
  provide: (field) => EditorView.decorations.from(field),
});

/** From a place of a problem to the end of its line; both count from 1. A text that was changed since may be shorter. */
export function rangeOf({ doc }: EditorState, line: number, column: number): { from: number; to: number } {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return { from: Math.min(from + column - 1, to), to };
}

/** Shows what was said of a text at its places. */
export function marksOf(state: EditorState, { mistakes, notes, kept }: Marks): TransactionSpec {
  const told = (problems: readonly TextProblem[], severity: 'error' | 'warning'): Diagnostic[] =>
    problems.flatMap(({ line, column, message }) =>
      line === null ? [] : [{ ...rangeOf(state, line, column ?? 1), severity, message }],
    );
  const lines = new Set(kept.flatMap(({ line, text }) => text.split('\n').map((_, i) => line + i)));
  const starts = [...lines].filter((line) => line <= state.doc.lines).sort((a, b) => a - b);
  const kepts = Decoration.set(starts.map((line) => KEPT.range(state.doc.line(line).from)));
  const spec = setDiagnostics(state, [...told(mistakes, 'error'), ...told(notes, 'warning')]);
  return { effects: [setKept.of(kepts), ...[spec.effects ?? []].flat()] };
}

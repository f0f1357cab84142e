import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
} from '@codemirror/language';
import { lintGutter, nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import {
  Annotation,
  type ChangeSpec,
  Compartment,
  EditorState,
  type Extension,
  type StateEffect,
} from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { keptLines } from './fieldMarks.ts';
import { hclLanguage } from './hclLanguage.ts';
import { hclHighlighting } from './hclLook.ts';

/** What a screen reader is told of the field. */
export interface Said {
  label: string;
  describedBy: string;
  invalid: boolean;
  /** While there is no text yet. */
  disabled: boolean;
}

/** Marks a text that comes from the board, and not from who types. */
export const fieldReplaced = Annotation.define<boolean>();

const saidPart = new Compartment();
const saidAs = ({ label, describedBy, invalid, disabled }: Said): Extension => [
  EditorView.contentAttributes.of({
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': String(invalid),
    'aria-disabled': String(disabled),
    // A field that can be written in has the focus by itself; tools that look for an index find it so.
    tabindex: disabled ? '-1' : '0',
  }),
  EditorView.editable.of(!disabled),
  EditorState.readOnly.of(disabled),
];
export const say = (said: Said): StateEffect<unknown> => saidPart.reconfigure(saidAs(said));

const historyPart = new Compartment();
/** What was typed can be undone within one text of the board only: off with the old one, on with the new. */
export const historyOff = (): StateEffect<unknown> => historyPart.reconfigure([]);
export const historyOn = (): StateEffect<unknown> => historyPart.reconfigure(history());

/** The smallest single change that makes a text of what is shown; null where it is shown already. */
export function changeTo({ doc }: EditorState, text: string): ChangeSpec | null {
  const old = doc.toString();
  const wanted = text.replaceAll(/\r\n?/g, '\n');
  if (old === wanted) return null;
  let from = 0;
  while (from < Math.min(old.length, wanted.length) && old[from] === wanted[from]) from++;
  let end = 0;
  const most = Math.min(old.length, wanted.length) - from;
  while (end < most && old.at(-1 - end) === wanted.at(-1 - end)) end++;
  return { from, to: old.length - end, insert: wanted.slice(from, wanted.length - end) };
}

/** A file that is pasted or dropped is no text to be typed: the page opens what is dropped. */
const leaveFiles = EditorView.domEventHandlers({
  paste: ({ clipboardData }) =>
    (clipboardData?.files.length ?? 0) > 0 && clipboardData?.getData('text/plain') === '',
  drop: ({ dataTransfer }) => dataTransfer?.types.includes('Files') === true,
});

/** CodeMirror's words, where ours say more. */
const WORDS = EditorState.phrases.of({
  next: 'Next',
  previous: 'Previous',
  'match case': 'Match case',
  regexp: 'Regular expression',
  'by word': 'Whole words',
  replace: 'Replace',
  'replace all': 'Replace all',
  Replace: 'Replace with',
  close: 'Close',
});

/** Several cursors would need a selection that is drawn by script, and those of a touch screen have handles. */
const SEVERAL_CURSORS = new Set(['Mod-Shift-l', 'Mod-d']);

export const fieldExtensions = (said: Said): Extension => [
  saidPart.of(saidAs(said)),
  historyPart.of(history()),
  WORDS,
  leaveFiles,
  lineNumbers(),
  lintGutter(),
  keptLines,
  foldGutter({ markerDOM: foldMark }),
  codeFolding(),
  highlightSpecialChars(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  indentUnit.of('  '),
  EditorState.tabSize.of(2),
  indentOnInput(),
  bracketMatching(),
  search({ top: true }),
  hclLanguage,
  hclHighlighting,
  // Without a key for Tab, which leaves the field as in any form.
  keymap.of([
    ...searchKeymap.filter(({ key = '' }) => !SEVERAL_CURSORS.has(key)),
    ...defaultKeymap,
    ...historyKeymap,
    ...foldKeymap,
    { key: 'F8', run: nextDiagnostic, shift: previousDiagnostic },
  ]),
];

function foldMark(isOpen: boolean): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'hcl-fold';
  mark.textContent = isOpen ? '▾' : '▸';
  mark.title = isOpen ? 'Fold' : 'Unfold';
  return mark;
}

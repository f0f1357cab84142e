import { foldAll, unfoldAll } from '@codemirror/language';
import { openSearchPanel } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import {
  changeTo,
  fieldExtensions,
  historyOff,
  historyOn,
  fieldReplaced,
  type Said,
  say,
} from './fieldExtensions.ts';
import { type Marks, marksOf, rangeOf } from './fieldMarks.ts';
import './field.css';

export interface HclFieldHandle {
  /** Selects from a place to the end of its line, and brings it into view. Line and column count from 1. */
  goTo: (line: number, column: number) => void;
}
interface Props extends Said {
  text: string;
  marks: Marks;
  /** @returns whether the text may be so; if not, what was typed is not taken */
  change: (text: string) => boolean;
  leave: () => void;
  ref: Ref<HclFieldHandle>;
}

/** The text of the board as CodeMirror shows it. What it says and whether that is a mistake comes from outside. */
export function HclField({ text, marks, change, leave, label, describedBy, invalid, disabled, ref }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const typed = useEffectEvent(change);
  const atFirst = useEffectEvent(() =>
    EditorState.create({ doc: text, extensions: fieldExtensions({ label, describedBy, invalid, disabled }) }),
  );

  useLayoutEffect(() => {
    if (place.current === null) return;
    const made = new EditorView({
      parent: place.current,
      state: atFirst(),
      dispatchTransactions(transactions, shown) {
        const last = transactions.at(-1);
        const byHand = transactions.some((one) => one.docChanged && one.annotation(fieldReplaced) !== true);
        if (last === undefined || (byHand && !typed(last.newDoc.toString()))) return;
        shown.update(transactions);
      },
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, []);

  useEffect(() => {
    view.current?.dispatch({ effects: say({ label, describedBy, invalid, disabled }) });
  }, [label, describedBy, invalid, disabled]);

  // Before anything more is typed: else the text of a moment ago would come back over it.
  useLayoutEffect(() => {
    const shown = view.current;
    const change = shown === null ? null : changeTo(shown.state, text);
    if (shown === null || change === null) return;
    // What was typed before is part of another text: the field's own undo begins anew, as that of the board goes on.
    shown.dispatch({ changes: change, annotations: fieldReplaced.of(true), effects: historyOff() });
    shown.dispatch({ effects: historyOn() });
  }, [text]);

  useEffect(() => {
    const shown = view.current;
    shown?.dispatch(marksOf(shown.state, marks));
  }, [marks]);

  useImperativeHandle(
    ref,
    () => ({
      goTo: (line, column) => {
        const shown = view.current;
        if (shown === null) return;
        const { from, to } = rangeOf(shown.state, line, column);
        shown.dispatch({
          selection: { anchor: from, head: to },
          effects: EditorView.scrollIntoView(from, { y: 'center' }),
        });
        shown.focus();
      },
    }),
    [],
  );

  const ask = (command: (shown: EditorView) => boolean) => () => {
    if (view.current !== null) command(view.current);
  };
  return (
    <div className="hcl-text">
      <div className="hcl-tools row">
        <button type="button" className="button" disabled={disabled} onClick={ask(openSearchPanel)}>
          Find and replace
        </button>
        <button type="button" className="button" disabled={disabled} onClick={ask(foldAll)}>
          Fold all
        </button>
        <button type="button" className="button" disabled={disabled} onClick={ask(unfoldAll)}>
          Unfold all
        </button>
      </div>
      {/** biome-ignore lint/a11y/noStaticElementInteractions: hears what goes on in the field that it holds */}
      <div
        ref={place}
        className="hcl-field"
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) leave();
        }}
      />
    </div>
  );
}

import { counted } from '#model/wording/counted.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeptPart } from '#hcl/keep/keptParts.ts';
import type { WrittenText } from '#hcl/keep/writeText.ts';
import type { Layout } from '#model/layout/layout.ts';
import type { TextProblem } from '#state/boards/openText.ts';
import { lengthProblem } from '#state/boards/textLimit.ts';
import { useFreeBoard } from '#islands/workbench/context/useSandbox.ts';
import { askWorker } from './askWorker.ts';

/** How long typing rests before the text is read, and before a session of editing ends. Milliseconds. */
const REST = 250;
const SESSION = 2000;

export interface HclText {
  text: string;
  /** `loading` until there is a text, `reading` while it is looked at. */
  state: 'loading' | 'reading' | 'agrees' | 'mistakes' | 'failed';
  mistakes: readonly TextProblem[];
  notes: readonly TextProblem[];
  kept: readonly KeptPart[];
  /** A text that could not be read when it was left, and whose board has changed since. */
  leftBehind: string | null;
  /** How the text that is shown came from the one before, until that is settled. */
  written: Pick<WrittenText, 'how' | 'overrides' | 'flattened'> | null;
}

const EMPTY: HclText = {
  text: '',
  state: 'loading',
  mistakes: [],
  notes: [],
  kept: [],
  leftBehind: null,
  written: null,
};
let sessions = 0;

/** The text of the board: written anew when the board changes elsewhere, read back while it is typed. */
export function useHclText(): HclText & {
  /** @returns false where the text may not be so, which was said */
  change: (text: string) => boolean;
  leave: () => void;
  restore: () => void;
  /** Puts what the text says on the board, without what is a mistake in it. */
  leaveOut: () => void;
  /** Settles how the text says the board: as it is shown, or with one block for each resource. */
  settle: (how: 'shown' | 'rewrite') => void;
} {
  const { state, sandbox, drafts } = useFreeBoard();
  const { layout } = state.scenario;
  const { hcl } = state;
  const [shown, setShown] = useState<HclText>(EMPTY);
  /** The layout that the text says, so that a change from elsewhere is told from one's own. */
  const said = useRef<{ layout: Layout; hcl: string | null } | null>(null);
  const before = useRef<Layout>(layout);
  const session = useRef<string | null>(null);
  const timers = useRef<{ read: number; session: number }>({ read: 0, session: 0 });
  const turn = useRef(0);
  const unread = useRef<string | null>(null);
  /** Whether mistakes of this text were left out before: then they do not hold it up again. */
  const lenient = useRef(false);

  const endSession = useCallback(() => {
    session.current = null;
  }, []);

  const read = useCallback(
    async (text: string) => {
      unread.current = null;
      const mine = ++turn.current;
      const inSession = session.current ?? `hcl ${++sessions}`;
      session.current = inSession;
      try {
        const answer = await askWorker('read', {
          text,
          before: before.current,
          lenient: lenient.current,
        });
        if (mine !== turn.current) return;
        const { mistakes, notes, kept } = answer;
        if (answer.layout === null) {
          setShown((old) => ({ ...old, text, state: 'mistakes', mistakes, notes: [], kept: [] }));
          return;
        }
        lenient.current = mistakes.length > 0;
        const now = sandbox.store.getState().scenario.layout;
        const same = JSON.stringify(answer.layout) === JSON.stringify(now);
        const next = same ? now : answer.layout;
        said.current = { layout: next, hcl: text };
        sandbox.perform({
          type: 'replace_layout',
          layout: next,
          words: same ? '' : summary(next),
          session: inSession,
          hcl: text,
        });
        drafts.clear();
        setShown({ ...EMPTY, text, state: 'agrees', mistakes, notes, kept });
        clearTimeout(timers.current.session);
        timers.current.session = window.setTimeout(endSession, SESSION);
      } catch (error) {
        if (mine === turn.current) setShown((old) => ({ ...old, ...failure(error) }));
      }
    },
    [sandbox, drafts, endSession],
  );

  const change = useCallback(
    (text: string) => {
      const long = lengthProblem(text);
      if (long !== null) {
        sandbox.say(`The text ${long}.`, 'room');
        return false;
      }
      if (session.current === null) before.current = sandbox.store.getState().scenario.layout;
      session.current ??= `hcl ${++sessions}`;
      clearTimeout(timers.current.session);
      clearTimeout(timers.current.read);
      turn.current++;
      unread.current = text;
      drafts.keep({ text, layout: JSON.stringify(sandbox.store.getState().scenario.layout) });
      setShown((old) => ({ ...old, text, state: 'reading' }));
      timers.current.read = window.setTimeout(() => read(text), REST);
      return true;
    },
    [read, sandbox, drafts],
  );

  useEffect(() => {
    if (said.current?.layout === layout && said.current.hcl === hcl) return;
    said.current = { layout, hcl };
    before.current = layout;
    session.current = null;
    clearTimeout(timers.current.read);
    const mine = ++turn.current;
    const draft = drafts.get();
    askWorker('write', { layout, earlier: hcl }).then(
      ({ text, kept, notes, mistakes, how, overrides, flattened }) => {
        if (mine !== turn.current) return;
        lenient.current = mistakes.length > 0;
        const written = { how, overrides, flattened };
        setShown({ ...EMPTY, text, kept, notes, mistakes, written, state: 'agrees' });
        if (draft === null || draft.text === text) return;
        if (draft.layout === JSON.stringify(layout)) {
          setShown((old) => ({ ...old, text: draft.text, state: 'reading' }));
          void read(draft.text);
        } else setShown((old) => ({ ...old, leftBehind: draft.text }));
      },
      (error: unknown) => {
        if (mine === turn.current) setShown((old) => ({ ...old, ...failure(error) }));
      },
    );
  }, [layout, hcl, drafts, read]);

  // What was typed last is read even when the tab is left at once.
  useEffect(
    () => () => {
      clearTimeout(timers.current.read);
      if (unread.current !== null) void read(unread.current);
    },
    [read],
  );

  const settle = (how: 'shown' | 'rewrite') => {
    const keep = (text: string, words: string) => {
      sandbox.perform({ type: 'replace_layout', layout, words, hcl: text });
    };
    if (how === 'shown') return keep(shown.text, 'The text is kept as it is shown.');
    askWorker('write', { layout, earlier: hcl, rewrite: true }).then(
      ({ text }) =>
        keep(text, 'The text has one block for each resource now. Undo brings the old text back.'),
      (error: unknown) => setShown((old) => ({ ...old, ...failure(error) })),
    );
  };

  return {
    ...shown,
    change,
    settle,
    leaveOut: () => {
      lenient.current = true;
      void read(shown.text);
    },
    leave: endSession,
    restore: () => {
      if (shown.leftBehind !== null) change(shown.leftBehind);
      setShown((old) => ({ ...old, leftBehind: null }));
    },
  };
}

const failure = (error: unknown): Partial<HclText> => ({
  state: 'failed',
  mistakes: [
    {
      file: '',
      line: null,
      column: null,
      path: '',
      kind: 'syntax',
      message: `The text could not be read: ${error instanceof Error ? error.message : 'something went wrong'}.`,
    },
  ],
});

const summary = (layout: Layout): string =>
  `Board follows the text: ${counted(layout.workspaces.length, 'workspace')}, ${counted(layout.run_triggers.length, 'run trigger')}.`;

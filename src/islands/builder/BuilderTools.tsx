import { useRef, useState } from 'react';
import { download } from '#islands/status/download.ts';
import { fileName } from '#islands/sandbox/files/fileName.ts';
import { Sheet } from '#islands/workbench/controls/Sheet.tsx';
import { type Level, parseLevel } from '#model/level/level.ts';
import { type StoredBoard, browserBoardStorage } from '#state/boards/boardStorage.ts';
import { type LevelDraft, EMPTY_DRAFT, EMPTY_LAYOUT, forgetPlayed } from '#state/level/draft/levelDraft.ts';
import { PLAYED } from '#state/level/draft/playedDraft.ts';
import { boardOf } from '#state/board/board.ts';
import { describeProof } from './proof/Checklist.tsx';
import { readLevelFile, type RefusedLevelFile } from './readLevelFile.ts';
import { useBuilder } from './useBuilder.ts';
import type { ProofState } from './proof/useProof.ts';

/** What concerns the whole draft. */
export function BuilderTools({
  written,
  proof,
  play,
}: {
  written: Record<string, unknown>;
  proof: ProofState;
  play: (level: Level) => void;
}) {
  const { draft, state, sandbox } = useBuilder();
  const file = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<RefusedLevelFile | null>(null);
  const [said, say] = useState('');
  /** The draft and board that a file or a new level took the place of. */
  const [before, setBefore] = useState<{ draft: LevelDraft; board: StoredBoard } | null>(null);
  const put = (next: typeof EMPTY_DRAFT, layout: typeof EMPTY_LAYOUT, words: string) => {
    setBefore({ draft: draft.store.getState().draft, board: boardOf(sandbox.store.getState()) });
    draft.change(next);
    sandbox.perform({ type: 'open_board', scenario: { layout, actions: [] }, words });
    say(words);
  };
  const open = async (chosen: File) => {
    // A dialog tells of its closing with the next frame, which may be later than the answer to this file.
    setRefused(null);
    const read = await readLevelFile(chosen.name, await chosen.text());
    if ('problems' in read) setRefused(read);
    else put(read.draft, read.layout, `${chosen.name} is open${read.lacks}.`);
  };
  const exportFile = async () => {
    const { writeYaml } = await import('#model/parse/writeYaml.ts');
    const name = `${fileName(state.draft.id === '' ? 'level' : state.draft.id)}.yaml`;
    const proven = proof.kind === 'proof' && proof.proof.problems.length === 0;
    // Work is saved at any time; who opens the file elsewhere reads in its first line what it is.
    const head = proven ? '' : `# A draft, no level yet. ${describeProof(proof)}.\n`;
    download(name, head + writeYaml(written), 'application/yaml');
    say(proven ? `${name} was exported.` : `${name} was exported as a draft. ${describeProof(proof)}.`);
  };
  const tryIt = () => {
    const level = parseLevel(written);
    if (!level.ok) return;
    forgetPlayed(browserBoardStorage());
    play({ ...level.value, id: PLAYED });
  };
  return (
    <>
      {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
      <div className="toolbar" role="group" aria-label="Whole draft">
        <button type="button" className="button" disabled={state.past.length === 0} onClick={draft.undo}>
          Undo
        </button>
        <button type="button" className="button" disabled={state.future.length === 0} onClick={draft.redo}>
          Redo
        </button>
        <button
          type="button"
          className="button"
          onClick={() => put(EMPTY_DRAFT, EMPTY_LAYOUT, 'A new level was begun.')}
        >
          New
        </button>
        <button type="button" className="button" onClick={() => file.current?.click()}>
          Import
        </button>
        <input
          ref={file}
          type="file"
          accept=".yaml,.yml,.json"
          aria-label="Level file"
          hidden
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen !== undefined) void open(chosen);
            target.value = '';
          }}
        />
        <button type="button" className="button" onClick={() => void exportFile()}>
          Export
        </button>
        <button type="button" className="button primary" disabled={proof.kind !== 'proof'} onClick={tryIt}>
          Play it
        </button>
        <span className="state">{describeProof(proof)}</span>
      </div>
      {before !== null && (
        <p className="banner">
          {said}{' '}
          <button
            type="button"
            className="button"
            onClick={() => {
              draft.change(before.draft);
              sandbox.perform({ type: 'put_board', board: before.board, words: 'Your board is back.' });
              setBefore(null);
              say('Your draft is back.');
            }}
          >
            Back to my draft
          </button>
          <button type="button" className="button" onClick={() => setBefore(null)}>
            Keep
          </button>
        </p>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {refused !== null && (
        <Sheet title={`${refused.name} was not opened`} close={() => setRefused(null)}>
          <p>Your draft is as it was. This would have to change in the file:</p>
          <ul className="file-problems">
            {refused.problems.map(({ path, line, message }) => (
              <li key={`${line} ${path} ${message}`}>
                {line === undefined ? '' : `line ${line}: `}
                {path !== '' && <code>{path}</code>} {message}
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}

import { Suspense, useEffect, useMemo, useState } from 'react';
import { later } from '#islands/status/lazyPart.tsx';
import { useStore } from 'zustand';
import { browserBoardStorage } from '#state/boards/boardStorage.ts';
import type { Level } from '#model/level/level.ts';
import { followNames } from '#state/level/draft/followNames.ts';
import { createDraft, draftBoardStorage, writtenLevel } from '#state/level/draft/levelDraft.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import type { LevelLinks } from '#islands/level/useLevel.ts';
import { AboutForm } from './forms/AboutForm.tsx';
import { BuilderTools } from './BuilderTools.tsx';
import { Checklist } from './proof/Checklist.tsx';
import { DraftBoard } from './DraftBoard.tsx';
import { GoalsForm } from './forms/GoalsForm.tsx';
import { ScriptForm } from './forms/ScriptForm.tsx';
import { BuilderContext, type BuilderView, type Section, SECTIONS, useBuilder } from './useBuilder.ts';
import { useProof } from './proof/useProof.ts';
import { MistakesForm, PaletteForm, SolutionForm } from './forms/WaysForms.tsx';
import './builder.css';

const PlayDraft = later(() => import('./PlayDraft.tsx').then((part) => part.default));

const FORMS: Readonly<Record<Exclude<Section, 'Board'>, () => React.ReactNode>> = {
  About: AboutForm,
  Script: ScriptForm,
  Goals: GoalsForm,
  Palette: PaletteForm,
  Solution: SolutionForm,
  Mistakes: MistakesForm,
};

/** Makes a level: its board, what may be done, what must come of it, and the proof that it can be played. */
function Builder({ links }: { links: LevelLinks }) {
  const storage = useMemo(() => browserBoardStorage(), []);
  const draft = useMemo(() => createDraft(storage), [storage]);
  const sandbox = useMemo(() => createSandboxStore(draftBoardStorage(storage)), [storage]);
  useEffect(() => followNames(draft, sandbox), [draft, sandbox]);
  const [section, show] = useState<Section>('About');
  const [played, play] = useState<Level | null>(null);
  const view: BuilderView = { draft, sandbox, section, show };
  if (played !== null)
    return (
      <Suspense fallback={<p>The board is being loaded.</p>}>
        <PlayDraft level={played} links={links} back={() => play(null)} />
      </Suspense>
    );
  return (
    <BuilderContext value={view}>
      <Making play={play} />
    </BuilderContext>
  );
}
export default Builder;

function Making({ play }: { play: (level: Level) => void }) {
  const { section, show, state, layout, sandbox } = useBuilder();
  const boardKept = useStore(sandbox.store, (board) => board.storage);
  const written = useMemo(() => writtenLevel(state.draft, layout), [state.draft, layout]);
  const proof = useProof(written);
  const Form = section === 'Board' ? null : FORMS[section];
  const lost = state.storage === 'blocked' || boardKept === 'blocked';
  return (
    <div className="builder" data-section={section}>
      <BuilderTools written={written} proof={proof} play={play} />
      {lost && (
        <p className="banner" role="status">
          Your browser keeps nothing for this page, so export the level before you close it.
        </p>
      )}
      {state.storage === 'unreadable' && (
        <p className="banner" role="status">
          The draft kept from last time could not be read. It was set aside, and you start with an empty one.
        </p>
      )}
      <nav className="sections" aria-label="Parts of the level">
        {SECTIONS.map((name) => (
          <button
            type="button"
            key={name}
            aria-current={section === name ? 'true' : undefined}
            onClick={() => show(name)}
          >
            {name}
          </button>
        ))}
      </nav>
      {Form === null ? (
        <DraftBoard />
      ) : (
        <section className="part" aria-labelledby="part-title">
          <h2 id="part-title">{section}</h2>
          <Form />
        </section>
      )}
      {section !== 'Board' && <Checklist proof={proof} />}
    </div>
  );
}

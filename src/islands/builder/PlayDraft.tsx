import { Level } from '#islands/level/PlayLevel.tsx';
import type { LevelLinks } from '#islands/level/useLevel.ts';
import type { Level as LevelData } from '#model/level/level.ts';

/** Plays the draft as a learner would. */
export default function PlayDraft({
  level,
  links,
  back,
}: {
  level: LevelData;
  links: LevelLinks;
  back: () => void;
}) {
  return (
    <>
      <p className="playing-draft">
        <button type="button" className="button" onClick={back}>
          Back to the builder
        </button>{' '}
        This is your draft, {level.title}.
      </p>
      <Level level={level} links={links} />
    </>
  );
}

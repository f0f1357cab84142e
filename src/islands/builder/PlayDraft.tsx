import { PlayLevel } from '#islands/level/PlayLevel.tsx';
import type { LevelLinks } from '#islands/level/useLevel.ts';
import type { Level } from '#model/level/level.ts';

/** Plays the draft as a learner would. */
export default function PlayDraft({
  level,
  links,
  back,
}: {
  level: Level;
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
      <PlayLevel level={level} links={links} />
    </>
  );
}

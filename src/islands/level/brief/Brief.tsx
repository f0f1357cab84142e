import { Goals } from './Goals.tsx';
import { Hints } from './Hints.tsx';
import { OwnChanges } from './OwnChanges.tsx';
import { Palette } from './Palette.tsx';
import { Predict } from './Predict.tsx';
import { useLevel } from '../useLevel.ts';

/** Story, facts and goals, and what the learner has done about them: one key away from anywhere. */
export function Brief() {
  const { level } = useLevel();
  return (
    <section className="panel brief" aria-label="Brief" data-panel="brief">
      <header>
        <h2 tabIndex={-1} data-brief>
          {/^\d\d-/.test(level.id) ? `${level.id.slice(0, 2)} · ` : ''}
          {level.title}
        </h2>
      </header>
      {/** biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
      <div className="panel-body" role="region" aria-label="Story, goals and hints" tabIndex={0}>
        <h3>Goals</h3>
        <Goals />
        <p>{level.story}</p>
        <ul className="facts" aria-label="What you know">
          {level.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <Predict />
        <OwnChanges />
        <Palette />
        <Hints />
      </div>
    </section>
  );
}

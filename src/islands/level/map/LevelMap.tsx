import { useEffect, useState } from 'react';
import type { Entry } from '#model/quiz/entry.ts';
import { browserBoardStorage } from '#state/boards/boardStorage.ts';
import { lastLevel } from '#state/level/lastLevel.ts';
import { type LevelStanding, standingOf, watchLevels } from '#state/level/levelResults.ts';
import { Stars } from './Stars.tsx';
import './map.css';

interface MapLevel {
  id: string;
  title: string;
  story: string;
  href: string;
  par: number;
  rules: readonly { fact: string; href: string | null }[];
}
export interface MapChapter {
  title: string;
  levels: readonly MapLevel[];
}

const WORDS: Readonly<Record<LevelStanding['state'], string>> = {
  open: 'open',
  tried: 'begun',
  shown: 'solution shown',
  solved: 'solved',
};

/** Every level by chapter, what was reached in each, and where to go on. The order is advice: all are open. */
export function LevelMap({ chapters }: { chapters: readonly MapChapter[] }) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [last, setLast] = useState<string | null>(null);
  useEffect(() => {
    setLast(lastLevel(browserBoardStorage()));
    // A newcomer's map stays as it is: nothing is drawn a second time.
    return watchLevels((now) => setEntries((before) => (now.length + before.length === 0 ? before : now)));
  }, []);
  const levels = chapters.flatMap((chapter) => chapter.levels);
  const standings = new Map(levels.map(({ id }) => [id, standingOf(entries, id)]));
  const solved = levels.filter(({ id }) => standings.get(id)?.state === 'solved');
  const begun = levels.find(({ id }) => id === last && standings.get(id)?.state !== 'solved');
  const resume = begun ?? levels.find(({ id }) => standings.get(id)?.state !== 'solved');
  const learnt = new Map(solved.flatMap(({ rules }) => rules.map((rule) => [rule.fact, rule])));
  const every = new Set(levels.flatMap(({ rules }) => rules.map(({ fact }) => fact)));
  const stars = [...standings.values()].reduce((sum, standing) => sum + standing.stars, 0);
  return (
    <div className="level-map">
      <div className="map-head">
        {resume !== undefined && (
          <a className="resume" href={resume.href}>
            <span className="eyebrow">{begun === undefined ? 'Next level' : 'Go on with'}</span>
            <strong>
              {resume.id.slice(0, 2)} · {resume.title}
            </strong>
            <span>{resume.story}</span>
          </a>
        )}
        <dl>
          <div>
            <dt>Solved</dt>
            <dd>
              {solved.length} of {levels.length}
            </dd>
          </div>
          <div>
            <dt>Stars</dt>
            <dd>
              {stars} of {levels.length * 3}
            </dd>
          </div>
          <div>
            <dt>Rules learnt</dt>
            <dd>
              {learnt.size} of {every.size}
            </dd>
          </div>
        </dl>
      </div>
      {chapters.map((chapter, i) => (
        <section key={chapter.title} aria-labelledby={`chapter-${i}`}>
          <h2 id={`chapter-${i}`}>
            <span className="chapter-number">{i + 1}</span> {chapter.title}
          </h2>
          <ol>
            {chapter.levels.map((level) => {
              const standing = standings.get(level.id) ?? { stars: 0, state: 'open' };
              return (
                <li key={level.id} data-state={standing.state}>
                  <a href={level.href}>
                    <span className="level-number">{level.id.slice(0, 2)}</span>
                    <span>{level.title}</span>
                  </a>
                  <span className="level-rules">
                    {level.rules.map(({ fact, href }) =>
                      href === null ? (
                        <code key={fact}>{fact}</code>
                      ) : (
                        <a key={fact} href={href}>
                          {fact}
                        </a>
                      ),
                    )}
                  </span>
                  <span className="level-state">
                    {standing.state === 'solved' ? <Stars stars={standing.stars} /> : WORDS[standing.state]}
                  </span>
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </div>
  );
}

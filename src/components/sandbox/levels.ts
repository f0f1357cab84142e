import type { MapChapter } from '#islands/level/map/LevelMap.tsx';
import type { LevelLinks } from '#islands/level/useLevel.ts';
import type { Level } from '#model/level/level.ts';
import { LEVELS, titleOf } from '../content/content.ts';
import { hasRulePage } from '../rules/ruleBook.ts';
import { href, levelHref, ruleHref } from '../page/site.ts';

/** The levels by chapter, as the map shows them. */
export const CHAPTERS: readonly MapChapter[] = [...new Set(LEVELS.map((level) => level.chapter))].map(
  (chapter) => ({
    title: titleOf(chapter),
    levels: LEVELS.filter((level) => level.chapter === chapter).map((level) => ({
      id: level.id,
      title: level.title,
      story: level.story,
      href: levelHref(level.id),
      par: level.par,
      rules: level.rules.map((fact) => ({ fact, href: hasRulePage(fact) ? ruleHref(fact) : null })),
    })),
  }),
);

/** Addresses for the page of a level; null: of a board that is none of them. */
export function linksOf(level: Level | null): LevelLinks {
  const next = level === null ? undefined : LEVELS[LEVELS.indexOf(level) + 1];
  return {
    map: href('sandbox/levels/'),
    sandbox: href('sandbox/'),
    rules: href('rules/'),
    next: next === undefined ? null : { href: levelHref(next.id), title: next.title },
  };
}

import type { Catalogue } from '#model/quiz/catalogue.ts';
import type { QuizSite } from '../quizSite.ts';

/** The lesson and the level that teach most of what was asked. */
export function WayBack({
  rules,
  site,
  catalogue,
}: {
  rules: ReadonlySet<string>;
  site: QuizSite;
  catalogue: Catalogue;
}) {
  const most = <T,>(list: readonly T[], of: (thing: T) => readonly string[]): T | undefined => {
    const counted = list.map((thing) => ({ thing, n: of(thing).filter((rule) => rules.has(rule)).length }));
    return counted.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n)[0]?.thing;
  };
  const lesson = most(catalogue.lessons, (l) => l.facts);
  const level = most(catalogue.levels, (l) => l.rules);
  return (
    <>
      {lesson !== undefined && <a href={`${site.lessons}${lesson.id}/`}>{lesson.title}</a>}
      {lesson !== undefined && level !== undefined && ', '}
      {level !== undefined && <a href={`${site.levels}${level.id}/`}>level “{level.title}”</a>}
    </>
  );
}

import { counted } from '#model/wording/counted.ts';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import { describeDue } from '#quiz/review/describeDue.ts';
import type { ReviewDay } from '#quiz/review/reviewDay.ts';
import type { QuizSite } from '../quizSite.ts';
import { percent } from './describeNumbers.ts';

/** How much of the app was gone through. */
export function Overview({
  catalogue,
  site,
  answers,
  right,
  rules,
  read,
  stars,
  review,
  exams,
}: {
  catalogue: Catalogue;
  site: QuizSite;
  answers: number;
  right: number;
  rules: { asked: number; all: number };
  read: ReadonlySet<string>;
  stars: ReadonlyMap<string, number>;
  review: ReviewDay;
  exams: number;
}) {
  const lessons = catalogue.lessons.filter(({ id }) => read.has(id)).length;
  const earned = catalogue.levels.map(({ id }) => stars.get(id) ?? 0);
  const sum = earned.reduce((a, b) => a + b, 0);
  const tiles = [
    { to: site.lessons, name: 'Lessons read', n: lessons, of: catalogue.lessons.length },
    {
      to: site.levels,
      name: 'Levels passed',
      n: earned.filter((n) => n > 0).length,
      of: catalogue.levels.length,
      note: sum > 0 ? counted(sum, 'star') : undefined,
    },
    { to: site.practice, name: 'Rules you’ve been asked about', n: rules.asked, of: rules.all },
    {
      to: site.practice,
      name: 'Answers',
      n: answers,
      note: answers > 0 ? `${percent(right / answers)} right` : undefined,
    },
    {
      to: site.review,
      name: 'In today’s review',
      n: review.queue.length,
      note: review.queue.length > 0 ? describeDue(review) : undefined,
    },
    { to: site.exam, name: 'Mock exams submitted', n: exams },
  ];
  return (
    <ul className="dash-tiles" aria-label="Done so far">
      {tiles.map(({ to, name, n, of, note }) => (
        <li key={name}>
          <a href={to}>{name}</a>
          <p>
            <strong>{n.toLocaleString('en-GB')}</strong>
            {of !== undefined && ` of ${of}`}
            {note !== undefined && <span className="dash-note">{note}</span>}
          </p>
          {of !== undefined && (
            <span className="dash-part" aria-hidden="true">
              <span style={{ width: `${of === 0 ? 0 : (n / of) * 100}%` }} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

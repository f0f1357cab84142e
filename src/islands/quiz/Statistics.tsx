import { topicTitle } from '#model/catalogue.ts';
import type { Findings } from '#quiz/dashboard.ts';
import { dayText } from '#state/clock.ts';
import { DataTable } from './dashboard/Figure.tsx';
import { several } from './dashboard/words.ts';

const SHOWN = 10;

/** Exams, the hardest items and the beliefs behind wrong answers, all counted from the log. */
export function Statistics({ items, exams, beliefs }: Pick<Findings, 'items' | 'exams' | 'beliefs'>) {
  if (items.length === 0) return null;
  const firsts = items.filter((row) => row.first).length;
  const tables = [
    {
      caption: 'Beliefs behind wrong answers',
      head: ['Belief', 'Times'],
      rows: beliefs
        .slice(0, SHOWN)
        .map((row) => [row.belief, row.belief.replaceAll('-', ' '), String(row.times)] as const),
    },
    {
      caption: 'Mock exams',
      head: ['Day', 'Exam', 'Right'],
      rows: exams
        .toReversed()
        .map(
          (e) =>
            [e.id, dayText(e.day), e.blueprint.replaceAll('-', ' '), `${e.right} of ${e.asked}`] as const,
        ),
    },
    {
      caption: 'Missed most',
      head: ['Question', 'Right', 'First answer'],
      rows: items
        .filter((row) => row.asked > row.right)
        .slice(0, SHOWN)
        .map(
          (row) =>
            [
              row.item,
              `${(row.item.split('/')[0] ?? '').replaceAll('-', ' ')}, ${topicTitle(row.topic)}`,
              `${row.right}\u00a0of\u00a0${row.asked}`,
              row.first ? 'right' : 'wrong',
            ] as const,
        ),
    },
  ];
  return (
    <section aria-labelledby="statistics">
      <h2 id="statistics">What the log says</h2>
      <p>
        You’ve answered {several(items.length, 'different question')}, {firsts} of them right the very first
        time.
      </p>
      <div className="dash-two">
        {tables
          .filter(({ rows }) => rows.length > 0)
          .map((table) => (
            <DataTable key={table.caption} shown {...table} />
          ))}
      </div>
    </section>
  );
}

import { counted } from '#model/wording/counted.ts';
import { familyOfCard, topicTitle } from '#model/quiz/catalogue.ts';
import { BLUEPRINTS } from '#quiz/exam/assemble.ts';
import type { DashboardData } from '#quiz/progress/dashboard.ts';
import { familyTitle } from '#quiz/generators/kit/familyTitles.ts';
import { assumptionOf } from '#quiz/misconceptions/sentence.ts';
import { dayText } from '#state/app/clock.ts';
import { ChartTable } from './ChartFigure.tsx';
import { plainText } from '../item/RichText.tsx';

const SHOWN = 10;

const blueprintTitle = (id: string): string =>
  BLUEPRINTS.find((blueprint) => blueprint.id === id)?.title ?? 'An earlier exam';

/** What was asked, in words: the title of a family, or the id of a question of the bank as words. */
function questionWords(item: string, topic: string): string {
  const title = familyTitle(familyOfCard(item));
  if (title !== null) return `${title} ${topicTitle(topic)}`;
  const words = item.replaceAll('-', ' ').replace(/^./, (c) => c.toUpperCase());
  return `${words}, ${topicTitle(topic)}`;
}

/** Exams, the hardest items and the beliefs behind wrong answers, all counted from the log. */
export function Statistics({ items, exams, beliefs }: Pick<DashboardData, 'items' | 'exams' | 'beliefs'>) {
  if (items.length === 0) return null;
  const firsts = items.filter((row) => row.first).length;
  const tables = [
    {
      caption: 'What you may have assumed',
      head: ['Assumption behind wrong answers', 'Times'],
      rows: beliefs
        .flatMap(({ belief, times }) => {
          const assumption = assumptionOf(belief);
          return assumption === null ? [] : [[belief, plainText(assumption), String(times)] as const];
        })
        .slice(0, SHOWN),
    },
    {
      caption: 'Mock exams',
      head: ['Day', 'Exam', 'Right'],
      rows: exams
        .toReversed()
        .map((e) => [e.id, dayText(e.day), blueprintTitle(e.blueprint), `${e.right} of ${e.asked}`] as const),
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
              questionWords(row.item, row.topic),
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
        You’ve answered {counted(items.length, 'different question')}, {firsts} of them right the very first
        time.
      </p>
      <div className="dash-two">
        {tables
          .filter(({ rows }) => rows.length > 0)
          .map((table) => (
            <ChartTable key={table.caption} shown {...table} />
          ))}
      </div>
    </section>
  );
}

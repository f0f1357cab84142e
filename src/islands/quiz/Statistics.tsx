import { useMemo } from 'react';
import { topicTitle } from '#model/catalogue.ts';
import type { Entry } from '#model/entry.ts';
import { beliefRows, itemRows } from '#quiz/statistics.ts';
import { dayText } from '#state/clock.ts';
import { DataTable } from './dashboard/Figure.tsx';
import { several } from './dashboard/words.ts';

const SHOWN = 10;

/** Exams, the hardest items and the beliefs behind wrong answers, all counted from the log. */
export function Statistics({ entries }: { entries: readonly Entry[] }) {
  const { exams, items, hard, beliefs, firsts } = useMemo(() => {
    const all = itemRows(entries);
    return {
      exams: entries.flatMap((e) => (e.kind === 'exam' ? [e] : [])).reverse(),
      items: all.length,
      hard: all.filter((row) => row.asked > row.right).slice(0, SHOWN),
      beliefs: beliefRows(entries).slice(0, SHOWN),
      firsts: all.filter((row) => row.first).length,
    };
  }, [entries]);
  if (items === 0) return null;
  return (
    <section aria-labelledby="statistics">
      <h2 id="statistics">What the log says</h2>
      <p>
        {several(items, 'different question')} answered, {firsts} of them right the very first time.
      </p>
      <div className="dash-two">
        {beliefs.length > 0 && (
          <DataTable
            shown
            caption="Beliefs behind wrong answers"
            head={['Belief', 'Times']}
            rows={beliefs.map((row) => [row.belief, row.belief.replaceAll('-', ' '), String(row.times)])}
          />
        )}
        {exams.length > 0 && (
          <DataTable
            shown
            caption="Mock exams"
            head={['Day', 'Exam', 'Right']}
            rows={exams.map((e) => [
              e.id,
              dayText(e.day),
              e.blueprint.replaceAll('-', ' '),
              `${e.right} of ${e.asked}`,
            ])}
          />
        )}
        {hard.length > 0 && (
          <DataTable
            shown
            caption="Missed most"
            head={['Question', 'Right', 'First answer']}
            rows={hard.map((row) => [
              row.item,
              `${(row.item.split('/')[0] ?? '').replaceAll('-', ' ')}, ${topicTitle(row.topic)}`,
              `${row.right}\u00a0of\u00a0${row.asked}`,
              row.first ? 'right' : 'wrong',
            ])}
          />
        )}
      </div>
    </section>
  );
}

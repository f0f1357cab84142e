import { useMemo } from 'react';
import { type Catalogue, topicTitle } from '#model/catalogue.ts';
import { reportRows } from '#quiz/examReport.ts';
import { toPercent } from '#quiz/fraction.ts';
import { beliefRows, itemRows } from '#quiz/statistics.ts';
import { dayText } from '#state/clock.ts';
import { useProgress } from './useProgress.ts';
import { TableScroll } from './TableScroll.tsx';

const SHOWN = 10;

/** Exams, topics, the hardest items and the beliefs behind wrong answers, all counted from the log. */
export function Statistics({ catalogue }: { catalogue: Catalogue }) {
  const entries = useProgress((state) => state.entries);
  const answers = useMemo(
    () => entries.flatMap((e) => (e.kind === 'answer' && e.topic !== null ? [e] : [])),
    [entries],
  );
  const exams = entries.flatMap((e) => (e.kind === 'exam' ? [e] : [])).reverse();
  const items = itemRows(entries);
  const hard = items.filter((row) => row.asked > row.right).slice(0, SHOWN);
  const beliefs = beliefRows(entries).slice(0, SHOWN);
  const firsts = items.filter((row) => row.first).length;
  const lessons = new Set(
    entries.flatMap((e) => (e.kind === 'lesson' && e.mark === 'read' ? [e.lesson] : [])),
  ).size;
  const levels = new Set(entries.flatMap((e) => (e.kind === 'level' && e.passed ? [e.level] : []))).size;
  return (
    <section aria-labelledby="statistics">
      <h2 id="statistics">What the log says</h2>
      <p>
        {answers.length} {answers.length === 1 ? 'answer' : 'answers'} to {items.length} different questions
        {items.length > 0 && `, ${firsts} of them right the very first time`}. {lessons} of{' '}
        {catalogue.lessons.length} lessons read, {levels} of {catalogue.levels.length} levels passed.
      </p>
      {exams.length > 0 && (
        <Table
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
      {answers.length > 0 && (
        <Table
          caption="By topic"
          head={['Topic', 'Right', 'With parts']}
          rows={reportRows(answers, 'topic').map((row) => [
            row.id,
            topicTitle(row.id),
            `${row.right} of ${row.asked}`,
            `${toPercent(row.partial)} %`,
          ])}
        />
      )}
      {hard.length > 0 && (
        <Table
          caption="Missed most"
          head={['Question', 'Right', 'First answer']}
          rows={hard.map((row) => [
            row.item,
            `${(row.item.split('/')[0] ?? '').replaceAll('-', ' ')}, ${topicTitle(row.topic)}`,
            `${row.right} of ${row.asked}`,
            row.first ? 'right' : 'wrong',
          ])}
        />
      )}
      {beliefs.length > 0 && (
        <Table
          caption="Beliefs behind wrong answers"
          head={['Belief', 'Times']}
          rows={beliefs.map((row) => [row.belief, row.belief.replaceAll('-', ' '), String(row.times)])}
        />
      )}
    </section>
  );
}

/** Rows begin with their key. */
function Table({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly [string, string, ...string[]])[];
}) {
  return (
    <TableScroll name={caption}>
      <table className="quiz-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, first, ...cells]) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {cells.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table do not move.
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

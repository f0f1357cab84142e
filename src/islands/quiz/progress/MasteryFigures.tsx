import { listed } from '#model/wording/listed.ts';
import { counted } from '#model/wording/counted.ts';
import { type Catalogue, OBJECTIVES, topicTitle } from '#model/quiz/catalogue.ts';
import { filterText } from '#quiz/practice/filterText.ts';
import { ENOUGH, type Estimate, isEnough, type Mastery, stillNeeded } from '#quiz/progress/mastery.ts';
import type { Readiness } from '#quiz/progress/readiness.ts';
import type { QuizSite } from '../quizSite.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { RangeChart, type RangeRow } from './RangeChart.tsx';
import { percent, rangeText } from './describeNumbers.ts';

interface Row extends Estimate {
  id: string;
  label: string;
  answers: number;
}

const noteOf = (row: Row): string =>
  isEnough(row, ENOUGH.topic)
    ? percent(row.value)
    : row.answers === 0
      ? 'no answers'
      : `needs ${stillNeeded(row, ENOUGH.topic)} more`;

const rangeRow = (row: Row): RangeRow => ({
  id: row.id,
  label: row.label,
  note: noteOf(row),
  value: row.answers === 0 ? null : row.value,
  interval: row.interval,
  firm: isEnough(row, ENOUGH.topic),
});

/** The lowest and the highest in words, and how many rows say nothing yet. */
function summaryOf(rows: readonly Row[]): string {
  const firm = rows.filter((row) => isEnough(row, ENOUGH.topic)).sort((a, b) => a.value - b.value);
  const [low, high] = [firm[0], firm.at(-1)];
  const open = rows.length - firm.length;
  const parts = [
    low !== undefined && `Lowest: ${low.label}, ${percent(low.value)}.`,
    high !== undefined && high !== low && `Highest: ${high.label}, ${percent(high.value)}.`,
    open > 0 &&
      (open === rows.length
        ? 'Not enough answers for any of them yet.'
        : `Not enough answers yet for ${open} of ${rows.length}.`),
  ];
  return parts.filter((part) => part !== false).join(' ');
}

const tableRow = (row: Row) =>
  [
    row.answers === 0 ? '–' : percent(row.value),
    row.answers === 0 ? '–' : rangeText(row.interval),
    String(row.answers),
    isEnough(row, ENOUGH.topic) ? 'yes' : `needs ${stillNeeded(row, ENOUGH.topic)} more`,
  ] as const;

/** What readiness is made of. */
export function ObjectiveFigure({
  weights,
  estimate,
  site,
}: {
  weights: Readonly<Record<string, number>>;
  estimate: Readiness;
  site: QuizSite;
}) {
  const rows = Object.entries(estimate.mastery).map(
    ([id, mastery]): Row => ({ id, label: `${id} ${OBJECTIVES[id] ?? ''}`, ...mastery }),
  );
  const total = Object.values(weights).reduce((a, b) => a + b, 0);
  return (
    <ChartFigure
      title="By objective"
      summary={`${summaryOf(rows)} Mock exams and mixed practice count.`}
      chart={(label) => <RangeChart rows={rows.map(rangeRow)} label={label} />}
      head={['Objective', 'Mastery', '80 % range', 'Answers', 'Enough?', 'Weight', 'Practice']}
      rows={() =>
        rows.map((row) => [
          row.id,
          row.label,
          ...tableRow(row),
          percent((weights[row.id] ?? 0) / total),
          <a key="to" href={`${site.practice}#${filterText({ objectives: [row.id] })}`}>
            Practise<span className="visually-hidden"> {row.label}</span>
          </a>,
        ])
      }
    />
  );
}

export function TopicFigure({
  topics,
  catalogue,
  site,
}: {
  topics: ReadonlyMap<string, Mastery>;
  catalogue: Catalogue;
  site: QuizSite;
}) {
  const ids = [...new Set([...catalogue.items.map(({ topic }) => topic), ...topics.keys()])].sort();
  const rows = ids.map((id): Row => ({ id, label: topicTitle(id), ...(topics.get(id) ?? NOTHING) }));
  return (
    <ChartFigure
      title="By topic"
      summary={`${summaryOf(rows)} Every mode counts.`}
      chart={(label) => <RangeChart rows={rows.map(rangeRow)} label={label} />}
      head={['Topic', 'Mastery', '80 % range', 'Answers', 'Enough?', 'Practice']}
      rows={() =>
        rows.map((row) => [
          row.id,
          row.label,
          ...tableRow(row),
          <a key="to" href={`${site.practice}#${filterText({ topics: [row.id] })}`}>
            Practise<span className="visually-hidden"> {row.label}</span>
          </a>,
        ])
      }
    />
  );
}

const NOTHING = { value: 0.5, variance: 1 / 12, interval: { from: 0, to: 1 }, weight: 0, answers: 0 };

/** For the sentence under the heading. */
export const describeMastery = (firsts: number, answers: number): string =>
  `Counted is the first answer to each rule on a day: ${firsts} of your ${counted(answers, 'answer')}. In the charts ${listed(
    [
      'a dot is the estimate',
      'its bar is the range where your true share lies, 8 times out of 10',
      `a hollow dot has fewer than ${ENOUGH.topic} fresh answers behind it`,
    ],
  )}.`;

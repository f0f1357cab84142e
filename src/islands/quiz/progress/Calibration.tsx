import { useMemo } from 'react';
import { listed } from '#model/wording/listed.ts';
import { counted } from '#model/wording/counted.ts';
import { BAND, calibration, type CalibrationRow, meanMark } from '#quiz/scoring/certainty.ts';
import type { DashboardData } from '#quiz/progress/dashboard.ts';
import { CERTAINTY_WORDS } from '../item/Certainty.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import type { QuizSite } from '../quizSite.ts';
import { RangeChart } from './RangeChart.tsx';
import { percent, rangeText } from './describeNumbers.ts';

/** Answers at a level before it says anything. */
const ENOUGH = 10;

const VERDICTS = {
  'too sure': 'Too sure: fewer were right than you thought.',
  'too modest': 'Too modest: more were right than you thought.',
} as const;

const verdictOf = (row: CalibrationRow): string =>
  row.n < ENOUGH
    ? `${ENOUGH - row.n} more answers until this can be judged`
    : row.verdict === null
      ? 'Fits what you said.'
      : VERDICTS[row.verdict];

/** How certainty and being right go together. */
export function Calibration({
  answers,
  all,
  site,
}: {
  answers: DashboardData['certain'];
  /** How many answers there are, those without a certainty too. */
  all: number;
  site: QuizSite;
}) {
  const rows = useMemo(() => calibration(answers), [answers]);
  const guesses = answers.filter((a) => a.certainty === 'no_idea').length;
  const right = answers.filter((a) => a.right).length;
  const mean = meanMark(answers);
  const judged = rows.filter((row) => row.n >= ENOUGH);
  const off = judged.filter((row) => row.verdict !== null);
  const title = (row: CalibrationRow) => CERTAINTY_WORDS[row.certainty].title;
  return (
    <section aria-labelledby="calibration">
      <h2 id="calibration">How sure, and how right</h2>
      {answers.length === 0 ? (
        <p>
          Nothing yet. <a href={site.practice}>Practise</a> with “Ask how sure I am” on, and you see here
          whether you know what you know.
        </p>
      ) : (
        <ChartFigure
          title="Share right at each level of certainty"
          summary={
            <>
              You said how sure you were for {answers.length} of your {all} answers, and {right} of those were
              right ({percent(right / answers.length)}). Certainty: {mean?.toFixed(1).replace('-', '−')} of 3
              points on average. {guesses > 0 && `${counted(guesses, 'was a guess', 'were guesses')}. `}
              {judged.length === 0
                ? 'Not enough answers at any level yet to judge.'
                : off.length === 0
                  ? `What you say fits what you know, at ${listed(judged.map((row) => title(row).toLowerCase()))}.`
                  : off.map((row) => `${title(row)}: ${row.verdict}.`).join(' ')}
            </>
          }
          chart={(label) => (
            <RangeChart
              label={label}
              rows={rows.map((row) => ({
                id: row.certainty,
                label: `${title(row)}, ${CERTAINTY_WORDS[row.certainty].range}`,
                note: row.n === 0 ? 'no answers' : `${row.right} of ${row.n}`,
                value: row.n === 0 ? null : row.right / row.n,
                interval: row.interval,
                firm: row.n >= ENOUGH,
                band: BAND[row.certainty],
              }))}
            />
          )}
          head={['Level', 'Right', 'Share', '80 % range', 'Verdict']}
          rows={() =>
            rows.map((row) => [
              row.certainty,
              `${title(row)}, ${CERTAINTY_WORDS[row.certainty].range}`,
              `${row.right} of ${row.n}`,
              row.n === 0 ? '–' : percent(row.right / row.n),
              row.n === 0 ? '–' : rangeText(row.interval),
              verdictOf(row),
            ])
          }
        >
          <p className="quiz-hint">
            The tinted part is what each level claims. A right answer gives 1, 2 or 3 points at low, middle or
            high, a wrong one takes 0, 2 or 6, and “no idea” is always 0. You gain most by being honest. These
            points count in no other score.
          </p>
        </ChartFigure>
      )}
    </section>
  );
}

import { agrees, counted } from '#model/wording/counted.ts';
import type { Forecast } from '#quiz/review/forecast.ts';
import { dayShort, dayText } from '#state/app/clock.ts';
import type { QuizSite } from '../quizSite.ts';
import { DayChart } from './DayChart.tsx';
import { ChartFigure } from './ChartFigure.tsx';

/** What the review will ask each day, up to the exam. */
export function ForecastFigure({ forecast, site }: { forecast: Forecast; site: QuizSite }) {
  const { days, examDay, cut, begun, waiting } = forecast;
  const sum = (of: (day: (typeof days)[number]) => number) => days.reduce((so, day) => so + of(day), 0);
  const total = sum(({ due, fresh }) => due + fresh);
  const peak = days.reduce((a, b) => (b.due + b.fresh > a.due + a.fresh ? b : a), days[0] ?? NO_DAY);
  const firstPass = days.find(({ finalPass }) => finalPass)?.day;
  const until =
    examDay === null || cut ? `the next ${counted(days.length, 'day')}` : `the exam on ${dayText(examDay)}`;
  return (
    <section aria-labelledby="forecast">
      <h2 id="forecast">Review forecast</h2>
      <ChartFigure
        title={examDay === null || cut ? `Questions a day, ${until}` : `Questions a day until ${until}`}
        summary={
          <>
            {counted(total, 'question')} in {counted(days.length, 'day')}, about{' '}
            {Math.round(total / Math.max(1, days.length))} a day, most on {dayText(peak.day)} (
            {peak.due + peak.fresh}). So far you’ve met {begun.now} of the {begun.all} things that the review
            asks about; by then it will be {begun.reached}.{' '}
            {firstPass !== undefined && `From ${dayText(firstPass)} on the final pass takes over.`}
          </>
        }
        chart={(label) => (
          <DayChart
            label={label}
            series={['Due again', 'New']}
            marked={firstPass}
            bars={days.map(({ day, due, fresh, finalPass }) => ({
              day,
              short: dayShort(day),
              title: `${dayText(day)}: ${due} due, ${fresh} new${finalPass ? ', final pass' : ''}`,
              values: [due, fresh],
            }))}
          />
        )}
        head={['Day', 'Due again', 'New', 'Together']}
        rows={() =>
          days.map(({ day, due, fresh, finalPass }, i) => [
            String(day),
            `${i === 0 ? 'Today' : dayText(day)}${finalPass ? ', final pass' : ''}`,
            String(due),
            String(fresh),
            String(due + fresh),
          ])
        }
      >
        <p className="quiz-hint">
          This is how it goes if you do each day’s review and get it right. What you miss comes back the next
          day.{' '}
          {waiting > 0 &&
            `${waiting} that you forgot four times ${agrees(waiting, 'comes', 'come')} back once you’ve passed a level on the rule. `}
          <a href={site.review}>
            {examDay === null
              ? 'Set the day of your exam and the limits'
              : 'Change the exam day and the limits'}
          </a>
        </p>
      </ChartFigure>
    </section>
  );
}

const NO_DAY = { day: 0, due: 0, fresh: 0, finalPass: false };

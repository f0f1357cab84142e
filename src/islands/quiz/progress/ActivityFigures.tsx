import { counted } from '#model/wording/counted.ts';
import type { ActiveDay } from '#quiz/progress/activity.ts';
import { dayShort, dayText } from '#state/app/clock.ts';
import type { QuizSite } from '../quizSite.ts';
import { DayChart } from './DayChart.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import { minutes, percent } from './describeNumbers.ts';

/** What was done each day of the last weeks. Nothing is lost on a day off, and nothing counts days in a row. */
export function ActivityFigures({ days, site }: { days: readonly ActiveDay[]; site: QuizSite }) {
  const sum = (of: (day: ActiveDay) => number) => days.reduce((so, day) => so + of(day), 0);
  const answers = sum((day) => day.answers);
  const active = days.filter((day) => day.answers + day.lessons + day.levels + day.exams > 0);
  const week = days.slice(-7).reduce((so, day) => so + day.answers, 0);
  const others = [
    `${counted(
      sum((d) => d.lessons),
      'lesson',
    )} read`,
    `${counted(
      sum((d) => d.levels),
      'level',
    )} passed`,
    counted(
      sum((d) => d.exams),
      'mock exam',
    ),
  ].join(', ');
  return (
    <section aria-labelledby="activity">
      <h2 id="activity">Activity</h2>
      {active.length === 0 ? (
        <p>
          Nothing in the last eight weeks. <a href={site.practice}>Answer a question</a>, and it appears here.
        </p>
      ) : (
        <div className="dash-two">
          <ChartFigure
            title="Answers a day"
            summary={`${counted(answers, 'answer')} on ${counted(active.length, 'day')} of the last eight weeks, ${week} in the last seven days. ${others}.`}
            chart={(label) => (
              <DayChart
                label={label}
                series={['Right', 'Not fully right']}
                bars={days.map((d) => ({
                  day: d.day,
                  short: dayShort(d.day),
                  title: `${dayText(d.day)}: ${d.right} of ${d.answers} right`,
                  values: [d.right, d.answers - d.right],
                }))}
              />
            )}
            head={['Day', 'Answers', 'Right', 'Minutes', 'Lessons', 'Levels', 'Exams']}
            rows={() =>
              [...active]
                .reverse()
                .map((d) => [
                  String(d.day),
                  dayText(d.day),
                  String(d.answers),
                  d.answers === 0 ? '–' : percent(d.right / d.answers),
                  String(minutes(d.ms)),
                  String(d.lessons),
                  String(d.levels),
                  String(d.exams),
                ])
            }
          />
          <ChartFigure
            title="Minutes a day"
            summary={`${counted(minutes(sum((d) => d.ms)), 'minute')} on questions in eight weeks. A question that you left open counts for ten minutes at most.`}
            chart={(label) => (
              <DayChart
                label={label}
                series={['Minutes']}
                bars={days.map((d) => ({
                  day: d.day,
                  short: dayShort(d.day),
                  title: `${dayText(d.day)}: ${counted(minutes(d.ms), 'minute')}`,
                  values: [minutes(d.ms)],
                }))}
              />
            )}
            head={['Day', 'Minutes']}
            rows={() =>
              [...active].reverse().map((d) => [String(d.day), dayText(d.day), String(minutes(d.ms))])
            }
          />
        </div>
      )}
    </section>
  );
}

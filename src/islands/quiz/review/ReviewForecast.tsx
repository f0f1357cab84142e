import { useCallback } from 'react';
import type { QueueSettings } from '#quiz/review/queueSettings.ts';
import type { ReviewDay } from '#quiz/review/reviewDay.ts';
import { dayText, today } from '#state/app/clock.ts';
import { TableScroll } from '../session/TableScroll.tsx';
import { useFound } from '../session/useFound.ts';

/** Days that are shown; the page of progress shows them up to the exam. */
const DAYS = 14;

/** What the review asks on each of the next days. The chart is a table: each bar is beside its number. */
export function ReviewForecast({ review, settings }: { review: ReviewDay; settings: QueueSettings }) {
  const { fresh, most, examDay } = settings;
  const found = useFound(
    useCallback(async () => {
      const { forecast } = await import('#quiz/review/forecast.ts');
      return forecast(review.cards, today(), { fresh, most, examDay }, review.done);
    }, [review, fresh, most, examDay]),
  );
  if (found === null) return null;
  const days = found.days.slice(0, DAYS);
  const peak = Math.max(1, ...days.map((day) => day.due + day.fresh));
  return (
    <section aria-labelledby="review-forecast">
      <h2 id="review-forecast">{days.length < DAYS ? 'Until your exam' : 'The next two weeks'}</h2>
      <p className="quiz-hint">
        This is how it goes if you do each day’s review and get it right. What you miss comes back the next
        day.
      </p>
      <TableScroll name="Days to come">
        <table className="quiz-table quiz-bars">
          <caption className="visually-hidden">Questions that the review asks on each day</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Due</th>
              <th scope="col">New</th>
              <th scope="col">Together</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, due, fresh: first }, i) => (
              <tr key={day}>
                <th scope="row">{i === 0 ? 'Today' : dayText(day)}</th>
                <td>{due}</td>
                <td>{first}</td>
                <td>
                  <span className="quiz-bar" style={{ width: `${((due + first) / peak) * 80}%` }} />{' '}
                  {due + first}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

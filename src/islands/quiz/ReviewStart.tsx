import { CertaintySetting } from './CertaintySetting.tsx';
import { useCallback, useState } from 'react';
import { type Catalogue, ruleOfCard, topicTitle } from '#model/catalogue.ts';
import { parsePlay } from '#model/session.ts';
import { randomOf } from '#quiz/random.ts';
import { dayFromField, dayText, dayToField, today } from '#state/clock.ts';
import { withPauses } from '#state/pauses.ts';
import { progressStore } from '#state/progress.ts';
import { changeSetting, quizSettings } from '#state/quizSettings.ts';
import { sessionsOf } from '#state/sessions.ts';
import type { QuizSite } from './quizSite.ts';
import { useFound } from './useFound.ts';
import { useProgress } from './useProgress.ts';
import { WayBack } from './WayBack.tsx';
import { TableScroll } from './TableScroll.tsx';

interface Props {
  catalogue: Catalogue;
  site: QuizSite;
  onOpen: (id: string) => void;
}

/** What is due today, when the rest will be, and the limits. */
export function ReviewStart({ catalogue, site, onOpen }: Props) {
  const entries = useProgress((state) => state.entries);
  const settings = quizSettings(entries);
  const [busy, setBusy] = useState(false);
  const day = today();
  const { fresh, most, examDay } = settings.queue;
  const review = useFound(
    // biome-ignore lint/correctness/useExhaustiveDependencies: the settings are made of the entries.
    useCallback(async () => {
      // The scheduler comes with it, which no session needs.
      const { reviewDay } = await import('#state/reviewStart.ts');
      return withPauses(reviewDay(entries, catalogue, settings.queue, day, randomOf(day)));
    }, [entries, catalogue, day]),
  );
  if (review === null) return <p role="status">Looking what is due …</p>;
  const start = async () => {
    setBusy(true);
    const { startReview } = await import('#state/reviewStart.ts');
    onOpen(await startReview(review.queue, catalogue, settings.certainty));
  };
  const n = review.queue.length;
  return (
    <>
      <Unfinished onOpen={onOpen} />
      <section className="quiz-item" aria-labelledby="review-today">
        <h2 id="review-today">
          {n === 0 ? 'Nothing is due today' : `${n} ${n === 1 ? 'question' : 'questions'} today`}
        </h2>
        <p>
          {review.finalPass !== null
            ? `The exam is in ${review.finalPass} ${review.finalPass === 1 ? 'day' : 'days'}: a final pass goes over what you might have forgotten by then, the weakest first, and nothing new. `
            : n > 0 && `${review.due} due and ${review.fresh} new. `}
          {review.done.all > 0 && `${review.done.all} done today. `}
          {review.known > 0 && `${review.known} of ${cardCount(catalogue)} begun. `}
          {review.recall !== null &&
            `Chance to recall one of them ${examDay !== null && examDay > day ? 'on the day of the exam' : 'today'}: about ${Math.round(review.recall * 100)} %.`}
        </p>
        <p className="quiz-actions">
          <button
            type="button"
            className="button primary"
            disabled={n === 0 || busy}
            onClick={() => void start()}
          >
            {busy ? 'Starting …' : 'Start the review'}
          </button>
          {n === 0 && <a href={site.practice}>Practise something else</a>}
        </p>
      </section>
      <Forecast forecast={review.forecast} day={day} />
      {review.leeches.length > 0 && (
        <section aria-labelledby="review-leeches">
          <h2 id="review-leeches">Asked too often in vain</h2>
          <p>
            These were forgotten four times. Asking again does not help: read the lesson, play the level. Once
            the level is passed they come back.
          </p>
          <ul className="quiz-list">
            {review.leeches.map((card) => (
              <li key={card.id}>
                <span>
                  {ruleOfCard(card.id)}, {topicTitle(card.topic)}:{' '}
                  <WayBack rules={new Set([ruleOfCard(card.id)])} site={site} catalogue={catalogue} />
                </span>
                <button
                  type="button"
                  className="button"
                  onClick={() =>
                    void progressStore.getState().append({ kind: 'card', card: card.id, suspended: false })
                  }
                >
                  Ask again
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="review-limits">
        <h2 id="review-limits">Limits and exam date</h2>
        <div className="quiz-item quiz-form">
          <div className="quiz-columns">
            <NumberField label="New cards a day" value={fresh} onChange={(v) => changeSetting('fresh', v)} />
            <NumberField label="Cards a day in all" value={most} onChange={(v) => changeSetting('most', v)} />
            <label className="quiz-text">
              <span>Day of the exam, if there is one</span>
              <input
                type="date"
                value={examDay === null ? '' : dayToField(examDay)}
                onChange={(event) => changeSetting('examDay', dayFromField(event.target.value))}
              />
            </label>
            <CertaintySetting asked={settings.certainty} />
          </div>
          <p className="quiz-hint">
            A card that is due on the day of the exam or later needs nothing more. In the last seven days a
            final pass replaces the queue.
          </p>
        </div>
      </section>
    </>
  );
}

const cardCount = (catalogue: Catalogue): number =>
  new Set(catalogue.items.map((row) => `${row.family}/${row.rules[0]}`)).size;

function NumberField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
}) {
  return (
    <label className="quiz-text">
      <span>{label}</span>
      <input
        type="number"
        min={0}
        max={500}
        inputMode="numeric"
        defaultValue={value}
        onBlur={(event) => {
          const given = Math.round(event.target.valueAsNumber);
          if (given >= 0 && given <= 500 && given !== value) onChange(given);
        }}
      />
    </label>
  );
}

/** The chart is a table: each bar stands beside its number. */
function Forecast({ forecast, day }: { forecast: readonly number[]; day: number }) {
  const most = Math.max(1, ...forecast);
  return (
    <section aria-labelledby="review-forecast">
      <h2 id="review-forecast">The next two weeks</h2>
      <TableScroll name="Days to come">
        <table className="quiz-table quiz-bars">
          <caption className="visually-hidden">Cards that fall due on each day</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Due</th>
            </tr>
          </thead>
          <tbody>
            {forecast.map((n, i) => (
              <tr key={dayText(day + i)}>
                <th scope="row">{i === 0 ? 'Today' : dayText(day + i)}</th>
                <td>
                  <span className="quiz-bar" style={{ width: `${(n / most) * 80}%` }} /> {n}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Unfinished({ onOpen }: { onOpen: (id: string) => void }) {
  const sessions = useProgress((state) => state.sessions);
  const open = sessionsOf(sessions, 'review').flatMap((record) => {
    const parsed = parsePlay(record.data);
    return parsed.ok && parsed.value.doneAt === null ? [{ id: record.id, play: parsed.value }] : [];
  })[0];
  if (open === undefined) return null;
  return (
    <p className="quiz-actions">
      A review is not finished: {Math.min(open.play.at + 1, open.play.steps.length)} of{' '}
      {open.play.steps.length}.
      <button type="button" className="button" onClick={() => onOpen(open.id)}>
        Go on
      </button>
    </p>
  );
}

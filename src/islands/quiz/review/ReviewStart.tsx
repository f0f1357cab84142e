import { counted } from '#model/wording/counted.ts';
import { CertaintySetting } from '../practice/CertaintySetting.tsx';
import { useState } from 'react';
import { type Catalogue, ruleOfCard, topicTitle } from '#model/quiz/catalogue.ts';
import { describeDue } from '#quiz/review/describeDue.ts';
import type { ReviewDay } from '#quiz/review/reviewDay.ts';
import { dayFromField, dayToField } from '#state/app/clock.ts';
import { progressStore } from '#state/progress/progress.ts';
import { changeSetting, quizSettings } from '#state/quiz/quizSettings.ts';
import { OpenList } from '../session/OpenList.tsx';
import type { QuizSite } from '../quizSite.ts';
import { ReviewForecast } from './ReviewForecast.tsx';
import { useProgress } from '../session/useProgress.ts';
import { useReviewDay } from './useReviewDay.ts';
import { WayBack } from '../session/WayBack.tsx';

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
  const { fresh, most, examDay } = settings.queue;
  const review = useReviewDay(catalogue);
  if (review === null) return <p role="status">Looking up what is due …</p>;
  const start = async () => {
    setBusy(true);
    try {
      const { startReview } = await import('#state/quiz/reviewStart.ts');
      onOpen(await startReview(review.queue, catalogue, settings.certainty));
    } finally {
      setBusy(false);
    }
  };
  const n = review.queue.length;
  return (
    <>
      <section className="quiz-item" aria-labelledby="review-today">
        <h2 id="review-today">{n === 0 ? 'Nothing to review today' : `${counted(n, 'question')} today`}</h2>
        <p>{todayWords(review, most)}</p>
        <p className="quiz-actions">
          {n > 0 && (
            <button type="button" className="button primary" disabled={busy} onClick={() => void start()}>
              {busy ? 'Starting …' : 'Start the review'}
            </button>
          )}
          {n === 0 && (
            <a className="button primary" href={site.practice}>
              Practise something else
            </a>
          )}
        </p>
      </section>
      <OpenList site={site} />
      <ReviewForecast review={review} settings={settings.queue} />
      {review.leeches.length > 0 && (
        <section aria-labelledby="review-leeches">
          <h2 id="review-leeches">Forgotten again and again</h2>
          <p>
            You’ve forgotten these four times, so asking again is unlikely to help. Read the lesson and play
            the level instead. They come back once you’ve passed a level on the rule, or when you ask for
            them.
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
                  Ask it again now
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="review-limits">
        <h2 id="review-limits">Daily limits and exam date</h2>
        <div className="quiz-item quiz-form">
          <div className="quiz-columns">
            <NumberField
              label="New questions a day"
              value={fresh}
              onChange={(v) => changeSetting('fresh', v)}
            />
            <NumberField
              label="Questions a day in all"
              value={most}
              onChange={(v) => changeSetting('most', v)}
            />
            <label className="quiz-text">
              <span>Day of your exam, if you have one</span>
              <input
                type="date"
                value={examDay === null ? '' : dayToField(examDay)}
                onChange={(event) => changeSetting('examDay', dayFromField(event.target.value))}
              />
            </label>
            <CertaintySetting asked={settings.certainty} />
          </div>
          <p className="quiz-hint">
            What isn’t due before your exam is left alone. In the last seven days a final pass takes over: it
            goes through what you might have forgotten by then, the weakest first, and asks nothing new.
          </p>
        </div>
      </section>
    </>
  );
}

/** What today is made of, with the reason for whatever is missing. */
function todayWords(review: ReviewDay, most: number): string {
  const { finalPass, over, done, known, all } = review;
  const parts = [
    finalPass !== null &&
      `Your exam is in ${counted(finalPass, 'day')}: the final pass goes through what you might have forgotten by then, the weakest first.`,
    review.queue.length > 0 && `${describeDue(review)}.`,
    over > 0 &&
      `${counted(over, 'more is due and waits', 'more are due and wait')} for later, because of your limit of ${most} a day.`,
    done.all > 0 && `You’ve done ${done.all} today.`,
    known > 0 && `So far you’ve met ${known} of the ${all} things that the review asks about.`,
    review.queue.length === 0 && known === 0 && 'Raise the number of new questions a day below to begin.',
  ];
  return parts.filter((part) => part !== false).join(' ');
}

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

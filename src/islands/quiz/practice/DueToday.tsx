import type { Catalogue } from '#model/quiz/catalogue.ts';
import { describeDue } from '#quiz/review/describeDue.ts';
import type { QuizSite } from '../quizSite.ts';
import { useReviewDay } from '../review/useReviewDay.ts';

/** What the review asks today, where something else is chosen. Its place is kept while it is looked for. */
export function DueToday({ catalogue, site }: { catalogue: Catalogue; site: QuizSite }) {
  const review = useReviewDay(catalogue);
  return (
    <p className="quiz-due">
      {review === null ? (
        'Looking up what is due …'
      ) : (
        <>
          Your review: {describeDue(review)}.{' '}
          {review.queue.length > 0 && <a href={site.review}>Go to the review</a>}
        </>
      )}
    </p>
  );
}

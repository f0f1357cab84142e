import type { QuizSite } from '../quizSite.ts';
import { ReviewStart } from './ReviewStart.tsx';
import { Sessions } from '../session/Sessions.tsx';

/** Spaced review: what is due today, and the session that asks it. */
export default function Review({ site }: { site: QuizSite }) {
  return (
    <Sessions
      site={site}
      start={(catalogue, open) => <ReviewStart catalogue={catalogue} site={site} onOpen={open} />}
    />
  );
}

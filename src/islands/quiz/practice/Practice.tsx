import { PracticeStart } from './PracticeStart.tsx';
import type { QuizSite } from '../quizSite.ts';
import { Sessions } from '../session/Sessions.tsx';

/** Practice: choosing what to be asked, the session, and its end. */
export default function Practice({ site }: { site: QuizSite }) {
  return (
    <Sessions
      site={site}
      start={(catalogue, open) => <PracticeStart catalogue={catalogue} site={site} onOpen={open} />}
    />
  );
}

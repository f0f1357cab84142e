import { lazy, Suspense, useEffect } from 'react';
import { EXAM_VERSION, type ExamData } from '#model/session.ts';
import { createSession } from '#state/sessions.ts';
import { ExamStart } from './ExamStart.tsx';
import { Frame } from './Frame.tsx';
import type { QuizSite } from './quizSite.ts';
import { useAddress } from './useAddress.ts';

/** Comes while somebody chooses an exam. */
const loadSession = () => import('./ExamSession.tsx');
const ExamSession = lazy(async () => ({ default: (await loadSession()).ExamSession }));

/** Mock exams: choosing one, sitting it, and its report. */
export default function Exam({ site }: { site: QuizSite }) {
  const [id, open] = useAddress();
  const begin = (exam: ExamData) => open(createSession('exam', EXAM_VERSION, exam).id);
  useEffect(() => void loadSession(), []);
  return (
    <Frame bank={site.bank}>
      {(catalogue) =>
        id === null ? (
          <ExamStart catalogue={catalogue} onBegin={begin} onOpen={open} />
        ) : (
          <Suspense fallback={<p role="status">Loading the exam …</p>}>
            <ExamSession
              key={id}
              id={id}
              site={site}
              catalogue={catalogue}
              onLeave={() => open(null)}
              onBegin={begin}
            />
          </Suspense>
        )
      }
    </Frame>
  );
}

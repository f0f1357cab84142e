import { EXAM_VERSION, type ExamData } from '#model/session.ts';
import { createSession } from '#state/sessions.ts';
import { ExamSession } from './ExamSession.tsx';
import { ExamStart } from './ExamStart.tsx';
import { Frame } from './Frame.tsx';
import type { QuizSite } from './quizSite.ts';
import { useAddress } from './useAddress.ts';

/** Mock exams: choosing one, sitting it, and its report. */
export default function Exam({ site }: { site: QuizSite }) {
  const [id, open] = useAddress();
  const begin = (exam: ExamData) => open(createSession('exam', EXAM_VERSION, exam).id);
  return (
    <Frame bank={site.bank}>
      {(catalogue) =>
        id === null ? (
          <ExamStart catalogue={catalogue} onBegin={begin} onOpen={open} />
        ) : (
          <ExamSession
            key={id}
            id={id}
            site={site}
            catalogue={catalogue}
            onLeave={() => open(null)}
            onBegin={begin}
          />
        )
      }
    </Frame>
  );
}

import { useEffect, useState } from 'react';
import { EXAM_VERSION, type ExamData } from '#model/session.ts';
import { createSession, addressedSession, addressSession } from '#state/sessions.ts';
import { ExamSession } from './ExamSession.tsx';
import { ExamStart } from './ExamStart.tsx';
import { Frame } from './Frame.tsx';
import type { QuizSite } from './quizSite.ts';

/** Mock exams: choosing one, sitting it, and its report. */
export default function Exam({ site }: { site: QuizSite }) {
  const [id, setId] = useState<string | null>(null);
  useEffect(() => {
    const read = () => setId(addressedSession());
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const open = (session: string | null) => {
    addressSession(session);
    setId(session);
  };
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

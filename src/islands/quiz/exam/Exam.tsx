import { later } from '#islands/status/lazyPart.tsx';
import { EXAM_VERSION, type ExamData } from '#model/quiz/session.ts';
import { createSession } from '#state/quiz/sessions.ts';
import { Addressed } from '../session/Addressed.tsx';
import { ExamStart } from './ExamStart.tsx';
import type { QuizSite } from '../quizSite.ts';

const loadSession = () => import('./ExamSession.tsx');
const ExamSession = later(() => loadSession().then((part) => part.ExamSession));

const created = (exam: ExamData): string => createSession('exam', EXAM_VERSION, exam).id;

/** Mock exams: choosing one, sitting it, and its report. */
export default function Exam({ site }: { site: QuizSite }) {
  return (
    <Addressed
      site={site}
      waits="the exam"
      load={loadSession}
      start={(catalogue, open) => (
        <ExamStart catalogue={catalogue} site={site} onBegin={(exam) => open(created(exam))} onOpen={open} />
      )}
      session={(id, catalogue, open) => (
        <ExamSession
          key={id}
          id={id}
          site={site}
          catalogue={catalogue}
          onLeave={() => open(null)}
          onBegin={(exam) => open(created(exam))}
        />
      )}
    />
  );
}

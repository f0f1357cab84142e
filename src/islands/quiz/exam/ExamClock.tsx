import { useEffect, useRef, useState } from 'react';
import type { ExamData } from '#model/quiz/session.ts';
import { timeLeft, warningAt } from '#quiz/exam/exam.ts';
import { now } from '#state/app/clock.ts';

const clockText = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
};

/**
 * What remains, computed from the end time that is kept: closing the page stops nothing. It is spoken at five minutes
 * and at one, politely, and not every second. While it is on the page no new version of the app is offered.
 */
export function ExamClock({
  exam,
  onEnd,
  onReview,
}: {
  exam: ExamData;
  onEnd: () => void;
  /** To where the exam is submitted; null there. */
  onReview: (() => void) | null;
}) {
  const [time, setTime] = useState(now);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (exam.endsAt === null) return;
    const tick = () => {
      setTime(now());
      if (timeLeft(exam, now()) === 0) end.current();
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [exam]);
  const left = timeLeft(exam, time);
  const warning = warningAt(exam, time);
  const answered = Object.keys(exam.answers).length;
  return (
    <div className="quiz-clock quiz-bar-top" data-exam-running="">
      <span className="quiz-clock-title">{exam.title}</span>
      <span>
        {answered} of {exam.items.length} answered
      </span>
      {left !== null && (
        <span role="timer" data-low={warning !== null} aria-label={`Time left: ${clockText(left)}`}>
          {clockText(left)} left
        </span>
      )}
      {onReview !== null && (
        <button type="button" className="button" onClick={onReview}>
          Review and submit
        </button>
      )}
      <p className="visually-hidden" role="status">
        {warning === null ? '' : warning === 1 ? 'One minute left.' : `${warning} minutes left.`}
      </p>
    </div>
  );
}

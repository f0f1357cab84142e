import { changeSetting } from '#state/quiz/quizSettings.ts';

/** Whether certainty is asked before the reveal. */
export function CertaintySetting({ asked }: { asked: boolean }) {
  return (
    <label className="quiz-check">
      <input
        type="checkbox"
        checked={asked}
        onChange={(event) => changeSetting('certainty', event.target.checked)}
      />
      <span>Ask how sure I am before showing the answer</span>
    </label>
  );
}

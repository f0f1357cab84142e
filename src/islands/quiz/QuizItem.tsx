import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { parseScenario, type Scenario } from '#model/action.ts';
import { toPercent } from '#quiz/fraction.ts';
import type { Answer } from '#model/answer.ts';
import { emptyAnswer, type Grading, grade } from '#quiz/grade.ts';
import type { Item } from '#quiz/item.ts';
import { SCORING_VERSION } from '#quiz/scoring.ts';
import { recordAnswer } from '#state/progress.ts';
import { encodeShare } from '#state/shareLink.ts';
import { AnswerFields } from './AnswerFields.tsx';
import { Explanations } from './Explanations.tsx';
import { LayoutText } from './LayoutText.tsx';
import { RichText } from './RichText.tsx';
import './quiz.css';

interface Props {
  item: Item;
  /** Where the sandbox is. */
  sandbox: string;
  onAnswered?: (right: boolean) => void;
}

/** One question in practice: one try, then every option explained. */
export default function QuizItem({ item, sandbox, onAnswered }: Props) {
  const { question, seed, scenario } = item;
  const [answer, setAnswer] = useState<Answer>(() => emptyAnswer(question));
  const [grading, setGrading] = useState<Grading | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const [ready, setReady] = useState(false);
  const verdict = useRef<HTMLParagraphElement>(null);
  const name = useId();
  useEffect(() => setReady(true), []);
  const done = grading?.kind === 'graded';
  const layout = scenarioOf(item)?.layout ?? null;

  const check = () => {
    if (done) return;
    const given: Answer =
      answer.kind === 'order' && answer.things.length === 0 && question.type === 'order'
        ? { kind: 'order', things: [...question.things].map((t) => t.id).sort() }
        : answer;
    setAnswer(given);
    const graded = grade(question, given);
    setGrading(graded);
    if (graded.kind === 'graded') {
      void recordAnswer({
        card: null,
        rating: null,
        certainty: null,
        ms: null,
        mode: 'lesson',
        contentVersion: '',
        objective: question.objective,
        topic: question.topic,
        rules: question.rules,
        beliefs: [],
        session: null,
        item: question.id,
        seed,
        strict: graded.right,
        partial: [graded.partial.top, graded.partial.bottom],
        scoring: SCORING_VERSION,
      });
      onAnswered?.(graded.right);
      const board = scenario ?? scenarioOf(item);
      if (board !== null) void encodeShare(board).then(setLink);
    }
  };
  useEffect(() => {
    if (grading !== null) verdict.current?.focus();
  }, [grading]);

  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || done) return;
    const target = event.target;
    const typing = target instanceof HTMLInputElement && target.type === 'text';
    if (event.key === 'Enter' && (target instanceof HTMLInputElement || typing)) {
      event.preventDefault();
      check();
      return;
    }
    if (typing || !('options' in question) || !/^[1-9]$/.test(event.key)) return;
    const option = question.options[Number(event.key) - 1];
    if (option === undefined) return;
    event.preventDefault();
    const chosen = answer.kind === 'options' ? answer.chosen : [];
    const several = question.type === 'multi' || question.type === 'pick';
    const next = !several
      ? [option.id]
      : chosen.includes(option.id)
        ? chosen.filter((id) => id !== option.id)
        : [...chosen, option.id];
    setAnswer({ kind: 'options', chosen: next });
  };

  return (
    <section className="quiz-item">
      <fieldset onKeyDown={onKeyDown} disabled={!ready}>
        <legend>
          <span className="eyebrow">
            {seed === null ? 'Question' : 'Question from the simulator'} · {kindOf(question.type)}
          </span>
          <span className="quiz-stem">
            <RichText text={question.stem} />
          </span>
        </legend>
        {layout !== null && <LayoutText layout={layout} />}
        {question.figure !== null && question.figure.hcl !== null && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and a keyboard must reach that.
          <pre tabIndex={0}>
            <code>{question.figure.hcl}</code>
          </pre>
        )}
        <AnswerFields
          question={question}
          answer={answer}
          onChange={setAnswer}
          disabled={done}
          checked={done}
          name={name}
        />
        {!done && (
          <p className="quiz-actions">
            <button type="button" className="button primary" onClick={check}>
              Check answer
            </button>
            {'options' in question && (
              <span className="quiz-hint">Keys 1 to {question.options.length} choose, Enter checks.</span>
            )}
          </p>
        )}
      </fieldset>
      <div aria-live="polite">
        {grading !== null && (
          <p ref={verdict} tabIndex={-1} className="quiz-verdict" data-right={done && grading.right}>
            {verdictOf(grading)}
          </p>
        )}
      </div>
      {done && (
        <>
          <Explanations question={question} answer={answer} />
          {link !== null && (
            <p>
              <a className="button" href={`${sandbox}${link}`}>
                Open this board in the sandbox
              </a>
            </p>
          )}
        </>
      )}
    </section>
  );
}

function verdictOf(grading: Grading): string {
  if (grading.kind === 'invalid') return grading.message;
  if (grading.right) return '✓ Right.';
  const percent = toPercent(grading.partial);
  return percent > 0 ? `✗ Not quite: ${percent} % of it is right.` : '✗ Not right.';
}

const KINDS: Readonly<Record<string, string>> = {
  single: 'choose one',
  multi: 'choose all that apply',
  pick: 'choose the number asked for',
  truefalse: 'true or false',
  table: 'answer each row',
  order: 'put in order',
  match: 'find the partners',
  fill: 'fill in',
  number: 'give a number',
};
const kindOf = (type: string): string => KINDS[type] ?? type;

/** The board of a question, with what is done on it; null where it has none. */
function scenarioOf(item: Item): Scenario | null {
  if (item.scenario !== null) return item.scenario;
  const { figure } = item.question;
  if (figure === null || figure.layout === null) return null;
  const parsed = parseScenario({ layout: figure.layout, actions: figure.actions });
  return parsed.ok ? parsed.value : null;
}

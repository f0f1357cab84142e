import { useEffect, useState } from 'react';
import type { Scenario } from '#model/scenario/action.ts';
import type { Answer } from '#model/quiz/answer.ts';
import type { Certainty } from '#model/quiz/entry.ts';
import type { Question } from '#model/quiz/question.ts';
import { beliefsIn, gradeAnswer } from '#quiz/scoring/gradeAnswer.ts';
import type { Judge } from '#quiz/scoring/grading.ts';
import { typeOf } from '#quiz/types/index.ts';
import type { Item } from '#quiz/types/item.ts';
import { lookAlikes } from '#quiz/scoring/lookAlikes.ts';
import type { ShownFact } from '#state/quiz/bank.ts';
import { download } from '#islands/status/download.ts';
import { AnswerCompared } from './AnswerCompared.tsx';
import { Belief } from './Belief.tsx';
import { Explanations } from './Explanations.tsx';
import { RichLine } from './RichText.tsx';
import { useFacts } from './Sources.tsx';
import { ScoreBreakdown } from './ScoreBreakdown.tsx';
import { WhatIfView } from './WhatIfView.tsx';

export interface FeedbackProps {
  item: Item;
  question: Question;
  answer: Answer;
  certainty: Certainty | null;
  judge: Judge | null;
  bank: string;
  sandbox: string;
  contentVersion: string;
}

/** What is shown of an item below its verdict: the answer beside the right one, why, the sum, and ways to go on. */
export default function AnswerFeedback(props: FeedbackProps) {
  const { item, question, answer, judge, bank, contentVersion } = props;
  const grading = gradeAnswer(question, answer, judge);
  const right = grading.kind === 'graded' && grading.right;
  const type = typeOf(question);
  const form = type.form(question);
  const judged =
    form.form === 'changes' && judge !== null && answer.kind === 'options'
      ? judge(form.question, answer.chosen)
      : [];
  const facts = useFacts(bank);
  const link = useBoardLink(item, question, answer, props.sandbox);
  const doubt = () =>
    download(
      `runchain-doubt-${question.id}.json`,
      JSON.stringify(
        {
          item: question.id,
          family: question.family,
          seed: item.seed,
          contentVersion,
          answer,
          certainty: props.certainty,
        },
        null,
        1,
      ),
      'application/json',
    );
  return (
    <div className="quiz-feedback">
      <AnswerCompared compared={type.compare(question, answer)} right={right}>
        <Explanations question={question} answer={answer} judged={judged} facts={facts} />
        {!right && <BeliefsOfAnswer item={item} question={question} answer={answer} />}
      </AnswerCompared>
      {grading.kind === 'graded' && !right && (
        <ScoreBreakdown question={question} answer={answer} judged={judged} />
      )}
      {!right && <SideBySide ids={question.rules} facts={facts} />}
      <WhatIfView item={item} sandbox={props.sandbox} />
      <p className="quiz-actions">
        {link !== null && (
          <a className="button" href={link} data-board-link>
            Open this board in the sandbox
          </a>
        )}
        <button type="button" className="button quiet" onClick={doubt}>
          Doubt this question: save a file
        </button>
      </p>
    </div>
  );
}

/** The address at which the sandbox opens with the board of the question, as the learner changed it. */
function useBoardLink(item: Item, question: Question, answer: Answer, sandbox: string): string | null {
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void boardOf(item, question, answer)
      .then(async (board) =>
        board === null ? null : (await import('#state/boards/shareLink.ts')).encodeShare(board),
      )
      .then((hash) => {
        if (wanted) setLink(hash === null ? null : `${sandbox}${hash}`);
      });
    return () => {
      wanted = false;
    };
  }, [item, question, answer, sandbox]);
  return link;
}

async function boardOf(item: Item, question: Question, answer: Answer): Promise<Scenario | null> {
  const form = typeOf(question).form(question);
  if (form.form !== 'changes') return item.scenario;
  const { builtScenario } = await import('#quiz/types/judgeBuild.ts');
  return builtScenario(form.question, answer.kind === 'options' ? answer.chosen : []);
}

/** The beliefs behind an answer as a whole; those behind an option come with the reason of that option. */
function BeliefsOfAnswer({ item, question, answer }: { item: Item; question: Question; answer: Answer }) {
  if (answer.kind === 'options') return null;
  return beliefsIn(question, answer, item.predictedWrongAnswers).map((belief) => (
    <Belief key={belief} id={belief} />
  ));
}

/** Two rules that are often confused, each under its title. */
function SideBySide({ ids, facts }: { ids: readonly string[]; facts: ReadonlyMap<string, ShownFact> }) {
  const pair = lookAlikes(ids);
  if (pair === null || !pair.every(({ id }) => facts.has(id))) return null;
  return (
    <div className="quiz-pair">
      <p>
        <strong>Often confused</strong>
      </p>
      <dl>
        {pair.map(({ id, title }) => (
          <div key={id}>
            <dt>
              <RichLine text={title} />
            </dt>
            <dd>
              <RichLine text={facts.get(id)?.claim ?? ''} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

import { counted } from '#model/wording/counted.ts';
import { OBJECTIVES } from '#model/quiz/catalogue.ts';
import { filterText } from '#quiz/practice/filterText.ts';
import { describeDue } from '#quiz/review/describeDue.ts';
import type { NextStep } from '#quiz/progress/nextSteps.ts';
import { sessionHash } from '#state/quiz/sessions.ts';
import type { QuizSite } from '../quizSite.ts';

/** The most useful things to do now, each a link to where it is done. */
export function NextSteps({ steps, site }: { steps: readonly NextStep[]; site: QuizSite }) {
  return (
    <section className="quiz-item dash-next" aria-labelledby="next">
      <h2 id="next">What to do next</h2>
      <ol>
        {steps.map((step, i) => {
          const { to, title, why } = wordsOf(step, site);
          return (
            <li key={step.kind}>
              <a href={to} className={i === 0 ? 'button primary' : undefined}>
                {title}
              </a>
              <span>{why}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const objectiveText = (id: string) => `${id} ${OBJECTIVES[id] ?? ''}`.trim();

/** What an objective lacks, in words that stay short. */
function lacking(missing: Readonly<Record<string, number>>): string {
  return Object.entries(missing)
    .map(([id, n]) => `${id} needs ${n} more`)
    .join(', ');
}

function wordsOf(step: NextStep, site: QuizSite): { to: string; title: string; why: string } {
  const practice = (filter: Parameters<typeof filterText>[0]) => `${site.practice}#${filterText(filter)}`;
  switch (step.kind) {
    case 'open':
      return {
        to: `${site[step.thing.kind]}${sessionHash(step.thing.id)}`,
        title: step.thing.timeUp ? `See the report: ${step.thing.title}` : `Go on: ${step.thing.title}`,
        why: `${step.thing.answered} of ${step.thing.total} answered.`,
      };
    case 'review':
      return {
        to: site.review,
        title: `Review ${counted(step.due + step.fresh, 'question')}`,
        why:
          step.finalPass === null
            ? `${describeDue(step)}.`
            : `${describeDue(step)}. The final pass: ${counted(step.finalPass, 'day')} to your exam.`,
      };
    case 'answers':
      return {
        to: step.everywhere ? site.practice : practice({ objectives: Object.keys(step.missing) }),
        title: step.everywhere ? 'Practise a mixed set' : 'Practise what needs more answers',
        why: step.everywhere
          ? 'Every objective needs more answers before there is an estimate.'
          : `${lacking(step.missing)}. Then there is an estimate.`,
      };
    case 'unasked':
      return {
        to: practice({ selection: 'unseen' }),
        title: 'Practise what you haven’t seen',
        why: `You haven’t been asked about ${counted(step.left, 'rule')} yet.`,
      };
    case 'mock':
      return {
        to: site.exam,
        title: 'Take a mock exam',
        why: 'You haven’t taken this one in the last three weeks.',
      };
    case 'objective':
      return {
        to: practice({ objectives: [step.objective] }),
        title: `Practise ${objectiveText(step.objective)}`,
        why: `You can gain most here: up to ${counted(Math.max(1, Math.round(step.gain * 100)), 'point')} of the estimate.`,
      };
    case 'rule':
      return {
        to: practice({ rules: [step.rule] }),
        title: `Practise ${step.rule}`,
        why: `Your weakest rule: ${step.right} of ${step.answers} right.`,
      };
    case 'lesson':
      return { to: `${site.lessons}${step.id}/`, title: `Read “${step.title}”`, why: 'The next lesson.' };
    case 'level':
      return { to: `${site.levels}${step.id}/`, title: `Play “${step.title}”`, why: 'The next level.' };
    case 'mixed':
      return {
        to: site.practice,
        title: 'Practise a mixed set',
        why: 'Any answer is a start, right or wrong.',
      };
  }
}

import type { Question } from '#model/quiz/question.ts';
import { MISCONCEPTIONS } from '../../misconceptions/index.ts';
import { typeOf } from '../../types/index.ts';
import type { Item, SuggestedWhatIf } from '../../types/item.ts';
import type { Draw, Family } from './family.ts';
import { perturbationsOf } from './perturbations.ts';

const KNOWN: ReadonlySet<string> = new Set(MISCONCEPTIONS.map((m) => m.id));

/** The item of a draw, or null where it is not worth asking: the conditions of every family, in one place. */
export function qualityGate(family: Family, draw: Draw, seed: number): Item | null {
  const { id, objective, topic } = family;
  const question: Question = {
    ...draw.body,
    id: `${id}-${seed}`,
    family: id,
    objective,
    topic,
    enemies: [],
    about_app: false,
    ruleset: draw.scenario.layout.ruleset,
  };
  if (conditionOf(question, draw) !== null) return null;
  const whatIf = whatIfOf(draw);
  if (whatIf === null) return null;
  const { scenario, predictedWrongAnswers } = draw;
  return {
    question,
    seed,
    scenario,
    ...(predictedWrongAnswers === undefined ? {} : { predictedWrongAnswers }),
    whatIf,
  };
}

/** The condition that the draw fails, or null. */
export function conditionOf(question: Question, draw: Draw): string | null {
  const type = typeOf(question);
  const parts = type.parts(question);
  if (!parts.every((part) => part.explanation !== '' && part.facts.length > 0))
    return 'something is not explained';
  const flaw = type.flaw(question, draw.meanings ?? []);
  if (flaw !== null) return flaw;
  if (type.form(question).form !== 'options') return luresProblem(draw);
  return parts.some((part) => !part.correct && part.misconception !== null && KNOWN.has(part.misconception))
    ? null
    : 'no distractor comes from a misconception';
}

/** Where no option can carry a misconception, a wrong answer of one must be known. */
function luresProblem({ predictedWrongAnswers = [] }: Draw): string | null {
  return predictedWrongAnswers.some((predictedWrongAnswer) => KNOWN.has(predictedWrongAnswer.misconception))
    ? null
    : 'no misconception gives another answer';
}

/** The first change that changes the key; without one, nothing in the board decides and the question is idle. */
function whatIfOf(draw: Draw): SuggestedWhatIf | null {
  const before = draw.key(draw.scenario);
  for (const perturbation of draw.perturbations ?? perturbationsOf(draw.scenario)) {
    const scenario = perturbation.apply();
    if (draw.key(scenario) !== before) return { change: perturbation.change, scenario };
  }
  return null;
}

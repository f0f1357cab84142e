import type { Question } from '#model/quiz/question.ts';
import { MISCONCEPTIONS } from '../../misconceptions/index.ts';
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
  if (!reasonsOf(question).every((r) => r.explanation !== '' && r.facts.length > 0))
    return 'something is not explained';
  switch (question.type) {
    case 'single':
    case 'truefalse':
    case 'multi':
    case 'pick': {
      const { options } = question;
      const right = options.filter((o) => o.correct).length;
      if (right === 0 || right === options.length) return 'the key is empty or everything';
      if (question.type !== 'multi' && question.type !== 'pick' && right !== 1)
        return 'not exactly one option is right';
      if (question.type !== 'truefalse' && options.length < 3) return 'too few options';
      for (const words of [draw.meanings ?? [], options.map((o) => o.text), options.map((o) => o.id)])
        if (new Set(words).size !== words.length) return 'two options mean the same';
      const named = options.filter(
        (o) => !o.correct && o.misconception !== null && KNOWN.has(o.misconception),
      );
      return named.length === 0 ? 'no distractor comes from a misconception' : null;
    }
    case 'table': {
      const columns = new Set(question.rows.map((row) => row.correct));
      if (columns.size < 2) return 'the key is the same in every row';
      return luresProblem(draw);
    }
    case 'order': {
      const ids = question.things.map((thing) => thing.id);
      return new Set(ids).size !== ids.length ? 'two things are the same' : luresProblem(draw);
    }
    case 'match':
    case 'fill':
    case 'number':
    case 'build':
      return luresProblem(draw);
  }
}

/** Where no option can carry a misconception, a wrong answer of one must be known. */
function luresProblem({ predictedWrongAnswers = [] }: Draw): string | null {
  return predictedWrongAnswers.some((predictedWrongAnswer) => KNOWN.has(predictedWrongAnswer.misconception))
    ? null
    : 'no misconception gives another answer';
}

const reasonsOf = (question: Question): readonly { explanation: string; facts: readonly string[] }[] =>
  'options' in question
    ? question.options
    : 'rows' in question
      ? question.rows
      : 'things' in question
        ? question.things
        : 'palette' in question
          ? question.palette
          : [question];

/** The first change that changes the key; without one, nothing in the board decides and the question is idle. */
function whatIfOf(draw: Draw): SuggestedWhatIf | null {
  const before = draw.key(draw.scenario);
  for (const perturbation of draw.perturbations ?? perturbationsOf(draw.scenario)) {
    const scenario = perturbation.apply();
    if (draw.key(scenario) !== before) return { change: perturbation.change, scenario };
  }
  return null;
}

import type { Scenario } from '#model/scenario/action.ts';
import type { QuestionOf, QuestionType } from '#model/quiz/question.ts';
import type { PredictedWrongAnswer } from '../../types/item.ts';
import type { Random } from '../../lib/random.ts';
import type { Deal } from './deal.ts';
import type { Perturbation } from './perturbations.ts';

/** What the family itself says of every item. */
type Shared = 'id' | 'family' | 'ruleset' | 'enemies' | 'about_app' | 'objective' | 'topic';
type Body = { [K in QuestionType]: Omit<QuestionOf<K>, Shared> }[QuestionType];

/** One draw: a question, and what `qualityGate` needs to judge whether it is worth asking. */
export interface Draw {
  body: Body;
  scenario: Scenario;
  /** The key as a text, read from the simulator; the same for two scenarios exactly where the key is the same. */
  key(scenario: Scenario): string;
  /** Changes that may change the key, the most telling first; without them every single change is tried. */
  perturbations?: readonly Perturbation[];
  /** What each option means; without it, its text. */
  meanings?: readonly string[];
  predictedWrongAnswers?: readonly PredictedWrongAnswer[];
}

/** A family as it is written: one file with one of these. */
export interface Family {
  id: string;
  title: string;
  objective: string;
  topic: string;
  /** @param deal what the seed has to ask; a draw that does not come to that is null */
  draw(random: Random, deal: Deal): Draw | null;
}

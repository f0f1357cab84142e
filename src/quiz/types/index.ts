import type { Question, QuestionType } from '#model/quiz/question.ts';
import { build, buildExample } from './build.ts';
import { fill, fillExample } from './fill.ts';
import { match, matchExample } from './match.ts';
import { multi, multiExample } from './multi.ts';
import { number, numberExample } from './number.ts';
import { order, orderExample } from './order.ts';
import { pick, pickExample } from './pick.ts';
import { single, singleExample } from './single.ts';
import { table, tableExample } from './table.ts';
import { truefalse, truefalseExample } from './truefalse.ts';
import type { TypeExample, TypeModule } from './typeModule.ts';

/** Every type of question, one file each. */
export const TYPES: { readonly [K in QuestionType]: TypeModule<K> } = {
  single,
  multi,
  pick,
  truefalse,
  table,
  order,
  match,
  fill,
  number,
  build,
};

/** One example a type, for tests. They are functions, since a bundler drops those where nobody calls them: no page has them. */
export const EXAMPLES: Readonly<Record<QuestionType, () => TypeExample>> = {
  single: singleExample,
  multi: multiExample,
  pick: pickExample,
  truefalse: truefalseExample,
  table: tableExample,
  order: orderExample,
  match: matchExample,
  fill: fillExample,
  number: numberExample,
  build: buildExample,
};

/** How the type of a question works; what it answers is meant for this question alone. */
export const typeOf = (question: Question): TypeModule => TYPES[question.type];

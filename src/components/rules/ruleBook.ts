import { ruleTextOf } from '#engine/query/describeRules.ts';
import { RULES, type RuleText } from '#engine/rules/index.ts';
import type { RuleBoard } from '#model/content/ruleBoard.ts';
import type { Fact } from '#model/content/fact.ts';
import type { Lesson } from '#model/content/lesson.ts';
import { valuesOf } from '#model/content/loadContent.ts';
import type { Level } from '#model/level/level.ts';
import type { Question } from '#model/quiz/question.ts';
import { CONTENT, FACTS, factOf, LEVELS, QUESTIONS } from '../content/content.ts';

const BOARDS: readonly RuleBoard[] = valuesOf(CONTENT.boards);

/** Everything about the rules that cite one fact. */
export interface RuleEntry {
  fact: Fact;
  rules: readonly { text: RuleText; boards: readonly RuleBoard[] }[];
  levels: readonly Level[];
  questions: readonly Question[];
}

function citesInLevel(level: Level, fact: string): boolean {
  return (
    level.rules.includes(fact) ||
    level.goals.some((goal) => goal.rule === fact) ||
    level.mistakes.some((mistake) => mistake.rule === fact)
  );
}

/** The rule book, by fact, in the order of the fact files. */
export const RULE_BOOK: readonly RuleEntry[] = [...FACTS.keys()]
  .filter((fact) => RULES.some((rule) => rule.fact === fact))
  .map((fact) => ({
    fact: factOf(fact),
    rules: RULES.filter((rule) => rule.fact === fact).map((text) => ({
      text,
      boards: BOARDS.filter((board) => board.rule === text.id),
    })),
    levels: LEVELS.filter((level) => citesInLevel(level, fact)),
    questions: [...QUESTIONS.values()].filter((question) => question.rules.includes(fact)),
  }));

/** Lessons that teach the fact. */
export const lessonsOn = (lessons: readonly Lesson[], fact: string): Lesson[] =>
  lessons.filter((lesson) => lesson.facts.includes(fact));

/** The rules that a lesson teaches, with one line each, in the order in which the lesson lists their facts. */
export const rulesIn = (lesson: Lesson): { fact: string; title: string }[] =>
  lesson.facts.filter(hasRulePage).map((fact) => ({ fact, title: ruleTextOf(fact) }));

/** Whether the rule book has a page for a fact. */
export const hasRulePage = (fact: string): boolean => RULES.some((rule) => rule.fact === fact);

export const EVIDENCE: Readonly<Record<RuleText['evidence'], { label: string; text: string }>> = {
  documented: { label: 'Documented', text: 'A page of the vendor says so.' },
  read_literally: { label: 'Read literally', text: 'It follows from what the vendor documents.' },
  app_rule: { label: 'App rule', text: 'The vendor is silent here, and this app chose.' },
};

export const EFFECT: Readonly<Record<RuleText['effect'], string>> = {
  reject: 'refuses an action',
  skip: 'keeps a trigger from firing',
  hold: 'makes a run wait',
  error: 'ends a run with an error',
  finish: 'ends a run',
  advise: 'adds a note and lets go',
};

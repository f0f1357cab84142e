import { generate, GENERATORS } from '#quiz/generators/index.ts';

/** Generators that ask about the fact, seen in what each makes of its first seeds. */
const SEEDS = 40;
const ASKED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  GENERATORS.map((generator) => [
    generator.title,
    new Set(
      Array.from({ length: SEEDS }, (_, seed) => generate(generator.id, seed)?.question.rules ?? []).flat(),
    ),
  ]),
);
export const generatorsOn = (fact: string): string[] =>
  [...ASKED_BY].filter(([, facts]) => facts.has(fact)).map(([title]) => title);

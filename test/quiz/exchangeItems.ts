import { parseQuestion, type Question } from '#model/quiz/question.ts';
import { portableItems } from '#quiz/exchange/boardText.ts';
import { GENERATORS, generate } from '#quiz/generators/index.ts';
import type { Item } from '#quiz/types/item.ts';
import { BANK } from '../content/bank.ts';

const bank: Item[] = BANK.map(([, question]) => ({ question, seed: null, scenario: null }));

export const generated = GENERATORS.flatMap(({ id }) =>
  [1, 2, 3].map((seed) => {
    const item = generate(id, seed);
    if (item === null) throw new Error(id);
    return item;
  }),
);

export const items = portableItems([...bank, ...generated]);

export const odd: Question = (() => {
  const parsed = parseQuestion({
    id: 'odd',
    type: 'single',
    stem: 'Is `a = {b}` < 1 & "so"?\n\n```hcl\nx = { y = "~#:\\\\n" }\n```\n\nWhat *now*?',
    objective: '6a',
    topic: 'odd',
    rules: ['RT-01'],
    difficulty: 1,
    family: 'odd',
    options: [
      {
        id: 'a',
        text: '`x -> y` = {1} ~ #2: \\n',
        correct: true,
        explanation: 'A < B & C.',
        facts: ['RT-01'],
      },
      { id: 'b', text: '50% of "it"\t', explanation: 'No: #.', facts: ['RT-01'] },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
})();

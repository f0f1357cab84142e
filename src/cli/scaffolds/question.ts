import { isSlug, type Make, scaffold, unfit } from './scaffold.ts';

/** A question with one answer; the other types are in src/model/quiz/question.ts. */
export const question: Make = (name, options, { paths }) => {
  if (!isSlug(name)) return unfit('must be lower-case words joined by hyphens, such as who-fires');
  const topics = [
    ...new Set(paths.flatMap((path) => /^content\/questions\/([^/]+)\//.exec(path)?.[1] ?? [])),
  ].sort();
  const topic = options.get('--topic') ?? '';
  if (!topics.includes(topic)) return unfit(`needs --topic, one of ${topics.join(', ')}`);
  const path = `content/questions/${topic}/${name}.yaml`;
  const option = (id: string, more: string) => `  - id: ${id}
    text: "FILL IN: ${more}"
    explanation: "FILL IN: why, in full sentences"
    facts: [RT-01]
`;
  const text = `id: ${name}
type: single
stem: "FILL IN: the situation, then the question"
objective: 6a
topic: ${topic}
rules: [RT-01]
difficulty: 2
family: ${name}
enemies: []
ruleset: hcp
options:
${option('wrong-one', 'what somebody believes who is mistaken')}${option('right', 'the right answer, no longer than the others').replace('    explanation', '    correct: true\n    explanation')}${option('wrong-two', 'another mistaken belief')}${option('wrong-three', 'a third one')}`;
  return scaffold({
    files: [{ path, text }],
    next: [
      'Put the facts that each option rests on for RT-01, and name the exam objective; ids of options never change.',
      'A board goes under figure, and what the simulator must find on it under computed: src/model/quiz/question.ts.',
      'npm run lint:content names what is missing; npm run unit -- test/content/questions.test.ts works the key out again.',
    ],
  });
};

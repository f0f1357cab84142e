import { camelOf, isSlug, type Make, scaffold, unfit } from './scaffold.ts';

/** A family that asks for a number and reads it from the simulator. */
export const generator: Make = (name) => {
  if (!isSlug(name)) return unfit('must be lower-case words joined by hyphens, such as how-many-runs');
  const family = camelOf(name);
  const text = `import type { Scenario } from '#model/scenario/action.ts';
import type { Random } from '../lib/random.ts';
import { believedAnswers, resultOf } from './kit/answers.ts';
import { drawEdges, drawNames, once, scenarioOf, start } from './kit/drawBoard.ts';
import type { Family } from './kit/family.ts';
import { actionsText } from './kit/describeBoard.ts';

/** FILL IN: the mistaken beliefs that give wrong options, from src/quiz/misconceptions/. */
const BELIEVERS = ['guide-auto-apply', 'triggered-runs-apply'];

/** FILL IN: what it asks, and what the key is read from. */
export const ${family}: Family = {
  id: '${name}',
  title: 'FILL IN: the question in general',
  objective: '6a',
  topic: 'firing',
  draw(random) {
    const scenario = board(random);
    if (scenario === null) return null;
    const count = (s: Scenario): number | null =>
      resultOf(s)?.runs.filter((run) => run.triggered_by !== null).length ?? null;
    const answer = count(scenario);
    if (answer === null || answer === 0) return null;
    return {
      body: {
        type: 'number',
        stem: \`\${actionsText(scenario.actions)} FILL IN: how many runs do triggers start?\`,
        rules: ['FI-01'],
        difficulty: 2,
        figure: { layout: scenario.layout, actions: scenario.actions, hcl: null },
        answer,
        unit: '',
        explanation: \`FILL IN: Why it is \${answer}.\`,
        facts: ['FI-01'],
      },
      scenario,
      key: (s) => String(count(s)),
      predictedWrongAnswers: believedAnswers(scenario, BELIEVERS, count)
        .filter((believed) => believed.answer !== answer)
        .map((believed) => ({
          answer: String(believed.answer),
          misconception: believed.misconception.id,
        })),
    };
  },
};

/** FILL IN: what the board is like, so that the question is worth asking. */
function board(random: Random): Scenario | null {
  const names = drawNames(random, 4);
  const workspaces = names.map((name, i) => ({
    name,
    auto_apply: i === 0 || once(random, 2),
    auto_apply_run_trigger: i > 0 && once(random, 2),
  }));
  const run_triggers = drawEdges(random, names, random.pick(['chain', 'fan-out', 'diamond'] as const));
  return scenarioOf(random, { workspaces, run_triggers, actions: [start(names[0] ?? '')] });
}
`;
  return scaffold({
    files: [{ path: `src/quiz/generators/${family}.ts`, text }],
    next: [
      `Add ${family} to GENERATORS in src/quiz/generators/index.ts, with its import.`,
      `Add a row '${name}' to RECOMPUTED in test/quiz/recomputed.ts, which works the key out again without src/quiz:`,
      `  '${name}': (item) => keyText([String(run(boardOf(item)).runs.filter((r) => r.triggered_by !== null).length)]),`,
      'Take wrong options from src/quiz/misconceptions/: each is a belief, as a change of the scenario.',
      'npm run unit -- test/quiz/generators.test.ts draws a thousand seeds.',
    ],
  });
};

import { fraction, ZERO } from '../lib/fraction.ts';
import { graded, invalid } from '../scoring/grading.ts';
import type { Reason } from '../scoring/reasons.ts';
import { scoreBuild } from '../scoring/formulas.ts';
import { chosenOf, correctIds, textsOf } from './options.ts';
import type { TypeExample, TypeModule } from './typeModule.ts';

/** Change the board of the figure; `judgeBuild.ts` judges it, which loads the simulator. */
export const build: TypeModule<'build'> = {
  label: 'change the board',
  severalAnswers: true,
  emptyAnswer: { kind: 'options', chosen: [] },
  form: (question) => ({ form: 'changes', question }),
  parts: ({ palette }) => palette,
  /** One of the solutions. */
  correctAnswer: ({ palette }) => ({ kind: 'options', chosen: correctIds(palette) }),
  untouched: () => null,
  present: (question) => question,
  grade(question, answer, judge) {
    const chosen = chosenOf(answer);
    if (chosen.length === 0) return invalid('Change something on the board first.');
    if (chosen.length > question.at_most)
      return invalid(`Make at most ${question.at_most} of the changes: you have made ${chosen.length}.`);
    if (judge === null) return invalid('The simulator is not loaded yet. Try again in a moment.');
    return graded(scoreBuild(judge(question, chosen).map(({ passed }) => passed)));
  },
  breakdown: ({ checks }, _answer, judged) =>
    judged.map(({ id, passed }) => ({
      text: `${checks.find((check) => check.id === id)?.text ?? id}: ${passed ? 'passed' : 'failed'}`,
      value: passed ? fraction(1, judged.length) : ZERO,
    })),
  compare({ palette }, answer) {
    const chosen = chosenOf(answer);
    return {
      form: 'changes',
      given: textsOf(palette.filter(({ id }) => chosen.includes(id))),
      key: textsOf(palette.filter(({ correct }) => correct)),
    };
  },
  reasons({ checks, palette }, answer, judged) {
    const chosen = chosenOf(answer);
    return [
      ...judged.map(
        ({ id, passed, message, rule }): Reason => ({
          id: `check-${id}`,
          text: checks.find((check) => check.id === id)?.text ?? 'A check',
          standing: passed ? 'passed' : 'failed',
          explanation: message,
          facts: [rule],
          misconception: null,
        }),
      ),
      ...palette.map(
        (change): Reason => ({
          ...change,
          standing: chosen.includes(change.id) ? 'made' : change.correct ? 'solution' : 'other',
        }),
      ),
    ];
  },
  keyProblem: () => null,
  flaw: () => null,
};

const why = { explanation: 'It decides whether `app` gets a run.', facts: ['FI-01'] };
export const buildExample = (): TypeExample => ({
  question: {
    type: 'build',
    figure: {
      layout: {
        version: 1,
        organizations: [{ name: 'acme' }],
        workspaces: [{ name: 'network', auto_apply: true }, { name: 'app' }],
        run_triggers: [{ sourceable: 'network', workspace: 'app' }],
      },
      actions: [{ type: 'start_run', workspace: 'network' }],
    },
    palette: [
      {
        id: 'drop',
        text: 'Remove the trigger',
        edit: { type: 'delete_run_trigger', sourceable: 'network', workspace: 'app' },
        correct: true,
        ...why,
      },
      {
        id: 'wait',
        text: 'Turn off *Auto-apply* of `network`',
        edit: { type: 'set', workspace: 'network', settings: { auto_apply: false } },
        ...why,
      },
    ],
    checks: [
      { id: 'none', text: '`app` gets no run', rule: 'FI-01', check: { count: { workspace: 'app', is: 0 } } },
      {
        id: 'one',
        text: '`network` is applied',
        rule: 'FI-01',
        check: { count: { workspace: 'network', status: 'applied', is: 1 } },
      },
    ],
    at_most: 1,
  },
  answers: [
    [{ kind: 'options', chosen: ['drop'] }, 1],
    [{ kind: 'options', chosen: ['wait'] }, '1/2'],
    [{ kind: 'options', chosen: ['drop', 'wait'] }, null],
  ],
});

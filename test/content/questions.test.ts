import { describe, expect, it } from 'vitest';
import { simulate } from '#engine/simulate/simulate.ts';
import { parseScenario } from '#model/scenario/action.ts';
import { judgeBuild } from '#quiz/types/judgeBuild.ts';
import { gradeAnswer } from '#quiz/scoring/gradeAnswer.ts';
import { typeOf } from '#quiz/types/index.ts';
import { BANK } from './bank.ts';

describe('the bank', () => {
  it.each(BANK)('%s: its key scores full', (_name, question) => {
    expect(gradeAnswer(question, typeOf(question).correctAnswer(question), judgeBuild)).toMatchObject({
      kind: 'graded',
      right: true,
    });
  });

  const boards = BANK.filter(([, q]) => q.figure !== null && q.figure.layout !== null);
  it.each(boards)('%s: its board can be opened and run', (_name, { figure }) => {
    const parsed = parseScenario({ layout: figure?.layout, actions: figure?.actions });
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    if (parsed.ok) expect(simulate(parsed.value).ok).toBe(true);
  });

  const wrong = BANK.flatMap(([name, q]) =>
    q.type === 'single' ? q.options.filter((o) => !o.correct).map((o) => [name, o.id, q] as const) : [],
  );
  it('scores every distractor of a single choice 0', () => {
    for (const [name, id, question] of wrong) {
      expect(gradeAnswer(question, { kind: 'options', chosen: [id] }), name).toMatchObject({ right: false });
    }
  });
});

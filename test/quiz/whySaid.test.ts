import { describe, expect, it } from 'vitest';
import { SAYS_OURS } from '#lint/wording.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { Question } from '#model/quiz/question.ts';
import { generate } from '#quiz/generators/index.ts';

const DECIDES = { 'tfe-ui': 'AA-02', 'tfe-api': 'AA-03', vcs: 'AA-01', cli: 'AA-04' } as const;

/** Questions of a family, each with its board. */
function drawn(family: string): { question: Question; scenario: Scenario }[] {
  return Array.from({ length: 120 }, (_, i) => generate(family, i + 1)).flatMap((item) =>
    item === null || item.scenario === null ? [] : [{ question: item.question, scenario: item.scenario }],
  );
}

describe('why a run was applied', () => {
  const applied = drawn('where-it-stops').flatMap(({ question, scenario }) => {
    const right = 'options' in question ? question.options.find((option) => option.correct) : undefined;
    return right?.id === 'applied' ? [{ scenario, right }] : [];
  });

  it('is told by what started it', () => {
    expect(applied.length).toBeGreaterThan(5);
    for (const { scenario, right } of applied) {
      const [start] = scenario.actions;
      const source = start?.type === 'start_run' ? start.source : 'tfe-ui';
      const fact = scenario.layout.run_triggers.length > 0 ? 'AA-05' : DECIDES[source];
      expect(right.facts, right.explanation).toEqual([fact]);
      expect(right.explanation).not.toContain('or was confirmed');
    }
  });
});

describe('the statuses of OPA policies', () => {
  it.each(['where-it-stops', 'stage-order'])(
    'are said to be ours, those of Sentinel are not: %s',
    (family) => {
      const parts = drawn(family).flatMap(({ question, scenario }) => {
        const policies = scenario.layout.workspaces.at(-1)?.policies ?? [];
        const said =
          'options' in question
            ? question.options.filter((option) => option.correct)
            : 'things' in question
              ? question.things
              : [];
        return said
          .filter(({ id }) => id.startsWith('policy-'))
          .map((part) => ({ part, opa: policies.some(({ kind }) => kind === 'opa') }));
      });
      expect(parts.filter(({ opa }) => opa).length).toBeGreaterThan(2);
      expect(parts.filter(({ opa }) => !opa).length).toBeGreaterThan(2);
      for (const { part, opa } of parts) {
        expect(part.facts.includes('POL-20'), part.explanation).toBe(opa);
        expect(SAYS_OURS.test(part.explanation), part.explanation).toBe(opa);
      }
    },
  );
});

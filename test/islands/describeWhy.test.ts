import { describe, expect, it } from 'vitest';
import { explain, type Subject } from '#engine/explain/explain.ts';
import { merge } from '#engine/levels/grade.ts';
import { applyEdits } from '#model/edits/index.ts';
import { RULES, ruleOf } from '#engine/rules/index.ts';
import { rulesOfFact, ruleTextOf } from '#engine/query/describeRules.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { RUN_STATUS } from '#model/scenario/runStatus.ts';
import { RULE_LINK, WORDS_AT_FIRST, whyParts, wordsIn } from '#islands/workbench/why/describeWhy.ts';
import { LEVELS } from '../support/levels.ts';
import { RULE_BOARDS } from '../support/ruleBoards.ts';

/** Every level as it begins and with each mistake, in each probe. */
const played = LEVELS.flatMap((level) =>
  [{ edits: [], actions: [] }, ...level.mistakes].flatMap(({ edits, actions }) =>
    level.probes.map((probe): readonly [string, Scenario] => [
      `${level.id}, ${probe.id}`,
      {
        layout: applyEdits(applyEdits(level.layout, edits), probe.faults),
        actions: merge(probe.script, actions),
      },
    ]),
  ),
);

/** All that the Why panel explains of a scenario at its end, with the title and the words of the item. */
function itemsOf(scenario: Scenario): { title: string; words: string; rule: string; subject: Subject }[] {
  const run = simulate(scenario);
  if (!run.ok) return [];
  const { result } = run.value;
  return [
    ...result.rejections.map(({ rule, message }, index) => ({
      title: 'Refused, so nothing changed',
      words: message,
      rule,
      subject: { kind: 'rejection', index } as const,
    })),
    ...result.not_queued.map(({ rule, message, run: id, sourceable, workspace }, index) => ({
      title: `${workspace} got no run from ${sourceable}, ${id}`,
      words: message,
      rule,
      subject: { kind: 'not_queued', index } as const,
    })),
    ...result.runs.flatMap(({ id, workspace, status, waiting_for, rule }) => {
      if (rule === null || status === 'applied') return [];
      const ended = RUN_STATUS[status].final;
      return [
        {
          title: `${workspace}, ${id}: ${waiting_for ?? status}`,
          words: ruleTextOf(rule, ended ? undefined : 'hold'),
          rule,
          subject: { kind: ended ? 'ended' : 'hold', run: id } as const,
        },
      ];
    }),
  ];
}

describe('AC 24: no explanation is longer than 60 words before "More"', () => {
  it('on the board of each rule, and in each level as it begins and with each of its mistakes', () => {
    let explained = 0;
    const long: string[] = [];
    for (const [name, scenario] of [...RULE_BOARDS, ...played])
      for (const item of itemsOf(scenario)) {
        const explanation = explain(scenario, item.subject);
        const rule =
          explanation?.decisive.map(ruleOf).find((found) => found !== undefined) ?? rulesOfFact(item.rule)[0];
        const { first, more } = whyParts(item, explanation, rule);
        const said = [
          item.title,
          item.rule,
          item.words,
          RULE_LINK,
          ...first.flatMap((p) => [p.label, p.text]),
        ];
        const count = wordsIn(said.join(' '));
        if (count > WORDS_AT_FIRST) long.push(`${name}: ${count}: ${said.join(' ')}`);
        expect(first.length + more.length, name).toBeGreaterThan(0);
        explained++;
      }
    expect(long).toEqual([]);
    expect(explained).toBeGreaterThan(RULES.length);
  });

  it('puts what does not fit behind More, and loses nothing', () => {
    const rule = RULES[0];
    const item = { title: 'app', words: Array.from({ length: 50 }, () => 'word').join(' ') };
    const { first, more } = whyParts(item, null, rule);
    expect(first).toEqual([]);
    expect(more.map(({ label }) => label)).toContain('To change it');
  });
});

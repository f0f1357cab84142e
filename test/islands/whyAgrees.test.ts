import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, type Explanation, type Subject } from '#engine/explain/explain.ts';
import { snapshotAt } from '#engine/query/stateAt.ts';
import { ruleOf } from '#engine/rules/index.ts';
import { rulesOfFact } from '#engine/query/describeRules.ts';
import { simulate, type Simulation } from '#engine/simulate/simulate.ts';
import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import { RUN_STATUS } from '#model/scenario/runStatus.ts';
import { type WhyItem, whyItemsOf } from '#islands/workbench/why/whyItems.ts';
import { whyParts } from '#islands/workbench/why/describeWhy.ts';
import { rawScenario } from '../arbitraries/scenario.ts';
import { RULE_BOARDS } from '../support/ruleBoards.ts';
import { layout, scenario } from '../support/shorthand.ts';

/** All that the Why panel says of one thing. */
interface Said {
  item: WhyItem;
  explanation: Explanation | null;
  /** Headline, words and every paragraph but what would be after a change. */
  texts: string[];
}

function said(board: Scenario): { all: Said[]; simulation: Simulation } | null {
  const run = simulate(board);
  if (!run.ok) return null;
  const simulation = run.value;
  const { log, result } = simulation;
  const subjectOf = ({ select }: WhyItem): Subject | null => {
    if (select?.kind === 'not_queued') return { kind: 'not_queued', index: select.index };
    if (select?.kind !== 'run') return null;
    const end = result.runs.find(({ id }) => id === select.id);
    return end === undefined ? null : { kind: end.waiting_for === null ? 'ended' : 'hold', run: end.id };
  };
  const items = whyItemsOf({
    refusal: null,
    cursor: log.length,
    simulation,
    moment: snapshotAt(board, simulation, log.length - 1),
  });
  return {
    simulation,
    all: items.map((item) => {
      const subject = subjectOf(item);
      const explanation = subject === null ? null : explain(board, subject);
      const rule =
        explanation?.decisive.map(ruleOf).find((found) => found !== undefined) ?? rulesOfFact(item.rule)[0];
      const { first, more } = whyParts(item, explanation, rule);
      const parts = [...first, ...more].filter(({ label }) => label !== 'Nearest change');
      return { item, explanation, texts: [item.title, item.words, ...parts.map(({ text }) => text)] };
    }),
  };
}

/** What contradicts something else that the panel says or that happened, a line each. */
function contradictions(board: Scenario): string[] {
  const shown = said(board);
  if (shown === null) return [];
  const { all, simulation } = shown;
  const { result } = simulation;
  const found: string[] = [];
  const ids = new Set(result.runs.map(({ id }) => id));
  for (const { item, explanation, texts } of all) {
    const wrong = (what: string) => found.push(`${what}: ${texts.join(' | ')}`);
    const text = texts.join(' ');
    for (const [id] of `${item.title} ${item.words}`.matchAll(/run-\d+/g))
      if (!ids.has(id)) wrong(`speaks of ${id}, which does not exist`);
    if (explanation?.tree.ok === true) wrong('all that was looked at holds');
    if (item.select?.kind === 'not_queued') {
      const row = result.not_queued[item.select.index];
      const queued = result.runs.find((r) => r.triggered_by === row?.run && r.workspace === row?.workspace);
      if (queued !== undefined) wrong('a run was queued');
      if (/run that it queued|became of the run/.test(text)) wrong('speaks of a run that was not queued');
      if (explanation !== null && explanation.actual !== 'nothing was queued') wrong(explanation.actual);
    }
    if (item.select?.kind === 'run') {
      const { id } = item.select;
      const run = result.runs.find((other) => other.id === id);
      if (run === undefined) continue;
      const ended = RUN_STATUS[run.status].final;
      if (ended && /waits for (an override|confirmation)|stays? pending/i.test(`${item.words}`))
        wrong('waits, and has ended');
      if (!ended && /\b(ends the run|is the end)\b|\bfails$/i.test(item.words)) wrong('has ended, and waits');
      const applied = run.statuses.some(({ status }) => status === 'applying');
      if (item.words === 'The plan fails' && applied) wrong('its plan did not fail');
      const rule = explanation?.decisive.map(ruleOf).find((one) => one !== undefined);
      if (rule !== undefined && rule.fact === run.rule && rule.title !== item.words)
        wrong(`the headline has one rule, and the detail another one (${rule.title})`);
    }
  }
  for (const { workspace, sourceable } of result.stale) {
    const stale = all.find(({ item }) => item.key === `stale-${workspace}-${sourceable}`);
    const last = result.runs.findLast((r) => r.workspace === sourceable && r.status === 'applied');
    const silent = result.not_queued.some(
      (row) => row.run === last?.id && row.workspace === workspace && row.sourceable === sourceable,
    );
    const words = stale?.item.words ?? '';
    if (silent && /queued run-\d|see what became/.test(words)) found.push(`no run was queued: ${words}`);
    if (words === '') found.push('a stale read without words');
  }
  return found;
}

describe('Why agrees with itself', () => {
  it.each(RULE_BOARDS)('on the board of a rule: %s', (_, board) => {
    expect(contradictions(board)).toEqual([]);
  });

  it('on random boards', () => {
    let explained = 0;
    fc.assert(
      fc.property(rawScenario, (raw) => {
        const board = parseScenario(raw);
        if (!board.ok) return;
        explained += said(board.value)?.all.length ?? 0;
        expect(contradictions(board.value)).toEqual([]);
      }),
      { numRuns: 200, seed: 12 },
    );
    expect(explained).toBeGreaterThan(100);
  });

  const reading =
    'network -> app; network: auto_apply; app: auto_apply_run_trigger; app reads network.vpc_id; network shares everyone';
  const wordsOf = (board: Scenario) =>
    said(board)?.all.find(({ item }) => item.key.startsWith('stale'))?.item.words ?? '';

  it('of old values behind a local downstream: no run is spoken of that was never queued', () => {
    const board = scenario(layout(reading), [
      'start network',
      { type: 'set', workspace: 'app', settings: { execution_mode: 'local' }, at: 400 },
      { type: 'start_run', workspace: 'network', at: 500 },
    ]);
    expect(wordsOf(board)).toContain('queued no run');
    expect(wordsOf(board)).not.toContain('became of the run');
  });

  it('of old values without a trigger: it says what to create, from which workspace to which', () => {
    const board = scenario(layout(reading.replace('network -> app; ', 'network, app; ')), [
      'start network at 0',
      'start app at 200',
      'confirm app at 300',
      'start network at 500',
    ]);
    expect(wordsOf(board)).toContain('create a run trigger from network to app');
  });
});

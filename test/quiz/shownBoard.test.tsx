import { createRef } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { allowed } from '#engine/query/access.ts';
import { findingsOf } from '#engine/findings/findings.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { effectiveVariables } from '#engine/query/effectiveVariables.ts';
import { LayoutText } from '#islands/quiz/item/LayoutText.tsx';
import { QuestionView } from '#islands/quiz/item/QuestionView.tsx';
import { mismatches } from '#lint/keyMismatches.ts';
import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import { boardLines, describeBoard } from '#model/layout/describe.ts';
import {
  APPLIES,
  CATEGORIES,
  EXECUTION_MODES,
  idOf,
  OPA_LEVELS,
  PLANS,
  RULESETS,
  SENTINEL_LEVELS,
  TASK_STAGES,
  VIAS,
  WORKSPACE_ROLES,
} from '#model/layout/layout.ts';
import { RUN_MODES, RUN_SOURCES } from '#model/scenario/run.ts';
import { figureLines, portableItems } from '#quiz/exchange/boardText.ts';
import { GENERATORS, generate } from '#quiz/generators/index.ts';
import { typeOf } from '#quiz/types/index.ts';
import type { Item } from '#quiz/types/item.ts';
import { BANK } from '../content/bank.ts';
import { RECOMPUTED } from './recomputed.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
};
const textOf = (html: string): string =>
  html
    .replace(/<\/(?:p|dt|dd|li|h\d)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+|#x27);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** The words of the page on which a question is asked, before it is answered. */
function page(item: Item): string {
  const { question } = item;
  return textOf(
    renderToStaticMarkup(
      <QuestionView
        item={item}
        board={item.scenario && <LayoutText scenario={item.scenario} />}
        question={question}
        answer={typeOf(question).emptyAnswer}
        onChange={() => undefined}
        disabled={false}
        checked={false}
        name="q"
        seed={0}
        stem={createRef<HTMLDivElement>()}
      />,
    ),
  );
}

type Path = readonly (string | number)[];
const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((so, key) => Reflect.get(Object(so), key), value);

/** Every single value of a scenario, and every thing in one of its lists. */
function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  if (Array.isArray(value)) {
    for (const [i, one] of value.entries()) {
      yield [...path, i];
      if (typeof one === 'object') yield* pathsOf(one, [...path, i]);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) yield* pathsOf(one, [...path, key]);
  } else yield path;
}

/** Words of a closed list, by the field that has them; the first one that differs takes the place of a value. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  ruleset: RULESETS,
  execution_mode: EXECUTION_MODES,
  category: CATEGORIES,
  via: VIAS,
  kind: ['sentinel', 'opa'],
  enforcement_level: [...OPA_LEVELS, ...SENTINEL_LEVELS],
  stage: TASK_STAGES,
  plan: PLANS,
  apply: APPLIES,
  access: WORKSPACE_ROLES,
  runs: ['read', 'plan', 'apply'],
  variables: ['none', 'read', 'write'],
  state_versions: ['none', 'read-outputs', 'read', 'write'],
  source: RUN_SOURCES,
  mode: RUN_MODES,
  type: ['confirm', 'discard'],
};

function otherThan(old: unknown, key: string): unknown {
  if (typeof old === 'boolean') return !old;
  if (typeof old === 'number') return old + 1;
  return LISTS[key]?.find((word) => word !== old) ?? `${old ?? ''}-other`;
}

/** Changes one value of a scenario to another one, or takes one thing out of its list; what it gives takes it back. */
function change(scenario: Scenario, path: Path): () => void {
  const key = path.at(-1) ?? '';
  const holder = at(scenario, path.slice(0, -1));
  if (Array.isArray(holder)) {
    const taken: unknown[] = holder.splice(Number(key), 1);
    return () => void holder.splice(Number(key), 0, ...taken);
  }
  const old: unknown = Reflect.get(Object(holder), key);
  Reflect.set(Object(holder), key, otherThan(old, String(key)));
  return () => void Reflect.set(Object(holder), key, old);
}

/** The one organization of a board has the same name everywhere, so that it decides nothing. */
const isOwnName = ({ layout }: Scenario, path: Path): boolean =>
  layout.organizations.length === 1 &&
  (path.at(-1) === 'organization' || /^layout\.organizations\.0(\.name)?$/.test(path.join('.')));

/** What of a board the words leave out: it could be otherwise and nobody would read anything else. */
function hidden(scenario: Scenario, words: (scenario: Scenario) => string): Path[] {
  const copy = structuredClone(scenario);
  const shown = words(copy);
  return [...pathsOf(scenario)].filter((path) => {
    if (isOwnName(scenario, path)) return false;
    const back = change(copy, path);
    const same = words(copy) === shown;
    back();
    return same;
  });
}

/** The board with everything that is hidden made otherwise, the last things of a list first. */
function reduced(scenario: Scenario, paths: readonly Path[]): Scenario {
  const copy = structuredClone(scenario);
  for (const path of [...paths].reverse()) change(copy, path);
  return copy;
}

/** Everything that the simulator can be asked about a board. */
function answers(scenario: Scenario) {
  const { layout } = scenario;
  const simulated = simulate(scenario);
  return {
    result: simulated.ok ? simulated.value.result : simulated.problems,
    findings: findingsOf(layout),
    may: layout.teams.map((t) => layout.workspaces.map((w) => allowed(layout, t.name, idOf(w)))),
    see: layout.workspaces.map((w) => effectiveVariables(layout, w)),
  };
}

/**
 * What needs no words: a version is no setting, a sensitive value is hidden by the vendor as well, and a project that a
 * workspace names is there.
 */
function needsNone(scenario: Scenario, path: Path): boolean {
  if (/^layout\.(version|projects\.\d+)$/.test(path.join('.'))) return true;
  return path.at(-1) === 'value' && at(scenario, [...path.slice(0, -1), 'sensitive']) === true;
}

/** The page has all words of the description, so what these say is on it, and need not be rendered for each change. */
function showsItsWords(item: Item, scenario: Scenario, name: string): void {
  const shown = page(item);
  const { sections, done } = describeBoard(scenario);
  const rows = sections.flatMap((section) => section.rows);
  for (const words of [...rows.flatMap((row) => [row.name, ...row.says]), ...done])
    expect(shown, name).toContain(words.replaceAll('`', ''));
}
const described = (scenario: Scenario): string => JSON.stringify(describeBoard(scenario));

const boards = BANK.flatMap(([name, question]) => {
  if (question.figure === null || question.figure.layout === null) return [];
  const parsed = parseScenario({
    layout: question.figure.layout,
    actions: question.figure.actions,
  });
  if (!parsed.ok) throw new Error(name);
  return [[name, { question, seed: null, scenario: parsed.value } satisfies Item] as const];
});

describe('the page of a question shows all that its answer depends on', () => {
  it.each(boards)('%s', (name, item) => {
    showsItsWords(item, item.scenario, name);
    const left = hidden(item.scenario, described);
    const rest = reduced(item.scenario, left);
    expect(answers(rest)).toEqual(answers(item.scenario));
    expect(mismatches(item.question, rest)).toEqual([]);
    const more = left.filter((path) => !needsNone(item.scenario, path)).map((path) => path.join('.'));
    expect(more).toEqual([]);
  });

  it.each(GENERATORS.map(({ id }) => [id]))(
    '200 boards of %s',
    (family) => {
      for (let seed = 1; seed <= 200; seed++) {
        const item = generate(family, seed);
        if (item?.scenario == null) throw new Error(`${family} ${seed}`);
        const { scenario } = item;
        showsItsWords(item, scenario, `${family} ${seed}`);
        const left = hidden(scenario, described);
        const rest = reduced(scenario, left);
        expect(answers(rest), `${family} ${seed}`).toEqual(answers(scenario));
        expect(RECOMPUTED[family]?.({ ...item, scenario: rest }), `${family} ${seed}`).toBe(
          RECOMPUTED[family]?.(item),
        );
      }
    },
    300_000,
  );

  it('an exported question has the same words', () => {
    for (const [name, item] of boards) {
      const [out] = portableItems([item]);
      if (out !== undefined)
        expect(figureLines(out).board, name).toEqual(boardLines(describeBoard(item.scenario)));
    }
  });
});

describe('what is done on a board does not give its answer away', () => {
  // As something that happened: what somebody could do, or would have to, is what the question asks.
  const told: Readonly<Record<string, RegExp>> = {
    confirm: /confirms\b/,
    discard: /discards\b|discard it/,
    cancel: /cancels\b/,
    override_policy: /overrides it/,
    lock: /locks\b|locked/,
    unlock: /unlocks\b|removes the lock/,
    create_run_trigger: /creates\b/,
    delete_run_trigger: /is deleted/,
    set: /\bsets\b|switches\b|turns\b/,
  };
  it.each(boards)(
    '%s: the stem tells of every action that is not a start',
    (_name, { question, scenario }) => {
      for (const { type } of scenario.actions)
        if (type !== 'start_run') expect(question.stem).toMatch(told[type] ?? type);
    },
  );
});

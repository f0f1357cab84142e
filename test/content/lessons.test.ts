import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { resolveAccess, resolveAsk, resolveWorkspaces } from '#components/figure/figureParts.ts';
import { resolveKnobs } from '#components/figure/knobs.ts';
import { allowed } from '#engine/query/access.ts';
import { RULES } from '#engine/rules/index.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { effectiveVariables } from '#engine/query/effectiveVariables.ts';
import type { KnobSettings } from '#islands/figure/knob.ts';
import { applyKnobs } from '#islands/figure/applyKnobs.ts';
import { answerOf, choicesOf } from '#islands/figure/guess.ts';
import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import { idOf } from '#model/layout/layout.ts';
import { contentOf, readable } from '../support/content.ts';
import { elementsOf, lessons, textOf } from './lessons.ts';

const named = lessons.map((lesson) => [lesson.slug, lesson] as const);

/** Settings that look right and change nothing: finding that out is what their figures are for. */
const DECOYS = [
  '01-run-triggers: first-trigger platform.auto_apply',
  '09-auto-apply: dev-and-prod app-prod.auto_apply',
  '13-sharing-state: share-or-fail share:app>network',
  '18-variable-set-scopes: detached-set attach:regional@app',
  '19-variable-precedence: precedence-ladder priority:of-shop',
  '20-variable-credentials: credentials-needed attach:wrong@app',
  '22-projects-and-organizations: org-permission grant:platform-team@app',
];

/** A list that a lesson writes as JSON between braces. */
function listOf(text: string): string[] {
  const list: unknown = text === '' ? [] : JSON.parse(text.startsWith('[') ? text : `["${text}"]`);
  return Array.isArray(list) ? list.map(String) : [];
}

const figures = lessons.flatMap((lesson) =>
  elementsOf(lesson, 'Figure').map((element) => {
    const written = {
      layout: parse(textOf(element, 'layout')),
      actions: parse(textOf(element, 'actions') || '[]'),
    };
    const parsed = parseScenario(written);
    if (!parsed.ok) throw new Error(`${lesson.slug}: ${JSON.stringify(parsed.problems)}`);
    return [`${lesson.slug}: ${textOf(element, 'id')}`, element, parsed.value] as const;
  }),
);

/** Everything that a figure can show, as text: what the reader would see change. */
function shown(
  scenario: Scenario,
  variables: readonly string[],
  access: readonly { team: string; workspace: string }[],
) {
  const simulated = simulate(scenario);
  if (!simulated.ok) throw new Error(JSON.stringify(simulated.problems));
  const { runs, not_queued, rejections, stale } = simulated.value.result;
  const { layout } = scenario;
  return JSON.stringify([
    runs,
    not_queued,
    rejections,
    stale,
    layout.workspaces.filter((w) => variables.includes(idOf(w))).map((w) => effectiveVariables(layout, w)),
    access.map(({ team, workspace }) => allowed(layout, team, workspace)),
  ]);
}

describe('where the guide and the vendor differ', () => {
  const taught = new Map<string, string[]>();
  for (const lesson of lessons)
    for (const element of elementsOf(lesson, 'GuideDiffers')) {
      const id = textOf(element, 'id');
      taught.set(id, [...(taught.get(id) ?? []), lesson.slug]);
    }
  const facts = readable(contentOf('facts').facts).flatMap(({ value }) => value);
  const points = facts.filter(
    (fact) => /^D-/.test(fact.id) && fact.differs !== null && fact.differs.severity >= 2,
  );

  it('has 27 points that change an answer, D-01 to D-28 without D-09', () => {
    const numbers = Array.from({ length: 28 }, (_, i) => `D-${String(i + 1).padStart(2, '0')}`);
    expect(points.map((fact) => fact.id)).toEqual(numbers.filter((id) => id !== 'D-09'));
  });

  it.each(points.map((fact) => [fact.id, fact] as const))('%s is taught in a box of its own', (id) => {
    expect(taught.get(id) ?? []).not.toEqual([]);
  });

  it('is listed with the lessons that teach it', () => {
    const table = [...taught]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, slugs]) => `${id} ${slugs.join(' ')}`);
    expect(table.join('\n')).toMatchSnapshot();
  });
});

describe('lessons', () => {
  it('are twenty or more, numbered without a gap', () => {
    expect(lessons.length).toBeGreaterThanOrEqual(20);
    const orders = lessons.map((lesson) => (lesson.parsed.ok ? lesson.parsed.value.order : 0));
    expect(orders).toEqual(orders.map((_, i) => i + 1));
  });

  it.each(named)('%s takes five to twelve minutes and has 750 to 1,700 words', (_slug, lesson) => {
    const { prose, cells } = lesson.body;
    const captions = elementsOf(lesson, 'Figure').map((f) => `${textOf(f, 'title')} ${textOf(f, 'predict')}`);
    const text = `${prose} ${cells} ${captions.join(' ')}`;
    const words = text.match(/[A-Za-z0-9][\w'-]*/g)?.length ?? 0;
    expect(words).toBeGreaterThanOrEqual(750);
    expect(words).toBeLessThanOrEqual(1700);
    const minutes = lesson.parsed.ok ? lesson.parsed.value.minutes : 0;
    expect(minutes).toBeGreaterThanOrEqual(5);
    expect(minutes).toBeLessThanOrEqual(12);
  });

  it.each(named)(
    '%s has its figure, its check of three to five questions, its differences and its aim',
    (_slug, lesson) => {
      expect(elementsOf(lesson, 'Figure').length).toBeGreaterThanOrEqual(1);
      const questions = elementsOf(lesson, 'Question').map((element) => textOf(element, 'id'));
      expect(questions.length).toBeGreaterThanOrEqual(3);
      expect(questions.length).toBeLessThanOrEqual(5);
      expect(new Set(questions).size).toBe(questions.length);
      expect(elementsOf(lesson, 'GuideDiffers').length).toBeGreaterThanOrEqual(1);
      expect(lesson.text).toContain('After this lesson you can:');
    },
  );

  it.each(named)('%s lists the facts that its statements cite, and no other', (_slug, lesson) => {
    const cited = lesson.body.elements.flatMap((element) =>
      element.name === 'Claim'
        ? textOf(element, 'facts').split(/\s+/)
        : element.name === 'Fact'
          ? [textOf(element, 'id')]
          : [],
    );
    const listed = lesson.parsed.ok ? lesson.parsed.value.facts : [];
    expect([...new Set(cited)].sort()).toEqual([...listed].sort());
  });

  it.each(named)('%s teaches a rule of the rule book and leads to a level', (_slug, lesson) => {
    const facts = lesson.parsed.ok ? lesson.parsed.value.facts : [];
    expect(RULES.map((rule) => rule.fact).filter((fact) => facts.includes(fact))).not.toEqual([]);
    expect(elementsOf(lesson, 'LevelLink')).not.toEqual([]);
  });

  it('link to most levels', () => {
    const linked = new Set(lessons.flatMap((l) => elementsOf(l, 'LevelLink').map((e) => textOf(e, 'id'))));
    expect(linked.size).toBeGreaterThanOrEqual(30);
  });
});

describe('figures', () => {
  it.each(figures)('%s asks for a guess that can be right', (_name, element, scenario) => {
    expect(textOf(element, 'predict')).not.toBe('');
    const asked = textOf(element, 'ask');
    if (asked === '') return;
    const simulated = simulate(scenario);
    if (!simulated.ok) throw new Error('does not run');
    const ask = resolveAsk(scenario.layout, asked);
    expect(choicesOf(ask)).toContain(answerOf(simulated.value.result, ask));
  });

  it.each(figures)('%s: every setting has an effect, but for the decoys', (name, element, scenario) => {
    const knobs = resolveKnobs(scenario, listOf(textOf(element, 'knobs')));
    const variables = resolveWorkspaces(scenario.layout, listOf(textOf(element, 'variables')));
    const access = resolveAccess(scenario.layout, listOf(textOf(element, 'access')));
    expect(knobs).not.toEqual([]);
    const all = knobs.reduce<KnobSettings[]>(
      (settings, knob) => settings.flatMap((s) => knob.options.map((_, i) => ({ ...s, [knob.key]: i }))),
      [{}],
    );
    for (const knob of knobs) {
      const moves = all.some((settings) => {
        const one = shown(applyKnobs(scenario, knobs, { ...settings, [knob.key]: 0 }), variables, access);
        return knob.options.some(
          (_, i) =>
            shown(applyKnobs(scenario, knobs, { ...settings, [knob.key]: i }), variables, access) !== one,
        );
      });
      expect(moves, knob.key).toBe(!DECOYS.includes(`${name} ${knob.key}`));
    }
  });
});

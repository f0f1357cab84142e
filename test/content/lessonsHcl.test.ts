import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadHclParser } from '#cli/hclNode.ts';
import { importLayout } from '#hcl/import/importLayout.ts';
import { parseHcl } from '#hcl/syntax/parse.ts';
import type { Block } from '#hcl/syntax/tree.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { parseScenario } from '#model/scenario/action.ts';
import { idOf, type Layout } from '#model/layout/layout.ts';
import { elementsOf, lessons, textOf } from './lessons.ts';

/** What a block may hold; `providerAttributes.yaml` says where each part of it comes from. */
interface Shape {
  needs?: string[];
  may?: string[];
  deprecated?: string[];
  computed?: string[];
  blocks?: string[];
}
const TABLE: Record<'resources' | 'data' | 'nested' | 'top', Record<string, Shape>> & { meta: string[] } =
  parse(readFileSync(new URL('providerAttributes.yaml', import.meta.url), 'utf8'));
const parser = await loadHclParser();

interface Snippet {
  name: string;
  text: string;
  /** `deprecated` or `invalid`, where the lesson is about what is wrong with it. */
  mark: string;
}
const snippets: Snippet[] = lessons.flatMap((lesson) =>
  lesson.body.code
    .filter(({ language }) => language === 'hcl')
    .map(({ value, meta }, i) => ({
      name: `${lesson.slug}, block ${i + 1}`,
      text: `${value}\n`,
      mark: meta,
    })),
);

function read({ name, text }: Snippet): Block {
  const parsed = parseHcl(parser, name, text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value.body;
}

/** The shape of a block at the top of a file, or the reason why there is none. */
function shapeOf({ type, labels }: Block): Shape | string {
  const kind = labels[0] ?? '';
  const found =
    type === 'resource' ? TABLE.resources[kind] : type === 'data' ? TABLE.data[kind] : TABLE.top[type];
  return found ?? `${type} ${kind}: not in the table of attributes`;
}

/** What is wrong with a block: unknown, missing and deprecated arguments, its nested blocks included. */
function flawsOf(block: Block): { deprecated: string[]; other: string[] } {
  if (block.type === 'locals') return { deprecated: [], other: [] };
  const shape = shapeOf(block);
  return typeof shape === 'string' ? { deprecated: [], other: [shape] } : flawsBy(block, shape);
}

function flawsBy(block: Block, shape: Shape): { deprecated: string[]; other: string[] } {
  const at = [block.type, ...block.labels].join(' ');
  const names = [...block.attributes.keys()];
  const known = [...(shape.needs ?? []), ...(shape.may ?? []), ...(shape.deprecated ?? []), ...TABLE.meta];
  const nested = block.blocks.map((inner) => {
    const allowed = [...(shape.blocks ?? []), 'lifecycle'].includes(inner.type);
    const its = TABLE.nested[inner.type];
    return allowed && its !== undefined
      ? flawsBy(inner, its)
      : { deprecated: [], other: [`${at}: a block ${inner.type}`] };
  });
  return {
    deprecated: [
      ...names.filter((n) => shape.deprecated?.includes(n)),
      ...nested.flatMap((n) => n.deprecated),
    ],
    other: [
      ...names.filter((n) => !known.includes(n)).map((n) => `${at}: ${n} is no argument`),
      ...(shape.needs ?? []).filter((n) => !names.includes(n)).map((n) => `${at}: ${n} is missing`),
      ...nested.flatMap((n) => n.other),
    ],
  };
}

/** Every object inside a value, itself included. */
function within(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = value instanceof Map ? [...value.values()] : Object.values(value);
  return [value, ...inner.flatMap(within)];
}

/** References such as `tfe_workspace.app.vpc_id` or `data.tfe_outputs.net.outputs` to what is not there. */
function danglingIn(body: Block): string[] {
  return within(body).flatMap((item) => {
    const path = pathOf(item);
    const [first = '', second = '', third = '', fourth = ''] = path;
    const [type, attribute, shape] =
      first === 'data' ? [second, fourth, TABLE.data[second]] : [first, third, TABLE.resources[first]];
    if (shape === undefined || attribute === '' || path.length !== (first === 'data' ? 4 : 3)) return [];
    const known = [...(shape.computed ?? []), ...(shape.needs ?? []), ...(shape.may ?? [])];
    return known.includes(attribute) ? [] : [`${type} has no ${attribute}`];
  });
}

/** `a.b[0].c` → a, b, c; empty where it does not start at a name. */
function pathOf(item: object): string[] {
  const node: { type?: unknown; name?: unknown; of?: unknown } = item;
  if (node.type === 'name') return [String(node.name)];
  if (typeof node.of !== 'object' || node.of === null) return [];
  if (node.type === 'index') return pathOf(node.of);
  const before = pathOf(node.of);
  return node.type === 'attribute' && before.length > 0 ? [...before, String(node.name)] : [];
}

/** Names and calls in a `terraform` block: it takes constants only (HCL-01, HCL-02). */
const namedInTerraform = (body: Block): string[] =>
  body.blocks
    .filter((block) => block.type === 'terraform')
    .flatMap((block) =>
      block.blocks.filter((inner) => inner.type !== 'required_providers').flatMap((inner) => within(inner)),
    )
    .flatMap((item) => {
      const type: unknown = Reflect.get(item, 'type');
      return type === 'call' || pathOf(item).length === 2 ? [pathOf(item).join('.') || 'a call'] : [];
    });

describe('code in lessons', () => {
  it('is there in every lesson but those that only look back', () => {
    const without = lessons.filter((lesson) => !lesson.text.includes('```hcl')).map((lesson) => lesson.slug);
    expect(without.length).toBeLessThanOrEqual(8);
  });

  it.each(snippets.map((snippet) => [snippet.name, snippet] as const))(
    '%s: arguments exist',
    (_name, snippet) => {
      const body = read(snippet);
      const flaws = body.blocks.map(flawsOf);
      const wrong = [...flaws.flatMap((f) => f.other), ...namedInTerraform(body)];
      expect(danglingIn(body)).toEqual([]);
      if (snippet.mark === 'invalid') expect(wrong).not.toEqual([]);
      else expect(wrong).toEqual([]);
      const deprecated = flaws.flatMap((f) => f.deprecated);
      if (snippet.mark === 'deprecated') expect(deprecated).not.toEqual([]);
      else expect(deprecated).toEqual([]);
    },
  );

  it('finds what a lesson could get wrong', () => {
    const wrong = (text: string) => {
      const body = read({ name: 'wrong', text, mark: '' });
      return [
        ...body.blocks.flatMap((b) => flawsOf(b).other),
        ...namedInTerraform(body),
        ...danglingIn(body),
      ];
    };
    expect(wrong('resource "tfe_run_trigger" "x" {\n  workspace_id = tfe_workspace.a.name_of\n}\n')).toEqual([
      'resource tfe_run_trigger x: sourceable_id is missing',
      'tfe_workspace has no name_of',
    ]);
    expect(wrong('terraform {\n  cloud {\n    organization = local.org\n  }\n}\n')).toEqual(['local.org']);
    expect(wrong('data "tfe_outputs" "x" {\n  config = {}\n}\n')).toHaveLength(2);
  });
});

/** The part of a layout that HCL of the provider can say; what a configuration would do in a run is ours. */
function writtenInHcl(layout: Layout) {
  const byName = <T>(items: readonly T[], name: (item: T) => string) =>
    [...items].sort((a, b) => (name(a) < name(b) ? -1 : 1));
  return {
    organizations: layout.organizations.map((o) => o.name),
    projects: byName(layout.projects, (p) => p.name),
    workspaces: byName(layout.workspaces, idOf).map((w) => ({
      id: idOf(w),
      project: w.project,
      execution_mode: w.execution_mode,
      auto_apply: w.auto_apply,
      auto_apply_run_trigger: w.auto_apply_run_trigger,
      global_remote_state: w.global_remote_state,
      consumers: w.remote_state_consumer_ids.toSorted(),
      variables: byName(w.variables, (v) => v.key),
      policies: w.policies,
      run_tasks: w.run_tasks,
    })),
    run_triggers: byName(layout.run_triggers, (t) => `${t.sourceable} ${t.workspace}`),
    variable_sets: byName(layout.variable_sets, (s) => s.name).map((s) => ({
      ...s,
      workspaces: s.workspaces.toSorted(),
      projects: s.projects.toSorted(),
      variables: byName(s.variables, (v) => v.key),
    })),
    teams: byName(layout.teams, (t) => t.name),
  };
}

/** What a configuration itself reads and gives, where the code is such a configuration. */
const readAndGiven = (layout: Layout) =>
  layout.workspaces
    .map((w) => ({ id: idOf(w), reads: w.reads, outputs: w.outputs }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The importer says this of a secret that nobody writes into a file. */
const SECRET = /value cannot be known, and is left empty: variable \w+ has no default/;
/** What a reader's code cannot say of what it reads. */
const READER =
  /^(?:with whom \S+ shares its state|whose token reads the outputs of \S+) is not in these files/;

const FENCE = /^```hcl\n([\s\S]*?)^```/gm;

const built = lessons.flatMap((lesson) =>
  elementsOf(lesson, 'Builds').map((element, i) => {
    const end = lesson.text.indexOf('</Builds>', element.offset);
    const inside = lesson.text.slice(element.offset, end);
    const fenced = [...inside.matchAll(FENCE)].map((match) => match[1] ?? '');
    const id = textOf(element, 'figure');
    const figure = elementsOf(lesson, 'Figure').find((f) => textOf(f, 'id') === id);
    return {
      name: `${lesson.slug}: ${id === '' ? `code ${i + 1}` : id}`,
      code: [...fenced, textOf(element, 'rest')].join('\n'),
      rest: textOf(element, 'rest'),
      beside: textOf(element, 'beside'),
      written: figure === undefined ? textOf(element, 'board') : textOf(figure, 'layout'),
      actions: figure === undefined ? textOf(element, 'actions') : textOf(figure, 'actions'),
    };
  }),
);

describe('code that builds a board', () => {
  it('is every piece of code that is neither wrong nor old, but for a block that names nothing', () => {
    const alone = lessons.flatMap((lesson) =>
      [...lesson.text.replace(/<Builds[\s\S]*?<\/Builds>/g, '').matchAll(FENCE)].map(
        (match) => `${lesson.slug}: ${(match[1] ?? '').split('\n').slice(0, 2).join(' ')}`,
      ),
    );
    expect(alone).toEqual([
      '17-backend-and-cloud: terraform {   cloud {} # organization and workspace come from the environment',
    ]);
  });

  it.each(built)(
    '$name: the code, with its rest, builds what its link opens',
    ({ name, code, beside, written, actions }) => {
      const files = [
        { name: 'here/main.tf', text: code },
        ...(beside === '' ? [] : [{ name: 'beside/main.tf', text: beside }]),
      ];
      const { layout, problems } = importLayout(files, parser);
      expect(problems.filter(({ message }) => !SECRET.test(message) && !READER.test(message))).toEqual([]);
      const shown = parseScenario({ layout: parse(written), actions: parse(actions || '[]') });
      if (layout === null || !shown.ok) throw new Error(`${name}: ${JSON.stringify(shown)}`);
      expect(writtenInHcl(layout)).toEqual(writtenInHcl(shown.value.layout));
      if (/^ *(cloud|backend "remote") \{/m.test(code))
        expect(readAndGiven(layout)).toEqual(readAndGiven(shown.value.layout));
      expect(simulate(shown.value).ok).toBe(true);
    },
  );

  it.each(
    built.flatMap(({ name, rest, beside }) =>
      [rest, beside].filter((text) => text !== '').map((text) => ({ name, text })),
    ),
  )('$name: what completes it uses arguments that exist, and none that is deprecated', ({ name, text }) => {
    const body = read({ name, text, mark: '' });
    const flaws = body.blocks.map(flawsOf);
    expect([...flaws.flatMap((f) => [...f.other, ...f.deprecated]), ...danglingIn(body)]).toEqual([]);
  });
});

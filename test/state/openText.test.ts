import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { exportLayout } from '#hcl/export/exportLayout.ts';
import { exchangedTriggers } from '#hcl/import/exchangedTriggers.ts';
import { importLayout } from '#hcl/import/importLayout.ts';
import { sameBoard } from '#hcl/keep/sameBoard.ts';
import { keptParts } from '#hcl/keep/keptParts.ts';
import { writeText } from '#hcl/keep/writeText.ts';
import { parseLayout } from '#model/layout/layout.ts';
import { writeYaml } from '#model/parse/writeYaml.ts';
import { openFiles } from '#state/boards/openFiles.ts';
import { writtenScenario } from '#state/board/writtenScenario.ts';
import { layoutArb } from '../arbitraries/layout.ts';
import { cases, parsed, rawScenario } from '../arbitraries/scenario.ts';

/** What becomes of one file: its board, or why there is none. */
async function open(text: string) {
  const { boards, refused } = await openFiles([{ name: 'file', text }], loadHclParser);
  const [board] = boards;
  if (board !== undefined) return { ok: true as const, ...board };
  return { ok: false as const, form: refused[0]?.form ?? null, problems: refused[0]?.problems ?? [] };
}
const fixture = (name: string) => readFileSync(`test/fixtures/hcl/${name}`, 'utf8');
const SMALL = {
  version: 1,
  organizations: [{ name: 'acme' }],
  workspaces: [{ name: 'network' }, { name: 'app' }],
  run_triggers: [{ sourceable: 'network', workspace: 'app' }],
};
const small = parseLayout(SMALL);
if (!small.ok) throw new Error('the small layout is broken');
const layout = small.value;

describe('a text of any form', () => {
  it('is told by its content, whatever the file is called', async () => {
    const forms: [string, string][] = [
      [JSON.stringify(SMALL), 'JSON'],
      [`\uFEFF${JSON.stringify({ layout: SMALL, actions: [] })}`, 'JSON'],
      [writeYaml(SMALL), 'YAML'],
      [`# a comment\n${writeYaml({ layout: SMALL })}`, 'YAML'],
      [exportLayout(layout), 'HCL'],
      [`# a comment: with a colon\n${exportLayout(layout)}`.replaceAll('\n', '\r\n'), 'HCL'],
    ];
    for (const [text, form] of forms) {
      const opened = await open(text);
      expect(opened).toMatchObject({ ok: true, form, notes: [] });
      if (opened.ok) expect(opened.scenario).toStrictEqual({ layout, actions: [] });
    }
  });

  it('reads what terraform show -json prints', async () => {
    const names = readdirSync('test/fixtures/hcl').filter((name) => name.endsWith('.json'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const opened = await open(fixture(name));
      expect([name, opened.form]).toEqual([name, 'terraform show -json']);
    }
  });

  it('gives back every scenario that was written as JSON or YAML', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(rawScenario.map(parsed), async (scenario) => {
        const data = writtenScenario(scenario);
        for (const text of [JSON.stringify(data), writeYaml(data)]) {
          const opened = await open(text);
          expect(opened.ok ? opened.scenario : opened).toStrictEqual(scenario);
        }
      }),
      cases(60),
    );
  });

  it('keeps the text of HCL for the editor, and notes what it leaves open', async () => {
    const text = `${exportLayout(layout)}\nmodule "more" {\n  source = "./more"\n}\n`;
    const opened = await open(text);
    expect(opened).toMatchObject({ ok: true, hcl: text });
    expect(opened.ok && opened.notes.map(({ message }) => message)).toEqual([
      expect.stringContaining('module more is not followed'),
    ]);
  });

  it('says every problem, with its field or its line', async () => {
    const broken = { ...SMALL, workspaces: [{ name: 'network', auto_aply: true }, { name: 'a b' }] };
    const opened = await open(JSON.stringify(broken));
    expect(opened.ok ? [] : opened.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['workspaces[0].auto_aply', 'workspaces[1].name']),
    );
    const hcl = await open(exportLayout(layout).replace('tfe_workspace.app.id', 'tfe_workspace.ap.id'));
    expect(hcl.ok ? hcl.notes[0] : null).toMatchObject({
      kind: 'mistake',
      line: expect.any(Number),
      column: 3,
    });
    expect(await open('{"version": 1,')).toMatchObject({ ok: false, form: 'JSON', problems: [{ line: 1 }] });
    for (const text of ['', '   \n', 'hello', 'PK\u0003\u0004'])
      expect(await open(text)).toMatchObject({ ok: false });
  });

  it('refuses what is larger than a board', async () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `w${i}` }));
    const trigger = { sourceable: 'w0', workspace: 'w1' };
    const inputs: [object, string][] = [
      [
        { ...SMALL, workspaces: many(501), run_triggers: [] },
        'has 501 workspaces: a board holds at most 500',
      ],
      [
        { ...SMALL, workspaces: many(2), run_triggers: Array.from({ length: 2001 }, () => trigger) },
        'has 2001 run triggers: a board holds at most 2000',
      ],
      [
        { layout: SMALL, actions: Array.from({ length: 201 }, () => ({ type: 'lock', workspace: 'app' })) },
        'has 201 actions: a board holds at most 200',
      ],
    ];
    for (const [input, message] of inputs)
      expect(await open(JSON.stringify(input))).toMatchObject({ ok: false, problems: [{ message }] });
    expect(await open('['.repeat(5000))).toMatchObject({ ok: false });
    expect(await open(`x: ${'{a: '.repeat(5000)}`)).toMatchObject({ ok: false });
    expect(await open(`{"a":"${'x'.repeat(2_000_001)}"}`)).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('too long') }],
    });
  });
});

/** A text with characters, lines or whole parts of it changed. */
const mutated = fc
  .record({
    text: fc.constantFrom(
      JSON.stringify(SMALL, null, 1),
      writeYaml({ layout: SMALL }),
      exportLayout(layout),
      ...readdirSync('test/fixtures/hcl').map(fixture),
    ),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat({ max: 40 }),
        put: fc.oneof(
          fc.constantFrom(
            '"',
            '{',
            '}',
            '[',
            ']',
            '${',
            '<<EOT\n',
            '\n',
            '/*',
            '#',
            ':',
            '- ',
            '&a',
            '*a',
            '\0',
            '\uFFFD',
            '  ',
            '=',
          ),
          fc.string({ maxLength: 8 }),
        ),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ text, edits }) =>
    edits.reduce((so, { at, cut, put }) => {
      const from = Math.floor(at * so.length);
      return so.slice(0, from) + put + so.slice(from + cut);
    }, text),
  );

describe('whatever is typed or opened', () => {
  it('gives a board or says what is wrong, and never fails otherwise', { timeout: 600_000 }, async () => {
    const parser = await loadHclParser();
    await fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        const opened = await open(text);
        const said = opened.ok ? opened.notes : opened.problems;
        if (!opened.ok) expect(said.length).toBeGreaterThan(0);
        for (const { line, message } of said) {
          expect(message).toMatch(/\S/);
          if (line !== null) expect(line).toBeGreaterThanOrEqual(1);
          if (line !== null) expect(line).toBeLessThanOrEqual(text.split('\n').length + 1);
        }
        keptParts(parser, text);
        const written = writeText(layout, text, parser).text;
        const read = importLayout([{ name: '', text: written }], parser).layout;
        expect(read !== null && sameBoard(read, layout)).toBe(true);
      }),
      cases(200),
    );
  });
});

describe('workspace_id and sourceable_id that changed places', () => {
  const turned = { ...layout, run_triggers: [{ sourceable: 'acme/app', workspace: 'acme/network' }] };
  const none = { ...layout, run_triggers: [] };

  it('are said where the trigger stood the other way round before', async () => {
    const text = exportLayout(turned);
    const said = exchangedTriggers(layout, turned, text, await loadHclParser());
    expect(said).toMatchObject([
      { message: expect.stringContaining('changed places. Now app triggers network') },
    ]);
    expect(text.split('\n')[(said[0]?.line ?? 1) - 1]).toBe('resource "tfe_run_trigger" "app_to_network" {');
  });

  it('are said where the label says the other way round', async () => {
    const text = exportLayout(turned).replace('"app_to_network"', '"network_to_app"');
    expect(exchangedTriggers(none, turned, text, await loadHclParser())).toMatchObject([
      { message: expect.stringContaining('the label says network_to_app') },
    ]);
  });

  it('are not suspected without a reason', async () => {
    const parser = await loadHclParser();
    expect(exchangedTriggers(none, turned, exportLayout(turned), parser)).toEqual([]);
    expect(exchangedTriggers(layout, layout, exportLayout(layout), parser)).toEqual([]);
    await fc.assert(
      fc.asyncProperty(layoutArb, async (any) => {
        expect(exchangedTriggers(any, any, exportLayout(any), parser)).toEqual([]);
      }),
      cases(30),
    );
  });
});

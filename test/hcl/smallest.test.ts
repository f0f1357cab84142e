import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { importLayout } from '#hcl/import/importLayout.ts';
import { sameBoard } from '#hcl/keep/sameBoard.ts';
import { rewriteText, writeText, type WrittenText } from '#hcl/keep/writeText.ts';
import { idOf, type Layout } from '#model/layout/layout.ts';
import { cases } from '../arbitraries/scenario.ts';
import { SHAPES } from './smallestShapes.ts';

const parser = await loadHclParser();
const layoutOf = (text: string): Layout => {
  const { layout } = importLayout([{ name: '', text }], parser);
  if (layout === null) throw new Error('no layout');
  return layout;
};

/** What a person does on the board: one change of a layout, of whatever workspace a number leads to. */
const EDITS: Readonly<Record<string, (layout: Layout, n: number) => void>> = {
  'auto-apply': (layout, n) => {
    const one = at(layout, n);
    one.auto_apply = !one.auto_apply;
  },
  'auto-apply of triggered runs': (layout, n) => {
    const one = at(layout, n);
    one.auto_apply_run_trigger = !one.auto_apply_run_trigger;
  },
  'execution mode': (layout, n) => {
    const one = at(layout, n);
    one.execution_mode = one.execution_mode === 'local' ? 'remote' : 'local';
  },
  'an agent pool': (layout, n) => {
    at(layout, n).execution_mode = 'agent';
  },
  'state for all': (layout, n) => {
    const one = at(layout, n);
    one.global_remote_state = !one.global_remote_state;
  },
  'a lock': (layout, n) => {
    const one = at(layout, n);
    one.locked = !one.locked;
  },
  'a longer plan': (layout, n) => {
    at(layout, n).seconds = { plan: 20 + (n % 50), apply: 30 };
  },
  'a consumer': (layout, n) => {
    const other = idOf(at(layout, n + 1));
    const ids = at(layout, n).remote_state_consumer_ids;
    if (!ids.includes(other) && other !== idOf(at(layout, n))) ids.push(other);
  },
  'a variable': (layout, n) => {
    const { variables } = at(layout, n);
    const key = `k${n % 3}`;
    if (variables.every((v) => v.key !== key))
      variables.push({ key, value: 'v', category: 'env', sensitive: false, hcl: false });
  },
  'another name': (layout, n) => {
    const old = idOf(at(layout, n));
    const name = `${at(layout, n).name}-2`;
    if (layout.workspaces.some((w) => w.name === name)) return;
    at(layout, n).name = name;
    const text = JSON.stringify(layout).replaceAll(JSON.stringify(old), JSON.stringify(`acme/${name}`));
    Object.assign(layout, JSON.parse(text));
  },
  'a workspace less': (layout, n) => {
    if (layout.workspaces.length < 2) return;
    const gone = idOf(at(layout, n));
    layout.workspaces = layout.workspaces.filter((w) => idOf(w) !== gone);
    layout.run_triggers = layout.run_triggers.filter((t) => t.workspace !== gone && t.sourceable !== gone);
    for (const w of layout.workspaces)
      w.remote_state_consumer_ids = w.remote_state_consumer_ids.filter((id) => id !== gone);
  },
  'a workspace more': (layout, n) => {
    const name = ['new', 'shard-3', 'team-new'][n % 3] ?? 'new';
    if (layout.workspaces.some((w) => w.name === name)) return;
    layout.workspaces.push({
      ...structuredClone(at(layout, n)),
      name,
      variables: [],
      remote_state_consumer_ids: [],
      locked: false,
    });
  },
  'a trigger less': (layout, n) => {
    layout.run_triggers.splice(n % Math.max(1, layout.run_triggers.length), 1);
  },
  'a trigger more': (layout, n) => {
    const trigger = { sourceable: idOf(at(layout, n)), workspace: idOf(at(layout, n * 7 + 1)) };
    const there = layout.run_triggers.some((t) => JSON.stringify(t) === JSON.stringify(trigger));
    if (!there && trigger.sourceable !== trigger.workspace) layout.run_triggers.push(trigger);
  },
};

function at(layout: Layout, n: number): Layout['workspaces'][number] {
  const found = layout.workspaces[n % layout.workspaces.length];
  if (found === undefined) throw new Error('no workspaces');
  return found;
}

/** Lines that one text has and the other does not, both ways. */
function changedLines(before: string, after: string): number {
  const count = (text: string) => {
    const lines = new Map<string, number>();
    for (const line of text.split('\n')) if (line.trim() !== '') lines.set(line, (lines.get(line) ?? 0) + 1);
    return lines;
  };
  const [a, b] = [count(before), count(after)];
  const more = (x: Map<string, number>, y: Map<string, number>) =>
    [...x].reduce((sum, [line, n]) => sum + Math.max(0, n - (y.get(line) ?? 0)), 0);
  return more(a, b) + more(b, a);
}
const loopsIn = (text: string): number => [...text.matchAll(/^\s*(?:for_each|count)\s*=/gm)].length;
const commentsIn = (text: string): string[] =>
  [...text.matchAll(/# (?!runchain:).*$/gm)].map(([comment]) => comment);

const shape = fc.constantFrom(...Object.keys(SHAPES));
const edit = fc.record({ what: fc.constantFrom(...Object.keys(EDITS)), n: fc.nat({ max: 50 }) });

/** What must hold whenever a text is written anew. */
function check(before: string, wanted: Layout, written: WrittenText): void {
  expect(sameBoard(layoutOf(written.text), wanted)).toBe(true);
  for (const comment of commentsIn(before)) expect(written.text).toContain(comment);
  if (written.how === 'rewritten') expect(written.flattened).not.toEqual([]);
  else expect(loopsIn(written.text), written.text).toBeGreaterThanOrEqual(loopsIn(before));
}

describe('one edit on a board that came from HCL', () => {
  it('says exactly the new board with few changed lines, and keeps for_each, count and comments', {
    timeout: 600_000,
  }, () => {
    fc.assert(
      fc.property(shape, edit, (name, { what, n }) => {
        const text = SHAPES[name] ?? '';
        const wanted = layoutOf(text);
        EDITS[what]?.(wanted, n);
        const written = writeText(wanted, text, parser);
        check(text, wanted, written);
        if (written.how !== 'rewritten')
          expect(changedLines(text, written.text), written.text).toBeLessThanOrEqual(14);
      }),
      cases(150),
    );
  });

  it('and so does each of several in a row', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(shape, fc.array(edit, { minLength: 2, maxLength: 4 }), (name, edits) => {
        let text = SHAPES[name] ?? '';
        const layout = layoutOf(text);
        for (const { what, n } of edits) {
          EDITS[what]?.(layout, n);
          const written = writeText(layout, text, parser);
          check(text, layout, written);
          ({ text } = written);
        }
      }),
      cases(40),
    );
  });

  it.each([
    ['a map of objects in a local', 'auto-apply', 0, '    app     = { auto_apply = true, mode = "remote" }'],
    ['a list of objects in a variable', 'auto-apply', 1, '    { name = "dns", auto_apply = true },'],
    ['a set, with constants for all', 'auto-apply', 1, '  auto_apply   = each.key == "jobs" ? false : true'],
    ['a set, with constants for all', 'another name', 1, '  for_each     = toset(["api", "web", "jobs-2"])'],
    ['a set, with constants for all', 'a workspace less', 2, '  for_each     = toset(["api", "jobs"])'],
    [
      'a set, with constants for all',
      'a workspace more',
      2,
      '  for_each     = toset(["api", "web", "jobs", "new"])',
    ],
    ['a number as count', 'a workspace more', 1, '  count                  = 4'],
    ['count over names', 'a workspace more', 0, '  names = ["one", "two", "three", "new"]'],
    ['one variable for plain blocks', 'auto-apply', 0, '  auto_apply   = false'],
    ['two files, with values in another', 'a workspace less', 0, '  edge = "remote"'],
  ])('in %s: %s (%i) gives the line that a person would write', (name, what, n, line) => {
    const text = SHAPES[name] ?? '';
    const wanted = layoutOf(text);
    EDITS[what]?.(wanted, n);
    const { text: written } = writeText(wanted, text, parser);
    expect(written.split('\n')).toContain(line);
  });

  it('sets one apart visibly, or rewrites its block where that is chosen', () => {
    const text = SHAPES['a set, with constants for all'] ?? '';
    const wanted = layoutOf(text);
    EDITS['auto-apply']?.(wanted, 0);
    const override = writeText(wanted, text, parser);
    expect(override).toMatchObject({
      how: 'edited',
      overrides: [{ address: 'tfe_workspace.team["api"]', block: 'tfe_workspace.team' }],
    });
    const rewritten = rewriteText(wanted, text, parser);
    expect(rewritten).toMatchObject({
      how: 'rewritten',
      flattened: ['tfe_workspace.team'],
    });
    expect(sameBoard(layoutOf(rewritten.text), wanted)).toBe(true);
    expect(rewritten.text).not.toContain('for_each');
    expect(rewritten.text).toContain('# nobody waits for us');
  });

  it('says so where the block cannot be kept', () => {
    const text = SHAPES['a number as count'] ?? '';
    const wanted = layoutOf(text);
    EDITS['a trigger less']?.(wanted, 0);
    expect(writeText(wanted, text, parser)).toMatchObject({ how: 'rewritten', overrides: [] });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importLayout } from '#hcl/import/importLayout.ts';
import { written } from '#hcl/export/written.ts';
import { idOf, parseLayout } from '#model/layout/layout.ts';
import { parser } from './importing.ts';

const FOLDER = 'test/fixtures/configurations';
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.tf'));

/**
 * What a file says of itself: `# workspaces:`, `# triggers:` and `# reads:` at its top, and behind a line `# unknown` or
 * `# ignored` where that has to be told.
 */
function expected(text: string) {
  const said = (word: string) => new RegExp(`^# ${word}: (.*)$`, 'm').exec(text)?.[1] ?? '';
  const [reader = '', outputs = ''] = said('reads').split(/: (.*)/);
  return {
    workspaces: said('workspaces').split(' ').sort(),
    triggers: [...said('triggers').matchAll(/(\S+) -> (\S+)/g)].map(([whole]) => whole).sort(),
    reads:
      outputs === ''
        ? []
        : outputs
            .split(', ')
            .map((read) => `${reader}: ${read}`)
            .sort(),
    told: text
      .split('\n')
      .flatMap((line, i) => {
        const [, kinds = ''] = / # ((?:unknown|ignored)(?: ignored)?)$/.exec(line) ?? [];
        return kinds === '' ? [] : kinds.split(' ').map((kind) => `${i + 1} ${kind}`);
      })
      .sort(),
  };
}

describe('configurations of every kind', () => {
  it('are many', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(30);
  });

  it.each(FILES)('%s gives a layout, and every line at which something is open', (name) => {
    const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
    const { layout, problems } = importLayout([{ name, text }], parser);
    expect(layout).not.toBeNull();
    if (layout === null) return;
    expect({
      workspaces: layout.workspaces.map(idOf).sort(),
      triggers: layout.run_triggers.map((t) => `${t.sourceable} -> ${t.workspace}`).sort(),
      reads: layout.workspaces
        .flatMap((w) => w.reads.map((read) => `${idOf(w)}: ${read.workspace} ${read.output}`))
        .sort(),
      told: [...new Set(problems.map(({ line, kind }) => `${line} ${kind}`))].sort(),
    }).toEqual(expected(text));
    for (const { file, message } of problems) {
      expect(file).toBe(name);
      expect(message).not.toMatch(/undefined|\[object|\uFDD0/);
    }
    expect(JSON.stringify(layout)).not.toContain('\uFDD0');
    expect(parseLayout(written(layout))).toEqual({ ok: true, value: layout });
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { exportLayout } from '#hcl/export/exportLayout.ts';
import { rewriteText, writeText } from '#hcl/keep/writeText.ts';
import type { Layout } from '#model/layout/layout.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { commandOf, steps } from '../arbitraries/command.ts';
import { layoutArb } from '../arbitraries/layout.ts';
import { cases } from '../arbitraries/scenario.ts';

const terraform = (...args: string[]) =>
  spawnSync('terraform', args, {
    encoding: 'utf8',
    env: { ...process.env, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' },
  });
const missing = terraform('version').error !== undefined;
const parser = await loadHclParser();

/** Where Terraform itself is there it is asked; `exportLayout.test.ts` holds the same rules everywhere. */
describe.skipIf(missing)('AC 29: terraform fmt would change nothing', { timeout: 600_000 }, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'runchain-fmt-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const changes = (texts: readonly string[]): string => {
    for (const [i, text] of texts.entries()) writeFileSync(join(folder, `board${i}.tf`), text);
    const { stdout, stderr } = terraform('fmt', '-check', '-diff', folder);
    return stdout + stderr;
  };
  const drawn = (offset: number, usual = 150): Layout[] => {
    const { numRuns, seed } = cases(usual);
    return fc.sample(layoutArb, { numRuns, seed: seed + offset });
  };

  it('in the text of a board', () => {
    expect(changes(drawn(1).map(exportLayout))).toBe('');
  });

  it('in a text that was written anew for another board', () => {
    const before = drawn(2);
    // So different a board is never reached by small changes; to look for them takes twenty times as long.
    const texts = drawn(3).map(
      (layout, i) => rewriteText(layout, exportLayout(before[i] ?? layout), parser).text,
    );
    expect(changes(texts)).toBe('');
  });

  it('in a text that follows an edit', () => {
    const { numRuns, seed } = cases(30);
    const changed = fc.sample(steps, { numRuns, seed: seed + 4 });
    let edited = 0;
    const texts = drawn(5, 30).map((layout, i) => {
      const sandbox = createSandboxStore(null);
      sandbox.perform({ type: 'open_board', scenario: { layout, actions: [] }, words: '' });
      for (const step of (changed[i] ?? []).slice(0, 2)) {
        const command = commandOf(sandbox.store.getState().scenario.layout, step);
        if (command !== null) sandbox.perform(command);
      }
      const text = exportLayout(layout);
      const written = writeText(sandbox.store.getState().scenario.layout, text, parser);
      if (written.text !== text && written.how === 'edited') edited++;
      return written.text;
    });
    expect(changes(texts)).toBe('');
    expect(edited).toBeGreaterThan(10);
  });
});

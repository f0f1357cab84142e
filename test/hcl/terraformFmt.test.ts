import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { exportLayout } from '#hcl/exportLayout.ts';
import { writeText } from '#hcl/writeText.ts';
import type { Layout } from '#model/layout.ts';
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
  const drawn = (offset: number): Layout[] => {
    const { numRuns, seed } = cases(150);
    return fc.sample(layoutArb, { numRuns, seed: seed + offset });
  };

  it('in the text of a board', () => {
    expect(changes(drawn(1).map(exportLayout))).toBe('');
  });

  it('in a text that follows another board', () => {
    const before = drawn(2);
    const texts = drawn(3).map(
      (layout, i) => writeText(layout, exportLayout(before[i] ?? layout), parser).text,
    );
    expect(changes(texts)).toBe('');
  });
});

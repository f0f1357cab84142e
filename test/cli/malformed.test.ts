import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { simulate } from '#engine/simulate/simulate.ts';
import { parseScenario } from '#model/scenario/action.ts';
import { readText } from '#model/parse/text.ts';
import { MALFORMED } from './malformed.ts';
import { inOwnFolder, runchain, runHere } from './run.ts';

const folder = inOwnFolder();

/** Nearly all are read in this process; a few by the command as it is started, which only prints what that gives. */
const isStarted = (i: number): boolean => i % 40 === 0;

describe('an input that is not usable exits 2 and says what is wrong', () => {
  it.concurrent.each(MALFORMED.map((row, i) => ({ ...row, i })))(
    '$title',
    { timeout: 60_000 },
    async (row) => {
      const file = `${row.i}.${row.extension ?? 'yaml'}`;
      writeFileSync(join(folder(), file), row.text);
      const words = ['simulate', file];
      const { status, stdout, stderr } = await (isStarted(row.i)
        ? runchain(words, '', folder())
        : runHere(words));
      const lines = stderr.split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.map((line) => line.slice(0, 400))).toHaveLength(row.lines.length);
      for (const [i, line] of lines.entries()) {
        expect(
          line.startsWith(`${file}${row.lines[i]?.trimEnd()}`) || line.includes(row.lines[i] ?? '?'),
          line,
        ).toBe(true);
        // FILE:LINE: or FILE:path.to.field: and then words, on one line, without a stack trace.
        expect(line).toMatch(
          /^\d+\.(json|yaml):(\d+|[\w-]+(\.[\w-]+|\[\d+\]|\["[^\n]*"\])*|\["[^\n]*"\]): \S/,
        );
        expect(line).not.toMatch(/node_modules|\bat .*:\d+:\d+|Error:|call stack/);
        expect(line.length).toBeLessThan(700);
      }
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    },
  );

  // By the clock of the processor: the wall clock also counts what else the machine is doing.
  it.each(MALFORMED)('is done in under 5 s: $title', ({ text, extension }) => {
    const before = process.cpuUsage();
    const read = readText(text.toString(), extension === 'json' ? 'json' : 'yaml or json');
    const parsed = read.ok ? parseScenario(read.value) : read;
    if (parsed.ok) simulate(parsed.value);
    const used = process.cpuUsage(before);
    expect((used.user + used.system) / 1e6).toBeLessThan(5);
  });

  it('covers at least 40 inputs', () => {
    expect(MALFORMED.length).toBeGreaterThanOrEqual(40);
    expect(new Set(MALFORMED.map((row) => row.title)).size).toBe(MALFORMED.length);
  });

  it('changes no prototype', () => {
    const names = Object.getOwnPropertyNames(Object.prototype).sort();
    for (const row of MALFORMED) {
      if (row.text.length > 1_000_000) continue;
      const read = readText(row.text.toString(), row.extension === 'json' ? 'json' : 'yaml or json');
      if (read.ok) parseScenario(read.value);
    }
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(names);
    expect(Object.getOwnPropertyNames(Array.prototype)).not.toContain('polluted');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(({} as { locked?: unknown }).locked).toBeUndefined();
  });
});

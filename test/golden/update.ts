/** `npm run golden`: writes the traces anew and prints what changed, to be reviewed like prose before it is kept. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { goldenNames, readGolden } from './readGolden.ts';

const folder = new URL('./', import.meta.url);
const names = goldenNames();

/** The lines that left and those that came, in order; enough for traces, where lines rarely move. */
function difference(before: readonly string[], after: readonly string[]): string[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++;
  const gone = before.slice(start, before.length - end).map((line) => `- ${line}`);
  const come = after.slice(start, after.length - end).map((line) => `+ ${line}`);
  return gone.length + come.length === 0 ? [] : [`@@ line ${start + 1} @@`, ...gone, ...come];
}

let changed = 0;
for (const name of names) {
  const file = new URL(`${name}.trace`, folder);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { trace } = readGolden(name);
  const lines = difference(before === '' ? [] : before.trimEnd().split('\n'), trace.trimEnd().split('\n'));
  if (lines.length === 0) continue;
  changed++;
  writeFileSync(file, trace);
  process.stdout.write(`${name}.trace\n${lines.join('\n')}\n\n`);
}
for (const file of readdirSync(folder)) {
  if (!file.endsWith('.trace') || names.includes(file.slice(0, -'.trace'.length))) continue;
  changed++;
  rmSync(new URL(file, folder));
  process.stdout.write(`${file} removed: it has no scenario\n\n`);
}
process.stdout.write(
  changed === 0 ? 'No trace changed.\n' : `${changed} traces changed. Review them before you commit.\n`,
);

import { type ImportedLayout, importLayout } from '#hcl/import/importLayout.ts';
import { importShowJson } from '#hcl/import/show/importShow.ts';
import { written } from '#hcl/export/written.ts';
import { readArguments } from '../arguments.ts';
import { loadHclParser } from '../hclNode.ts';
import { loadData, loadText } from '../load.ts';
import { type CommandOutcome, problemLine, invalidInput } from '../output.ts';

/** `import FILE.tf…` or `import FILE.json`: a layout on stdout, what could not be read on stderr. */
export async function importFiles(words: readonly string[]): Promise<CommandOutcome> {
  const { operands, problems } = readArguments(words, [], [1, 1000]);
  const [first] = operands;
  if (first === undefined || problems.length > 0) return invalidInput(first ?? 'import', problems);
  if (operands.length === 1 && first.endsWith('.json')) {
    const data = loadData(first);
    return data.ok ? outcomeOf(importShowJson(data.value, first)) : invalidInput(first, data.problems);
  }
  const files: { name: string; text: string }[] = [];
  const unread: string[] = [];
  for (const name of operands) {
    const text = loadText(name);
    if (text.ok) files.push({ name, text: text.value });
    else unread.push(...text.problems.map((problem) => `${problemLine(name, problem)}\n`));
  }
  if (unread.length > 0) return { status: 2, stdout: '', stderr: unread.join('') };
  return outcomeOf(importLayout(files, await loadHclParser()));
}

function outcomeOf({ layout, problems }: ImportedLayout): CommandOutcome {
  const stderr = problems
    .map(({ file, line, message }) => `${file}:${line}: ${message.replace(/[\r\n]+/g, ' ')}\n`)
    .join('');
  if (layout === null) return { status: 2, stdout: '', stderr };
  return { status: 0, stdout: `${JSON.stringify(written(layout), null, 2)}\n`, stderr };
}
